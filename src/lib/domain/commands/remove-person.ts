import * as v from 'valibot';
import { put } from '../board.ts';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { idSchema } from '../ids.ts';
import { refusedAbout } from '../membership.ts';
import { limits, oneLine } from '../texts.ts';

export const personRemoved = defineEvent<{ personId: string }, { reason: string }>({
	type: 'person-removed',
	evolve: (board, { data, texts, at, by }) => ({
		...board,
		members: put(board.members, data.personId, {
			personId: data.personId,
			removed: { by: by ?? '', at, reason: texts.reason }
		})
	}),
	touches: (_board, { personId }) => [`members/${personId}`]
});

/** Ends a person's part in this workshop. What they posted stays; it can be hidden. */
export const removePerson = defineCommand({
	name: 'remove-person',
	input: v.strictObject({ personId: idSchema, reason: oneLine(limits.reason) }),
	allow: { delegate: 'no', facilitator: true, organiser: true },
	needs: null,
	events: [personRemoved],
	decide: (board, { personId, reason }, context) => {
		if (personId === context.actor.personId) return reject('not-yourself', 'You cannot remove yourself.');
		const refused = refusedAbout(context, personId);
		if (refused) return refused;
		if (board.members.get(personId)?.removed)
			return reject('person-removed-already', 'This person is removed already.');
		return accept(personRemoved.of({ personId }, { reason }));
	}
});
