import * as v from 'valibot';
import { partiesIn } from '../board.ts';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { draftFor, moment, proposalKeys, withProposal } from '../proposals.ts';

export const proposalDiscarded = defineEvent<{ proposalId: string }, Record<never, string>>({
	type: 'proposal-discarded',
	evolve: (board, event) =>
		withProposal(board, event.data.proposalId, (one) =>
			moment({ ...one, state: { is: 'discarded', by: event.by ?? '', at: event.at } }, 'discarded', event)
		),
	touches: proposalKeys
});

const notVerified = reject('not-verified', 'Only verified delegates put a draft of their organisation away.');

/** Puts a draft away that nobody else has joined. */
export const discardProposal = defineCommand({
	name: 'discard-proposal',
	input: v.strictObject({ proposalId: idSchema }),
	allow: { delegate: 'any', facilitator: false, organiser: false },
	needs: null,
	events: [proposalDiscarded],
	decide: (board, { proposalId }, { actor }) => {
		const proposal = draftFor(board, actor, proposalId);
		if (isRefusal(proposal)) return proposal;
		if (!actor.verified && proposal.createdBy !== actor.personId) return notVerified;
		if (proposal.version > 0) {
			return reject('version-kept', 'A version of this draft was open for our yes. It stays readable.');
		}
		if (partiesIn(proposal).some((party) => party.centreId !== actor.centreId)) {
			return reject('others-joined', 'Other organisations have joined this draft. You can leave it instead.');
		}
		return accept(proposalDiscarded.of({ proposalId }, {}));
	}
});
