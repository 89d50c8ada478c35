import * as v from 'valibot';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { cardAndWhatHangsOnIt, withCard, withoutPlace } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { limits, oneLine } from '../texts.ts';

export const cardHidden = defineEvent<{ cardId: string }, { reason: string }>({
	type: 'card-hidden',
	evolve: (board, { data, texts, at, by }) => {
		const card = board.cards.get(data.cardId);
		if (card?.state.is !== 'published' && card?.state.is !== 'private') return board;
		const state = { is: 'hidden', by: by ?? '', at, reason: texts.reason, before: card.state.is } as const;
		// A hidden sector is no meeting place: others may open one, without learning that there was another.
		return withCard(withoutPlace(board, card), card.id, (one) => ({ ...one, state }));
	},
	touches: (board, { cardId }) => cardAndWhatHangsOnIt(board, cardId)
});

/** Takes a card off the board. Its author sees it with the reason; nothing of it is lost. */
export const hideCard = defineCommand({
	name: 'hide-card',
	input: v.strictObject({ cardId: idSchema, reason: oneLine(limits.reason) }),
	allow: { delegate: 'no', facilitator: true, organiser: true },
	needs: null,
	events: [cardHidden],
	decide: (board, { cardId, reason }) => {
		const card = board.cards.get(cardId);
		if (card?.state.is === 'hidden') return reject('card-hidden', 'This card is hidden already.');
		if (card?.state.is !== 'published') return reject('card-not-open', 'This card is not on the board any more.');
		return accept(cardHidden.of({ cardId }, { reason }));
	}
});
