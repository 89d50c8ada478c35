import * as v from 'valibot';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { moment, ownSeat, proposalFor, proposalKeys, refuseLate, voided, withProposal } from '../proposals.ts';
import { limits, oneLine } from '../texts.ts';

export const changeAsked = defineEvent<{ proposalId: string; centreId: string; version: number }, { reason: string }>({
	type: 'change-asked',
	evolve: (board, event) =>
		withProposal(board, event.data.proposalId, (one) => {
			const { centreId, version } = event.data;
			const asked = moment(one, 'change-asked', event, { centreId, version, reason: event.texts.reason });
			return { ...voided(asked, event), state: { is: 'draft' } };
		}),
	touches: proposalKeys
});

/** A party asks for a change: everything can be written again, and what was confirmed is void, visibly. */
export const askForChange = defineCommand({
	name: 'ask-for-change',
	input: v.strictObject({ proposalId: idSchema, reason: oneLine(limits.reason) }),
	allow: { delegate: 'verified', facilitator: false, organiser: false },
	needs: null,
	events: [changeAsked],
	decide: (board, { proposalId, reason }, context) => {
		const proposal = proposalFor(board, context.actor, proposalId);
		if (isRefusal(proposal)) return proposal;
		const seat = ownSeat(proposal, context.actor);
		if (isRefusal(seat)) return seat;
		if (proposal.state.is !== 'open') {
			return reject('proposal-not-open', 'This draft is not open for confirmation now. Read what changed.');
		}
		const { version } = proposal.state.frozen;
		// Afterwards nobody could open it again, and what the others agreed to would be gone.
		return refuseLate(context) ?? accept(changeAsked.of({ proposalId, centreId: seat.centreId, version }, { reason }));
	}
});
