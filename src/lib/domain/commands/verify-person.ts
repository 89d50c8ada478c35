import * as v from 'valibot';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { idSchema } from '../ids.ts';
import { refusedAbout } from '../membership.ts';

type Data = {
	personId: string;
	how: 'facilitator' | 'code';
	/** The centre that was vouched for; left out in older logs and by older phones, which meant the one of that moment. */
	centreId?: string;
};

export const personVerified = defineEvent<Data, Record<never, string>>({
	type: 'person-verified',
	// A fact about the person: the directory keeps it, in the same transaction. The board only tells when and by whom.
	evolve: (board) => board,
	touches: () => []
});

/** Vouches that a person belongs to the centre that whoever vouches read beside their name. */
export const verifyPerson = defineCommand({
	name: 'verify-person',
	input: v.strictObject({ personId: idSchema, centreId: v.optional(idSchema) }),
	allow: { delegate: 'no', facilitator: true, organiser: true },
	needs: null,
	events: [personVerified],
	decide: (_board, { personId, centreId }, context) => {
		const refused = refusedAbout(context, personId);
		if (refused) return refused;
		const person = context.person(personId);
		if (person && centreId !== undefined && person.centreId !== centreId) {
			return reject('person-moved', 'This person has changed the organisation. Read it, then verify again.');
		}
		if (person?.verified) return reject('person-verified', 'This person is verified already.');
		const named = centreId === undefined ? {} : { centreId };
		return accept(personVerified.of({ personId, how: 'facilitator', ...named }, {}));
	}
});
