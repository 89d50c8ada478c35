import * as v from 'valibot';
import { pairKey, without } from '../board.ts';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { notYours } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { mayActOn } from '../roles.ts';

export const interestUnmarked = defineEvent<{ cardId: string; centreId: string }, Record<never, string>>({
	type: 'interest-unmarked',
	evolve: (board, { data }) => ({ ...board, interests: without(board.interests, pairKey(data.cardId, data.centreId)) }),
	touches: (_board, { cardId, centreId }) => [`interests/${pairKey(cardId, centreId)}`]
});

export const unmarkInterest = defineCommand({
	name: 'unmark-interest',
	input: v.strictObject({ cardId: idSchema }),
	allow: { delegate: 'any', facilitator: false, organiser: false },
	needs: 'mark',
	events: [interestUnmarked],
	decide: (board, { cardId }, context) => {
		const centreId = context.actor.centreId ?? '';
		const mark = board.interests.get(pairKey(cardId, centreId));
		if (!mark) return reject('interest-not-marked', 'Your organisation has no mark on this card. Nothing was changed.');
		if (!mayActOn(context.actor, mark)) return notYours(context);
		return accept(interestUnmarked.of({ cardId, centreId }, {}));
	}
});
