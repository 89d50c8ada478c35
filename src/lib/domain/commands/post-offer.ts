import * as v from 'valibot';
import { offerKinds, put, type Card } from '../board.ts';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { refusedByQuota } from '../card-quota.ts';
import { refusedName } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { sectorsSchema } from '../sector-codes.ts';
import { freeText, languageSchema, limits, oneLine } from '../texts.ts';

type Facts = Pick<Card, 'centreId' | 'networkId' | 'authorId' | 'language' | 'sectors' | 'vouched' | 'offerKind'>;
type Data = Facts & { cardId: string; private: boolean };

export const offerPosted = defineEvent<Data, { title: string; text: string }>({
	type: 'offer-posted',
	evolve: (board, { data, texts, at }) => {
		const { cardId: id, private: hidden, ...facts } = data;
		const state = { is: hidden ? 'private' : 'published' } as const;
		const card: Card = {
			id,
			kind: 'offer',
			...facts,
			title: texts.title,
			text: texts.text,
			postedAt: at,
			editedAt: null,
			state
		};
		return { ...board, cards: put(board.cards, id, card) };
	},
	touches: (_board, { cardId }) => [`cards/${cardId}`]
});

export const postOffer = defineCommand({
	name: 'post-offer',
	input: v.strictObject({
		cardId: idSchema,
		title: oneLine(limits.title),
		text: freeText(limits.text),
		language: languageSchema,
		sectors: sectorsSchema,
		networkId: v.nullable(idSchema),
		offerKind: v.picklist(offerKinds)
	}),
	allow: { delegate: 'any', facilitator: false, organiser: false },
	needs: 'post',
	events: [offerPosted],
	decide: (board, { cardId, title, text, ...facts }, context) => {
		const refused = refusedName(context, facts.networkId) ?? refusedByQuota(board, context.actor.personId);
		if (refused) return refused;
		if (board.cards.has(cardId)) return reject('card-exists', 'This card is already on the board.');
		const { personId: authorId, centreId, verified } = context.actor;
		return accept(
			offerPosted.of(
				{ cardId, ...facts, authorId, centreId: centreId ?? '', vouched: verified, private: board.room.privateWriting },
				{ title, text }
			)
		);
	}
});
