import * as v from 'valibot';
import type { Step } from '../board.ts';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { draftFor, edited, proposalKeys, withProposal } from '../proposals.ts';
import { daySchema, freeText, limits, oneLine } from '../texts.ts';

type Data = { proposalId: string; stepId: string; due: string | null };

export const nextStepSet = defineEvent<Data, { what: string; owner: string }>({
	type: 'next-step-set',
	evolve: (board, { data, texts, ...event }) =>
		withProposal(board, data.proposalId, (one) => {
			const step: Step = { id: data.stepId, what: texts.what, owner: texts.owner, due: data.due };
			const there = one.steps.some((other) => other.id === step.id);
			const steps = there ? one.steps.map((other) => (other.id === step.id ? step : other)) : [...one.steps, step];
			return edited({ ...one, steps }, 'step-set', event);
		}),
	touches: proposalKeys
});

/** Adds a next step, or changes the one with this id. */
export const setNextStep = defineCommand({
	name: 'set-next-step',
	input: v.strictObject({
		proposalId: idSchema,
		stepId: idSchema,
		what: oneLine(limits.stepWhat),
		owner: freeText(limits.stepOwner),
		due: v.nullable(daySchema)
	}),
	allow: { delegate: 'any', facilitator: false, organiser: false },
	needs: 'propose',
	events: [nextStepSet],
	decide: (board, { proposalId, stepId, what, owner, due }, { actor }) => {
		const proposal = draftFor(board, actor, proposalId);
		if (isRefusal(proposal)) return proposal;
		if (proposal.steps.length >= limits.stepsPerProposal && !proposal.steps.some((step) => step.id === stepId)) {
			return reject('too-many-steps', 'This draft has as many next steps as it can hold.');
		}
		return accept(nextStepSet.of({ proposalId, stepId, due }, { what, owner }));
	}
});
