import * as v from 'valibot';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal } from '../cards.ts';
import { idSchema } from '../ids.ts';
import {
	draftFor,
	freeze,
	frozenFrom,
	missingToOpen,
	moment,
	ownSeat,
	partiesWithoutFacts,
	proposalKeys,
	refuseLate,
	withProposal
} from '../proposals.ts';

export const openedForConfirmation = defineEvent<
	{ proposalId: string; version: number; sha256: string },
	{ snapshot: string }
>({
	type: 'opened-for-confirmation',
	evolve: (board, event) =>
		withProposal(board, event.data.proposalId, (one) => {
			const { version, sha256 } = event.data;
			const frozen = frozenFrom({ version, sha256, snapshot: event.texts.snapshot }, event.at, event.by ?? '');
			return moment({ ...one, version, state: { is: 'open', frozen }, confirmations: [] }, 'opened', event, {
				version
			});
		}),
	touches: proposalKeys
});

export const openingFailed = defineEvent<{ proposalId: string; code: string }, Record<never, string>>({
	type: 'opening-failed',
	evolve: (board, event) =>
		withProposal(board, event.data.proposalId, (one) =>
			one.state.is === 'opening'
				? moment({ ...one, state: { is: 'draft' } }, `opening-failed-${event.data.code}`, event)
				: one
		),
	touches: proposalKeys
});

/**
 * Freezes the whole proposal as its next version. The server speaks it when the notice is over (see `due.ts`), in the
 * name of whoever announced it, with the text that it froze a moment before.
 */
export const openForConfirmation = defineCommand({
	name: 'open-for-confirmation',
	input: v.strictObject({ proposalId: idSchema }),
	allow: { delegate: 'verified', facilitator: false, organiser: false },
	needs: null,
	step: 'freeze',
	events: [openedForConfirmation, openingFailed],
	decide: (board, { proposalId }, context) => {
		const proposal = draftFor(board, context.actor, proposalId);
		if (isRefusal(proposal)) return proposal;
		if (proposal.state.is !== 'opening' || context.now < proposal.state.opensAt) {
			return reject('opening-not-due', 'Announce the opening first; the writers have ten seconds to finish.');
		}
		const late = refuseLate(context);
		const seat = ownSeat(proposal, context.actor);
		const missing = missingToOpen(proposal)[0];
		const unknown = partiesWithoutFacts(proposal, context).length > 0 ? 'facts' : undefined;
		const code = late ? 'late' : isRefusal(seat) ? 'seat' : (missing ?? unknown);
		if (code) return accept(openingFailed.of({ proposalId, code }, {}));
		const fact = context.frozenText === undefined ? null : freeze(proposal, context.frozenText, context);
		if (!fact) return { kind: 'unpredicted' };
		const { version, sha256, snapshot } = fact;
		return accept(openedForConfirmation.of({ proposalId, version, sha256 }, { snapshot }));
	}
});
