import * as v from 'valibot';
import { interestKinds, pairKey, put, type CardKind, type InterestKind } from '../board.ts';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal, notYours, openCard, refusedName } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { mayActOn } from '../roles.ts';

/** What a centre can say to each kind of card. */
export const interestsOf: Readonly<Record<CardKind, readonly InterestKind[]>> = {
	challenge: ['can-help', 'same-need'],
	offer: ['want'],
	sector: ['work-with']
};

type Data = { cardId: string; centreId: string; personId: string; kind: InterestKind };

export const interestMarked = defineEvent<Data, Record<never, string>>({
	type: 'interest-marked',
	evolve: (board, { data, at }) => ({
		...board,
		interests: put(board.interests, pairKey(data.cardId, data.centreId), { ...data, at })
	}),
	touches: (_board, { cardId, centreId }) => [`interests/${pairKey(cardId, centreId)}`]
});

/** A centre marks a card once; marking it again changes what it says and who said it. */
export const markInterest = defineCommand({
	name: 'mark-interest',
	input: v.strictObject({ cardId: idSchema, kind: v.picklist(interestKinds) }),
	allow: { delegate: 'any', facilitator: false, organiser: false },
	needs: 'mark',
	events: [interestMarked],
	decide: (board, { cardId, kind }, context) => {
		const refused = refusedName(context, null);
		if (refused) return refused;
		const card = openCard(board, cardId);
		if (isRefusal(card)) return card;
		const { personId } = context.actor;
		const centreId = context.actor.centreId ?? '';
		if (!interestsOf[card.kind].includes(kind)) {
			return reject('interest-other-kind', 'This mark does not fit this kind of card. Nothing was changed.');
		}
		if (card.kind !== 'sector' && card.centreId === centreId) {
			return reject('own-card', 'This is your own card. Other organisations can mark it.');
		}
		const mark = board.interests.get(pairKey(cardId, centreId));
		if (mark && !mayActOn(context.actor, mark)) return notYours(context);
		if (mark?.kind === kind) return reject('interest-marked', 'Your organisation has marked this card already.');
		return accept(interestMarked.of({ cardId, centreId, personId, kind }, {}));
	}
});
