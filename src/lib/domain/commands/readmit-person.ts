import * as v from 'valibot';
import { put } from '../board.ts';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { idSchema } from '../ids.ts';

export const personReadmitted = defineEvent<{ personId: string }, Record<never, string>>({
	type: 'person-readmitted',
	evolve: (board, { data }) => ({
		...board,
		members: put(board.members, data.personId, { personId: data.personId, removed: null })
	}),
	touches: (_board, { personId }) => [`members/${personId}`]
});

export const readmitPerson = defineCommand({
	name: 'readmit-person',
	input: v.strictObject({ personId: idSchema }),
	allow: { delegate: 'no', facilitator: true, organiser: true },
	needs: null,
	events: [personReadmitted],
	decide: (board, { personId }) =>
		board.members.get(personId)?.removed
			? accept(personReadmitted.of({ personId }, {}))
			: reject('person-not-removed', 'This person is in the workshop.')
});
