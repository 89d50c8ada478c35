import type { SeenProposal } from '#lib/domain/seen.ts';
import { m } from '#lib/messages/messages.ts';

/** Where a draft stands, in words: who has said yes is counted, an unfinished one is never called agreed. */
export function draftState(proposal: SeenProposal): string {
	switch (proposal.is) {
		case 'opening':
			return m.facilitate_draft_is_opening();
		case 'open': {
			const total = proposal.parties.filter(({ is }) => is === 'in').length;
			return m.facilitate_draft_is_open({ count: proposal.confirmed.length, total });
		}
		case 'partnership': {
			const scope = proposal.international ? m.facilitate_scope_international() : m.facilitate_scope_national();
			return m.facilitate_draft_is_partnership({ scope });
		}
		default:
			return m.facilitate_draft_is_draft();
	}
}
