import * as v from 'valibot';
import { pairKey, type Board, type Card, type SectorLine } from '../board.ts';
import { accept, defineCommand, defineEvent, reject, type Context, type SeenKey } from '../command.ts';
import { idSchema } from '../ids.ts';

type Data = {
	cardIds: readonly string[];
	/** Private sector cards that meet in the one that is there. */ joins: readonly { from: string; into: string }[];
	/**
	 * Authors of lines that meet for whom nobody has vouched. Left out in logs from before two lines of one centre were both
	 * kept: there the line that came second was dropped, and each kept the time at which it was written in private.
	 */
	unverified?: readonly string[];
};

function keysOf(board: Board, { cardIds, joins }: Data): readonly SeenKey[] {
	const cards = new Set([...cardIds, ...joins.flatMap(({ from, into }) => [from, into])]);
	const keys: SeenKey[] = [...cards].map((id): SeenKey => `cards/${id}`);
	for (const [key, line] of board.lines) if (cards.has(line.cardId)) keys.push(`lines/${key}`);
	return keys;
}

export const cardsRevealed = defineEvent<Data, Record<never, string>>({
	type: 'cards-revealed',
	evolve: (board, { data, at }) => {
		const cards = new Map(board.cards);
		const lines = new Map<string, SectorLine>(board.lines);
		const sectorCards = new Map(board.sectorCards);
		for (const id of data.cardIds) {
			const card = cards.get(id);
			if (card?.state.is !== 'private') continue;
			cards.set(id, { ...card, state: { is: 'published' } });
			if (card.kind === 'sector') sectorCards.set(card.sectors[0] ?? '', id);
			// Nobody could read a line before it was revealed: to everybody else it is new now.
			if (!data.unverified) continue;
			for (const [key, line] of board.lines) if (line.cardId === id) lines.set(key, { ...line, at });
		}
		for (const { from, into } of data.joins) {
			const card = cards.get(from);
			if (card) cards.set(from, { ...card, state: { is: 'withdrawn', by: card.authorId, at } });
			for (const line of board.lines.values()) {
				if (line.cardId !== from) continue;
				const key = pairKey(into, line.centreId);
				const there = lines.get(key);
				if (!there) lines.set(key, { ...line, cardId: into, ...(data.unverified && { at }) });
				else if (data.unverified) lines.set(key, bothLines(there, line, data.unverified));
			}
		}
		return { ...board, cards, lines, sectorCards };
	},
	touches: keysOf
});

/**
 * Two lines of one centre in one: the words of the second below those of the first, even when they are longer together
 * than one may type. It belongs to whoever was vouched for, so that a guest neither changes nor takes away their words,
 * and says that words of a guest stand in it.
 */
function bothLines(there: SectorLine, line: SectorLine, unverified: readonly string[]): SectorLine {
	if (line.text === '' || line.text === there.text) return there;
	const guests = [there, line].filter((one) => one.unverifiedWords ?? unverified.includes(one.personId));
	const owner = unverified.includes(there.personId) ? line.personId : there.personId;
	const both = { ...there, personId: owner, ...(guests.length > 0 && { unverifiedWords: true as const }) };
	if (there.text === '') return { ...both, text: line.text, language: line.language };
	return { ...both, text: `${there.text}\n${line.text}` };
}

/** Puts private cards on the board: these, or all. Two of one sector become one meeting place. */
export const revealCards = defineCommand({
	name: 'reveal-cards',
	input: v.strictObject({ cardIds: v.nullable(v.pipe(v.array(idSchema), v.maxLength(2000))) }),
	allow: { delegate: 'no', facilitator: true, organiser: true },
	needs: null,
	events: [cardsRevealed],
	decide: (board, { cardIds }, context) => {
		const wanted = cardIds === null ? null : new Set(cardIds);
		const hidden = [...board.cards.values()].filter(
			(card) => card.state.is === 'private' && (wanted?.has(card.id) ?? true)
		);
		// Not even a facilitator's phone sees the cards that are to be revealed.
		if (!context.knowsAll) return { kind: 'unpredicted' };
		if (hidden.length === 0) return reject('nothing-private', 'No card waits to be revealed.');
		const places = new Map(board.sectorCards);
		const reveal: string[] = [];
		const joins: { from: string; into: string }[] = [];
		for (const card of hidden.sort(byTime)) {
			const place = card.kind === 'sector' ? places.get(card.sectors[0] ?? '') : undefined;
			if (place !== undefined) joins.push({ from: card.id, into: place });
			else reveal.push(card.id);
			if (card.kind === 'sector' && place === undefined) places.set(card.sectors[0] ?? '', card.id);
		}
		const meeting = new Set(joins.flatMap(({ from, into }) => [from, into]));
		const lines = [...board.lines.values()].filter(({ cardId }) => meeting.has(cardId));
		const unverified = [...new Set(lines.filter((line) => !isVouchedLine(line, context)).map((one) => one.personId))];
		return accept(cardsRevealed.of({ cardIds: reveal, joins, unverified }, {}));
	}
});

function isVouchedLine({ personId, centreId }: SectorLine, context: Context): boolean {
	const person = context.person(personId);
	return person !== undefined && person.verified && person.centreId === centreId;
}

function byTime(a: Card, b: Card): number {
	return a.postedAt - b.postedAt || (a.id < b.id ? -1 : 1);
}
