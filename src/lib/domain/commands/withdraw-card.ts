import * as v from 'valibot';
import { accept, defineCommand, defineEvent } from '../command.ts';
import { cardAndWhatHangsOnIt, held, isRefusal, notOpen, notYours, seenCard, withCard } from '../cards.ts';
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
		const card = seenCard(board, context.actor, cardId);
		if (isRefusal(card)) return card;
		if (card.kind === 'sector') return notOpen;
		if (!mayActOnCard(context.actor, card)) return notYours(context);
		return card.state.is === 'hidden' ? held : accept(cardWithdrawn.of({ cardId }, {}));
	}
});
