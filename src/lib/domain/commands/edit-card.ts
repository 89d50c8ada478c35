import * as v from 'valibot';
import { offerKinds, type OfferKind } from '../board.ts';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal, notOpen, notYours, refusedName, seenCard, withCard } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { mayActOnCard } from '../roles.ts';
import { sectorsSchema } from '../sector-codes.ts';
import { freeText, languageSchema, limits, oneLine } from '../texts.ts';

type Data = {
	cardId: string;
	language: string;
	sectors: readonly string[];
	networkId: string | null;
	offerKind: OfferKind | null;
	/** Whether a verified delegate wrote it as it stands now. */
	vouched: boolean;
};

export const cardEdited = defineEvent<Data, { title: string; text: string }>({
	type: 'card-edited',
	evolve: (board, { data, texts, at }) => {
		const { cardId, ...facts } = data;
		return withCard(board, cardId, (card) => ({
			...card,
			...facts,
			title: texts.title,
			text: texts.text,
			editedAt: at
		}));
	},
	touches: (_board, { cardId }) => [`cards/${cardId}`]
});

/** Changes a challenge or an offer. A sector has a line for each centre instead. */
export const editCard = defineCommand({
	name: 'edit-card',
	input: v.strictObject({
		cardId: idSchema,
		title: oneLine(limits.title),
		text: freeText(limits.text),
		language: languageSchema,
		sectors: sectorsSchema,
		networkId: v.nullable(idSchema),
		offerKind: v.nullable(v.picklist(offerKinds))
	}),
	allow: { delegate: 'any', facilitator: false, organiser: false },
	needs: 'edit',
	events: [cardEdited],
	decide: (board, { title, text, ...facts }, context) => {
		const card = seenCard(board, context.actor, facts.cardId);
		if (isRefusal(card)) return card;
		if (card.kind === 'sector') return notOpen;
		if (!mayActOnCard(context.actor, card)) return notYours(context);
		const refused = refusedName(context, facts.networkId);
		if (refused) return refused;
		if ((card.kind === 'offer') !== (facts.offerKind !== null)) {
			return reject('offer-kind-missing', 'Say what kind of offer it is.');
		}
		return accept(cardEdited.of({ ...facts, vouched: context.actor.verified }, { title, text }));
	}
});
