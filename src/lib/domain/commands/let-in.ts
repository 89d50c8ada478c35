import * as v from 'valibot';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { moment, proposalFor, proposalKeys, withProposal } from '../proposals.ts';

type Data = { proposalId: string; personId: string; centreId: string };

export const personLetIn = defineEvent<Data, Record<never, string>>({
	type: 'person-let-in',
	evolve: (board, event) =>
		withProposal(board, event.data.proposalId, (one) => {
			const { personId, centreId } = event.data;
			return moment({ ...one, letIn: [...one.letIn, { personId, centreId }] }, 'person-let-in', event);
		}),
	touches: proposalKeys
});

/** A verified delegate lets an unverified colleague of the own centre read or write a proposal. */
export const letIn = defineCommand({
	name: 'let-in',
	input: v.strictObject({ proposalId: idSchema, personId: idSchema }),
	allow: { delegate: 'verified', facilitator: false, organiser: false },
	needs: null,
	events: [personLetIn],
	decide: (board, { proposalId, personId }, context) => {
		const proposal = proposalFor(board, context.actor, proposalId);
		if (isRefusal(proposal)) return proposal;
		const person = context.person(personId);
		if (person ? person.centreId !== context.actor.centreId : context.knowsAll) {
			return reject('not-a-colleague', 'You can let in people of your own organisation only.');
		}
		const centreId = context.actor.centreId ?? '';
		if (proposal.letIn.some((one) => one.personId === personId && one.centreId === centreId))
			return reject('let-in-already', 'This person can open the draft already.');
		return accept(personLetIn.of({ proposalId, personId, centreId }, {}));
	}
});
