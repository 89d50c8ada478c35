import * as v from 'valibot';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { draftFor, moment, proposalKeys, withProposal } from '../proposals.ts';

export const openingCancelled = defineEvent<{ proposalId: string }, Record<never, string>>({
	type: 'opening-cancelled',
	evolve: (board, event) =>
		withProposal(board, event.data.proposalId, (one) =>
			moment({ ...one, state: { is: 'draft' } }, 'opening-cancelled', event)
		),
	touches: proposalKeys
});

/** Any writer may stop the notice: the text is not ready yet. */
export const cancelOpening = defineCommand({
	name: 'cancel-opening',
	input: v.strictObject({ proposalId: idSchema }),
	allow: { delegate: 'any', facilitator: false, organiser: false },
	needs: null,
	events: [openingCancelled],
	decide: (board, { proposalId }, { actor }) => {
		const proposal = draftFor(board, actor, proposalId);
		if (isRefusal(proposal)) return proposal;
		return proposal.state.is === 'opening'
			? accept(openingCancelled.of({ proposalId }, {}))
			: reject('opening-not-announced', 'Nothing was about to open. You can go on writing.');
	}
});
