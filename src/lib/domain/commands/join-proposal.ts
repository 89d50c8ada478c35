import * as v from 'valibot';
import { partyOf } from '../board.ts';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { isFrozen, moment, proposalFor, proposalKeys, proposalOpen, withParty, withProposal } from '../proposals.ts';

export const proposalJoined = defineEvent<{ proposalId: string; centreId: string }, Record<never, string>>({
	type: 'proposal-joined',
	evolve: (board, event) =>
		withProposal(board, event.data.proposalId, (one) => {
			const { centreId } = event.data;
			const state = { is: 'in', by: event.by ?? '', at: event.at, reason: '' } as const;
			return moment(
				withParty(one, centreId, (party) => ({ ...party, state })),
				'party-joined',
				event,
				{ centreId }
			);
		}),
	touches: proposalKeys
});

/** A verified delegate lets the own centre take part, while it is being written. */
export const joinProposal = defineCommand({
	name: 'join-proposal',
	input: v.strictObject({ proposalId: idSchema }),
	allow: { delegate: 'verified', facilitator: false, organiser: false },
	needs: 'propose',
	events: [proposalJoined],
	decide: (board, { proposalId }, { actor }) => {
		const proposal = proposalFor(board, actor, proposalId);
		if (isRefusal(proposal)) return proposal;
		const party = partyOf(proposal, actor.centreId);
		if (party?.state.is !== 'invited') {
			return reject('not-invited', 'Your organisation has answered this invitation already.');
		}
		// A party that comes later is not in the version that the others read.
		if (isFrozen(proposal)) return proposalOpen;
		return accept(proposalJoined.of({ proposalId, centreId: party.centreId }, {}));
	}
});
