import * as v from 'valibot';
import { pairKey, put, type Board, type Card, type SectorLine } from '../board.ts';
import { accept, defineCommand, defineEvent, reject, type Actor, type Decision, type Refusal } from '../command.ts';
import { refusedByQuota } from '../card-quota.ts';
import { cardAndWhatHangsOnIt, isRefusal, notJoined, notOpen, notYours, refusedName } from '../cards.ts';
import { idSchema, type Id } from '../ids.ts';
import { mayActOn } from '../roles.ts';
import { sectorCodeSchema } from '../sector-codes.ts';
import { freeText, languageSchema, limits } from '../texts.ts';

type Line = Pick<SectorLine, 'cardId' | 'centreId' | 'networkId' | 'personId' | 'language'>;

export const sectorPosted = defineEvent<Line & { code: string; vouched: boolean; private: boolean }, { text: string }>({
	type: 'sector-posted',
	evolve: (board, { data, texts, at }) => {
		const { cardId, centreId, networkId, personId, language, code, vouched } = data;
		const card: Card = {
			id: cardId,
			kind: 'sector',
			centreId,
			networkId,
			authorId: personId,
			title: '',
			text: '',
			language,
			sectors: [code],
			offerKind: null,
			postedAt: at,
			editedAt: null,
			vouched,
			state: { is: data.private ? 'private' : 'published' }
		};
		const line: SectorLine = { cardId, centreId, networkId, personId, language, text: texts.text, at };
		return {
			...board,
			cards: put(board.cards, cardId, card),
			lines: put(board.lines, pairKey(cardId, centreId), line),
			// In private writing each author has a card of their own; they meet when the cards are revealed.
			sectorCards: data.private ? board.sectorCards : put(board.sectorCards, code, cardId)
		};
	},
	touches: (board, { cardId }) => cardAndWhatHangsOnIt(board, cardId)
});

export const sectorJoined = defineEvent<Line, { text: string }>({
	type: 'sector-joined',
	evolve: (board, { data, texts, at }) => {
		const key = pairKey(data.cardId, data.centreId);
		// A changed line is no second joining.
		const since = board.lines.get(key)?.at ?? at;
		return { ...board, lines: put(board.lines, key, { ...data, text: texts.text, at: since }) };
	},
	touches: (_board, { cardId, centreId }) => [`lines/${pairKey(cardId, centreId)}`]
});

/**
 * Posts a sector, or joins the one that is there: a sector is one meeting place per board. Whoever changes a line may
 * name its card.
 */
export const postSector = defineCommand({
	name: 'post-sector',
	input: v.strictObject({
		cardId: idSchema,
		code: sectorCodeSchema,
		text: freeText(limits.line),
		language: languageSchema,
		networkId: v.nullable(idSchema)
	}),
	allow: { delegate: 'any', facilitator: false, organiser: false },
	needs: 'post',
	events: [sectorPosted, sectorJoined],
	decide: (board, { cardId: wanted, code, text, language, networkId }, context): Decision => {
		const refused = refusedName(context, networkId);
		if (refused) return refused;
		const { personId, verified } = context.actor;
		const centreId = context.actor.centreId ?? '';
		const there = meetingPlace(board, context.actor, code, wanted);
		if (there && isRefusal(there)) return there;
		const line = { cardId: there?.id ?? wanted, centreId, networkId, personId, language };
		if (there === undefined) {
			const named = board.cards.get(wanted);
			if (named?.sectors[0] === code && named.kind === 'sector') return notOpen;
			if (named) return reject('card-exists', 'This card is already on the board.');
			const tooMany = refusedByQuota(board, personId);
			if (tooMany) return tooMany;
			return accept(
				sectorPosted.of({ ...line, code, vouched: verified, private: board.room.privateWriting }, { text })
			);
		}
		const own = board.lines.get(pairKey(there.id, centreId));
		if (own && !mayActOn(context.actor, own)) return notYours(context);
		return accept(sectorJoined.of(line, { text }));
	}
});

/**
 * The card that takes this actor's line; undefined when a new one is posted. In private writing a line joins nothing
 * that others see: each author has a card of their own until all are revealed. A line that all see already is no new card.
 */
function meetingPlace(board: Board, actor: Actor, code: string, wanted: Id): Card | Refusal | undefined {
	const isOwn = (card: Card) =>
		card.kind === 'sector' &&
		card.sectors[0] === code &&
		card.state.is === 'private' &&
		card.authorId === actor.personId &&
		card.centreId === actor.centreId;
	const named = board.cards.get(wanted);
	if (named && isOwn(named)) return named;
	const placeId = board.sectorCards.get(code);
	const place = placeId === undefined ? undefined : board.cards.get(placeId);
	if (!board.room.privateWriting) return place;
	const joined = place !== undefined && board.lines.has(pairKey(place.id, actor.centreId ?? ''));
	if (place && place === named) return joined ? place : notJoined;
	const own = [...board.cards.values()].find(isOwn);
	return own ?? (joined ? place : undefined);
}
