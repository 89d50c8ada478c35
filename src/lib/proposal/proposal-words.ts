import type { Moment, PartyRole } from '#lib/domain/board.ts';
import type { MissingToOpen } from '#lib/domain/proposals.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { SeenProposal } from '#lib/domain/seen.ts';
import { m } from '#lib/messages/messages.ts';
import { partyCounts, ourTurn, yesCounts } from './own-standing.ts';
import type { ProposalNews } from './proposal-news.ts';

export function roleWord(role: PartyRole): string {
	return {
		coordinator: m.proposal_role_coordinator,
		partner: m.proposal_role_partner,
		associated: m.proposal_role_associated
	}[role]();
}

/** "international" or "national"; nothing when the snapshot was erased and nobody can tell. */
export function reachWord(international: boolean | null): string {
	if (international === null) return '';
	return international ? m.proposal_international() : m.proposal_national();
}

/**
 * Where a proposal stands, in one sentence, for a reader of this centre.
 * @param now by the server's clock, in milliseconds since 1970
 */
export function stateWords(proposal: SeenProposal, centreId: Id | null, now: number): string {
	const own = proposal.parties.find((party) => party.centreId === centreId)?.is;
	if (own === 'invited') return m.proposal_state_invited();
	switch (proposal.is) {
		case 'opening':
			return m.proposal_opens_in({ count: secondsUntil(proposal.opensAt ?? now, now) });
		case 'open': {
			if (ourTurn(proposal, centreId)) return m.proposal_state_our_turn({ version: proposal.version });
			const { waiting, all } = yesCounts(proposal);
			return m.proposal_state_waiting({ waiting, all });
		}
		case 'partnership':
			return [m.proposal_state_partnership(), reachWord(proposal.international)].filter(Boolean).join(', ');
		default: {
			const { joined, all } = partyCounts(proposal);
			return all === 1 ? m.proposal_state_alone() : m.proposal_state_draft({ joined, all });
		}
	}
}

/** Whole seconds until a moment, never below 0. */
export function secondsUntil(at: number, now: number): number {
	return Math.max(0, Math.ceil((at - now) / 1000));
}

export function missingWords(missing: MissingToOpen): string {
	return {
		title: m.proposal_missing_title,
		parties: m.proposal_missing_parties,
		contributions: m.proposal_missing_contributions,
		step: m.proposal_missing_step
	}[missing]();
}

type Words = (inputs: { who: string; centre: string; version: string }) => string;

const momentSentences: Readonly<Record<string, Words>> = {
	created: (of) => m.proposal_moment_created(of),
	'party-invited': (of) => m.proposal_moment_invited(of),
	'party-joined': (of) => m.proposal_moment_joined(of),
	'party-declined': (of) => m.proposal_moment_declined(of),
	'party-left': (of) => m.proposal_moment_left(of),
	'party-taken-out': (of) => m.proposal_moment_taken_out(of),
	'party-withdrawn': (of) => m.proposal_moment_withdrawn(of),
	'invitation-ended': (of) => m.proposal_moment_invitation_ended(of),
	'role-set': (of) => m.proposal_moment_role_set(of),
	'contribution-set': (of) => m.proposal_moment_contribution_set(of),
	renamed: (of) => m.proposal_moment_renamed(of),
	'step-set': (of) => m.proposal_moment_step_set(of),
	'step-removed': (of) => m.proposal_moment_step_removed(of),
	'person-let-in': (of) => m.proposal_moment_let_in(of),
	'opening-announced': (of) => m.proposal_moment_announced(of),
	'opening-cancelled': (of) => m.proposal_moment_cancelled(of),
	opened: (of) => m.proposal_moment_opened(of),
	'change-asked': (of) => m.proposal_moment_change_asked(of),
	reopened: () => m.proposal_moment_reopened(),
	confirmed: (of) => m.proposal_moment_confirmed(of),
	'confirmation-voided': (of) => m.proposal_moment_voided(of),
	partnership: () => m.proposal_moment_partnership()
};

const failures: Readonly<Record<string, Words>> = {
	title: () => m.proposal_missing_title(),
	parties: () => m.proposal_missing_parties(),
	contributions: () => m.proposal_missing_contributions(),
	step: () => m.proposal_missing_step(),
	facts: () => m.proposal_failed_facts(),
	late: () => m.proposal_failed_late(),
	seat: () => m.proposal_failed_seat(),
	text: () => m.proposal_failed_text(),
	gone: (of) => m.proposal_failed_gone(of)
};

/** One line of the history in words, without its time and its reason. */
export function momentWords(moment: Moment, names: { readonly who: string; readonly centre: string }): string {
	const { what } = moment;
	const known = { ...names, version: String(moment.version ?? '') };
	if (what.startsWith('opening-failed-')) {
		const why = failures[what.slice('opening-failed-'.length)]?.(known) ?? '';
		return m.proposal_moment_failed({ why });
	}
	return momentSentences[what]?.(known) ?? m.proposal_moment_other(names);
}

/** News in words, to be said once. */
export function newsWords(news: ProposalNews, names: { readonly who: string; readonly centre: string }): string {
	const { title } = news;
	switch (news.is) {
		case 'invited':
			return m.proposal_said_invited({ title });
		case 'opening':
			return m.proposal_said_opening({ title, who: names.who });
		case 'cancelled':
			return m.proposal_said_cancelled({ title });
		case 'opened':
			return news.ours
				? m.proposal_said_opened_ours({ title, version: news.version })
				: m.proposal_said_opened({ title, version: news.version });
		case 'confirmed':
			return m.proposal_said_confirmed({ title, centre: names.centre });
		case 'change-asked':
			return m.proposal_said_change({ title, who: names.who, reason: news.reason });
		case 'reopened':
			return m.proposal_said_reopened({ title, reason: news.reason });
		case 'joined':
			return m.proposal_said_joined({ title, centre: names.centre });
		case 'partnership':
			return m.proposal_said_partnership({ title });
	}
}
