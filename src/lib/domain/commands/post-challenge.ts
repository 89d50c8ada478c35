import * as v from 'valibot';
import { put, type Card } from '../board.ts';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { refusedByQuota } from '../card-quota.ts';
import { refusedName } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { freeText, languageSchema, limits, oneLine } from '../texts.ts';
import { sectorsSchema } from '../sector-codes.ts';

type Data = Pick<Card, 'centreId' | 'networkId' | 'authorId' | 'language' | 'sectors' | 'vouched'> & {
	cardId: string;
	private: boolean;
};

export const challengePosted = defineEvent<Data, { title: string; text: string }>({
	type: 'challenge-posted',
	evolve: (board, { data, texts, at }) => {
		const { cardId: id, private: hidden, ...facts } = data;
		const state = { is: hidden ? 'private' : 'published' } as const;
		const card: Card = {
			id,
			kind: 'challenge',
			...facts,
			title: texts.title,
			text: texts.text,
			offerKind: null,
			postedAt: at,
			editedAt: null,
			state
		};
		return { ...board, cards: put(board.cards, id, card) };
	},
	touches: (_board, { cardId }) => [`cards/${cardId}`]
});

export const postChallenge = defineCommand({
	name: 'post-challenge',
	input: v.strictObject({
		cardId: idSchema,
		title: oneLine(limits.title),
		text: freeText(limits.text),
		language: languageSchema,
		sectors: sectorsSchema,
		networkId: v.nullable(idSchema)
	}),
	allow: { delegate: 'any', facilitator: false, organiser: false },
	needs: 'post',
	events: [challengePosted],
	decide: (board, { cardId, title, text, ...facts }, context) => {
		const refused = refusedName(context, facts.networkId) ?? refusedByQuota(board, context.actor.personId);
		if (refused) return refused;
		if (board.cards.has(cardId)) return reject('card-exists', 'This card is already on the board.');
		const { personId: authorId, centreId, verified } = context.actor;
		return accept(
			challengePosted.of(
				{ cardId, ...facts, authorId, centreId: centreId ?? '', vouched: verified, private: board.room.privateWriting },
				{ title, text }
			)
		);
	}
});
