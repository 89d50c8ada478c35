import * as v from 'valibot';
import { pairKey, put, without } from '../board.ts';
import { accept, defineCommand, defineEvent } from '../command.ts';
import { cardAndWhatHangsOnIt, held, isRefusal, notJoined, notYours, seenCard, withoutPlace } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { mayActOn } from '../roles.ts';

export const sectorLeft = defineEvent<{ cardId: string; centreId: string; last: boolean }, Record<never, string>>({
	type: 'sector-left',
	evolve: (board, { data, at, by }) => {
		const { cardId, centreId, last } = data;
		const lines = without(board.lines, pairKey(cardId, centreId));
		const card = board.cards.get(cardId);
		if (!last || !card) return { ...board, lines };
		const state = { is: 'withdrawn', by: by ?? '', at } as const;
		return { ...withoutPlace(board, card), lines, cards: put(board.cards, cardId, { ...card, state }) };
	},
	touches: (board, { cardId, centreId }) => [
		...cardAndWhatHangsOnIt(board, cardId),
		`lines/${pairKey(cardId, centreId)}`
	]
});

export const leaveSector = defineCommand({
	name: 'leave-sector',
	input: v.strictObject({ cardId: idSchema }),
	allow: { delegate: 'any', facilitator: false, organiser: false },
	needs: 'edit',
	events: [sectorLeft],
	decide: (board, { cardId }, context) => {
		const card = seenCard(board, context.actor, cardId);
		if (isRefusal(card)) return card;
		const centreId = context.actor.centreId ?? '';
		const line = board.lines.get(pairKey(cardId, centreId));
		if (!line) return notJoined;
		if (!mayActOn(context.actor, line)) return notYours(context);
		if (card.state.is === 'hidden') return held;
		const others = [...board.lines.values()].some((one) => one.cardId === cardId && one.centreId !== centreId);
		return accept(sectorLeft.of({ cardId, centreId, last: !others }, {}));
	}
});
