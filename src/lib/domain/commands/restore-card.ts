import * as v from 'valibot';
import { put } from '../board.ts';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { cardAndWhatHangsOnIt, withCard } from '../cards.ts';
import { idSchema } from '../ids.ts';

export const cardRestored = defineEvent<{ cardId: string }, Record<never, string>>({
	type: 'card-restored',
	evolve: (board, { data }) => {
		const card = board.cards.get(data.cardId);
		if (card?.state.is !== 'hidden') return board;
		const { before } = card.state;
		const isPlace = card.kind === 'sector' && before === 'published';
		const sectorCards = isPlace ? put(board.sectorCards, card.sectors[0] ?? '', card.id) : board.sectorCards;
		return withCard({ ...board, sectorCards }, card.id, (one) => ({ ...one, state: { is: before } }));
	},
	touches: (board, { cardId }) => cardAndWhatHangsOnIt(board, cardId)
});

export const restoreCard = defineCommand({
	name: 'restore-card',
	input: v.strictObject({ cardId: idSchema }),
	allow: { delegate: 'no', facilitator: true, organiser: true },
	needs: null,
	events: [cardRestored],
	decide: (board, { cardId }) => {
		const card = board.cards.get(cardId);
		if (card?.state.is !== 'hidden') return reject('card-not-hidden', 'This card is not hidden.');
		if (card.kind === 'sector' && board.sectorCards.has(card.sectors[0] ?? '')) {
			return reject('sector-there', 'This sector has a new card meanwhile. Organisations meet there now.');
		}
		return accept(cardRestored.of({ cardId }, {}));
	}
});
