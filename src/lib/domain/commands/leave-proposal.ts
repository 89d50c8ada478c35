import * as v from 'valibot';
import { defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { decideGone, ownSeat, proposalFor, proposalKeys, withoutParty, type Gone } from '../proposals.ts';
import { freeText, limits } from '../texts.ts';

export const partyLeft = defineEvent<Gone, { reason: string; snapshot: string }>({
	type: 'party-left',
	evolve: (board, event) => withoutParty(board, event, 'left'),
	touches: proposalKeys
});

/** A verified delegate takes the own centre out before it confirmed. After confirming it withdraws instead. */
export const leaveProposal = defineCommand({
	name: 'leave-proposal',
	input: v.strictObject({ proposalId: idSchema, reason: freeText(limits.reason) }),
	allow: { delegate: 'verified', facilitator: false, organiser: false },
	needs: 'propose',
	events: [partyLeft],
	decide: (board, { proposalId, reason }, context) => {
		const proposal = proposalFor(board, context.actor, proposalId);
		if (isRefusal(proposal)) return proposal;
		const seat = ownSeat(proposal, context.actor);
		if (isRefusal(seat)) return seat;
		if (proposal.confirmations.some((one) => one.centreId === seat.centreId)) {
			return reject('already-confirmed', 'Your organisation said yes to this version. Withdraw, and give the reason.');
		}
		return decideGone(proposal, seat.centreId, reason, context, partyLeft.of);
	}
});
