import * as v from 'valibot';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { cardAndWhatHangsOnIt, withCard } from '../cards.ts';
import { idSchema } from '../ids.ts';

export const cardRestored = defineEvent<{ cardId: string }, Record<never, string>>({
	type: 'card-restored',
	evolve: (board, { data }) =>
		withCard(board, data.cardId, (card) =>
			card.state.is === 'hidden' ? { ...card, state: { is: card.state.before } } : card
		),
	touches: (board, { cardId }) => cardAndWhatHangsOnIt(board, cardId)
});

export const restoreCard = defineCommand({
	name: 'restore-card',
	input: v.strictObject({ cardId: idSchema }),
	allow: { delegate: 'no', facilitator: true, organiser: true },
	needs: null,
	events: [cardRestored],
	decide: (board, { cardId }) =>
		board.cards.get(cardId)?.state.is === 'hidden'
			? accept(cardRestored.of({ cardId }, {}))
			: reject('card-not-hidden', 'This card is not hidden.')
});
