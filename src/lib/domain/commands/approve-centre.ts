import * as v from 'valibot';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { idSchema } from '../ids.ts';

export const centreApproved = defineEvent<{ centreId: string }, Record<never, string>>({
	type: 'centre-approved',
	// A fact of the directory, kept there in the same transaction.
	evolve: (board) => board,
	touches: () => []
});

/** Takes a centre that a delegate asked for into the forum's roster. */
export const approveCentre = defineCommand({
	name: 'approve-centre',
	input: v.strictObject({ centreId: idSchema }),
	allow: { delegate: 'no', facilitator: true, organiser: true },
	needs: null,
	events: [centreApproved],
	decide: (_board, { centreId }, context) =>
		context.knowsAll && !context.centre(centreId)
			? reject('centre-unknown', 'This organisation is not in the roster.')
			: accept(centreApproved.of({ centreId }, {}))
});
