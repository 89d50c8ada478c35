import * as v from 'valibot';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal, notYours, openCard, withCard } from '../cards.ts';
import { idSchema } from '../ids.ts';

export const cardKept = defineEvent<{ cardId: string }, Record<never, string>>({
	type: 'card-kept',
	evolve: (board, { data }) => withCard(board, data.cardId, (card) => ({ ...card, vouched: true })),
	touches: (_board, { cardId }) => [`cards/${cardId}`]
});

/** A verified delegate stands behind what an unverified colleague posted for the centre. */
export const keepCard = defineCommand({
	name: 'keep-card',
	input: v.strictObject({ cardId: idSchema }),
	allow: { delegate: 'verified', facilitator: false, organiser: false },
	needs: null,
	events: [cardKept],
	decide: (board, { cardId }, context) => {
		const card = openCard(board, cardId);
		if (isRefusal(card)) return card;
		if (card.centreId !== context.actor.centreId) return notYours(context);
		if (card.vouched) return reject('card-kept', 'Your organisation already stands behind this card.');
		return accept(cardKept.of({ cardId }, {}));
	}
});
