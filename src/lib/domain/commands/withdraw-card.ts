import * as v from 'valibot';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { cardAndWhatHangsOnIt, notYours, withCard } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { mayActOnCard } from '../roles.ts';

export const cardWithdrawn = defineEvent<{ cardId: string }, Record<never, string>>({
	type: 'card-withdrawn',
	evolve: (board, { data, at, by }) =>
		withCard(board, data.cardId, (card) => ({ ...card, state: { is: 'withdrawn', by: by ?? '', at } })),
	touches: (board, { cardId }) => cardAndWhatHangsOnIt(board, cardId)
});

export const withdrawCard = defineCommand({
	name: 'withdraw-card',
	input: v.strictObject({ cardId: idSchema }),
	allow: { delegate: 'any', facilitator: false, organiser: false },
	needs: 'edit',
	events: [cardWithdrawn],
	decide: (board, { cardId }, context) => {
		const card = board.cards.get(cardId);
		if (!card || card.kind === 'sector' || card.state.is === 'withdrawn') {
			return reject('card-not-open', 'This card is not on the board any more. Nothing was changed.');
		}
		if (card.state.is === 'hidden') {
			return reject('card-held', 'The facilitator has hidden this card. Please talk to the facilitator.');
		}
		return mayActOnCard(context.actor, card) ? accept(cardWithdrawn.of({ cardId }, {})) : notYours(context);
	}
});
