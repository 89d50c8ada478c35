import * as v from 'valibot';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { idSchema } from '../ids.ts';
import { refusedAbout } from '../membership.ts';

export const personVerified = defineEvent<{ personId: string; how: 'facilitator' | 'code' }, Record<never, string>>({
	type: 'person-verified',
	// A fact about the person: the directory keeps it, in the same transaction. The board only tells when and by whom.
	evolve: (board) => board,
	touches: () => []
});

/** Vouches that a person belongs to the centre that they chose. */
export const verifyPerson = defineCommand({
	name: 'verify-person',
	input: v.strictObject({ personId: idSchema }),
	allow: { delegate: 'no', facilitator: true, organiser: true },
	needs: null,
	events: [personVerified],
	decide: (_board, { personId }, context) => {
		const refused = refusedAbout(context, personId);
		if (refused) return refused;
		if (context.person(personId)?.verified) return reject('person-verified', 'This person is verified already.');
		return accept(personVerified.of({ personId, how: 'facilitator' }, {}));
	}
});
