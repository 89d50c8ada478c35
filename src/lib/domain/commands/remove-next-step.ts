import * as v from 'valibot';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { draftFor, edited, proposalKeys, withProposal } from '../proposals.ts';

export const nextStepRemoved = defineEvent<{ proposalId: string; stepId: string }, Record<never, string>>({
	type: 'next-step-removed',
	evolve: (board, { data, ...event }) =>
		withProposal(board, data.proposalId, (one) => {
			const steps = one.steps.filter((step) => step.id !== data.stepId);
			return edited({ ...one, steps }, 'step-removed', event);
		}),
	touches: proposalKeys
});

export const removeNextStep = defineCommand({
	name: 'remove-next-step',
	input: v.strictObject({ proposalId: idSchema, stepId: idSchema }),
	allow: { delegate: 'any', facilitator: false, organiser: false },
	needs: 'propose',
	events: [nextStepRemoved],
	decide: (board, input, { actor }) => {
		const proposal = draftFor(board, actor, input.proposalId);
		if (isRefusal(proposal)) return proposal;
		return proposal.steps.some((step) => step.id === input.stepId)
			? accept(nextStepRemoved.of(input, {}))
			: reject('step-gone', 'This next step is gone already.');
	}
});
