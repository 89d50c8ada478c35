import * as v from 'valibot';
import { defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { decideGone, ownSeat, proposalFor, proposalKeys, withoutParty, type Gone } from '../proposals.ts';
import { limits, oneLine } from '../texts.ts';

export const partyWithdrew = defineEvent<Gone, { reason: string; snapshot: string }>({
	type: 'party-withdrew',
	evolve: (board, event) => withoutParty(board, event, 'withdrawn'),
	touches: proposalKeys
});

/** A centre that confirmed goes out, with date and reason. The others are asked again, for a version without it. */
export const withdrawConfirmation = defineCommand({
	name: 'withdraw-confirmation',
	input: v.strictObject({ proposalId: idSchema, reason: oneLine(limits.reason) }),
	allow: { delegate: 'verified', facilitator: false, organiser: false },
	needs: null,
	events: [partyWithdrew],
	decide: (board, { proposalId, reason }, context) => {
		const proposal = proposalFor(board, context.actor, proposalId);
		if (isRefusal(proposal)) return proposal;
		const seat = ownSeat(proposal, context.actor);
		if (isRefusal(seat)) return seat;
		if (!proposal.confirmations.some((one) => one.centreId === seat.centreId)) {
			return reject(
				'not-confirmed',
				'Your organisation has not said yes to this version. You can leave the draft instead.'
			);
		}
		return decideGone(proposal, seat.centreId, reason, context, partyWithdrew.of);
	}
});
