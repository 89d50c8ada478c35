import * as v from 'valibot';
import { partyOf } from '../board.ts';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { moment, proposalFor, proposalKeys, withParty, withProposal } from '../proposals.ts';

export const proposalDeclined = defineEvent<{ proposalId: string; centreId: string }, Record<never, string>>({
	type: 'proposal-declined',
	evolve: (board, event) =>
		withProposal(board, event.data.proposalId, (one) => {
			const { centreId } = event.data;
			const state = { is: 'declined', by: event.by ?? '', at: event.at, reason: '' } as const;
			return moment(
				withParty(one, centreId, (party) => ({ ...party, state })),
				'party-declined',
				event,
				{ centreId }
			);
		}),
	touches: proposalKeys
});

/** A verified delegate says no for the own centre. It can be invited again. */
export const declineProposal = defineCommand({
	name: 'decline-proposal',
	input: v.strictObject({ proposalId: idSchema }),
	allow: { delegate: 'verified', facilitator: false, organiser: false },
	needs: 'propose',
	events: [proposalDeclined],
	decide: (board, { proposalId }, { actor }) => {
		const proposal = proposalFor(board, actor, proposalId);
		if (isRefusal(proposal)) return proposal;
		const party = partyOf(proposal, actor.centreId);
		if (party?.state.is !== 'invited') {
			return reject('not-invited', 'Your organisation has answered this invitation already.');
		}
		return accept(proposalDeclined.of({ proposalId, centreId: party.centreId }, {}));
	}
});
