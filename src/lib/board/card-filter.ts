import { cardKinds, type CardKind } from '#lib/domain/board.ts';
import type { Id } from '#lib/domain/ids.ts';
import { foldedWords } from '#lib/vocabulary/fold.ts';
import type { CardEntry, CardLists, CardWords } from './card-index.ts';

/** Which cards: of everybody, of our centre, or those that our centre marked. */
export const whoseChoices = ['all', 'ours', 'marked'] as const;
export type Whose = (typeof whoseChoices)[number];

/** What a reader wants to see of a board. Empty strings and null: everything. */
export type CardFilter = {
	readonly kind: CardKind | null;
	readonly whose: Whose;
	/** ISO alpha-2. */
	readonly country: string;
	/** A code of the sector vocabulary; a wide field includes its narrower ones. */
	readonly field: string;
	readonly centre: Id;
	/** As it was typed. */
	readonly words: string;
};

export const everyCard: CardFilter = { kind: null, whose: 'all', country: '', field: '', centre: '', words: '' };

/** Reads the filter of an address; what makes no sense there is passed over. */
export function readFilter(query: URLSearchParams): CardFilter {
	const kind = cardKinds.find((one) => one === query.get('kind')) ?? null;
	const whose = whoseChoices.find((one) => one === query.get('whose')) ?? 'all';
	const [country, field, centre, words] = ['country', 'field', 'centre', 'words'].map((name) => query.get(name) ?? '');
	return { kind, whose, country: country ?? '', field: field ?? '', centre: centre ?? '', words: words ?? '' };
}

/** Writes a filter into an address that may hold other things too. */
export function writeFilter(query: URLSearchParams, filter: CardFilter): void {
	const values: Readonly<Record<string, string>> = {
		kind: filter.kind ?? '',
		whose: filter.whose === 'all' ? '' : filter.whose,
		country: filter.country,
		field: filter.field,
		centre: filter.centre,
		words: filter.words.trim()
	};
	for (const [name, value] of Object.entries(values)) {
		if (value === '') query.delete(name);
		else query.set(name, value);
	}
}

/** Whether it leaves anything out besides the kind, which the phone's tabs choose. */
export function narrows(filter: CardFilter): boolean {
	const { whose, country, field, centre, words } = filter;
	return whose !== 'all' || country !== '' || field !== '' || centre !== '' || words.trim() !== '';
}

/** Whether a sector is the chosen one or lies inside of it: `isced:0716` is in `isced:07`. */
export function withinField(code: string, field: string): boolean {
	return code === field || (field.startsWith('isced:') && code.startsWith(field));
}

type Judge = (entry: CardEntry) => boolean;

/**
 * The question that a filter asks of each card, its kind aside.
 * @param own the centre that the reader speaks for
 */
export function judgeOf(filter: CardFilter, own: Id | null, words: CardWords): Judge {
	const judges: Judge[] = [];
	const { whose, country, field, centre } = filter;
	if (whose === 'ours') judges.push(({ centreIds }) => own !== null && centreIds.includes(own));
	if (whose === 'marked') judges.push(({ interests }) => interests.some((mark) => mark.centreId === own));
	if (country !== '') judges.push(({ countries }) => countries.includes(country));
	if (field !== '') judges.push(({ card }) => card.sectors.some((code) => withinField(code, field)));
	if (centre !== '') judges.push(({ centreIds }) => centreIds.includes(centre));
	const wanted = foldedWords(filter.words);
	if (wanted.length > 0) {
		judges.push((entry) => {
			const text = words.of(entry);
			return wanted.every((word) => text.includes(word));
		});
	}
	return (entry) => judges.every((judge) => judge(entry));
}

/** The lists that a filter leaves; a list of which nothing is left out stays the same object. */
export function filtered(lists: CardLists, filter: CardFilter, own: Id | null, words: CardWords): CardLists {
	if (!narrows(filter)) return lists;
	const judge = judgeOf(filter, own, words);
	return {
		challenge: lists.challenge.filter(judge),
		sector: lists.sector.filter(judge),
		offer: lists.offer.filter(judge)
	};
}

/** How many cards each country, field and centre has: what there is to choose from. */
export type FilterChoices = {
	readonly countries: ReadonlyMap<string, number>;
	readonly fields: ReadonlyMap<string, number>;
	readonly centres: ReadonlyMap<Id, number>;
};

export function choicesOf(lists: CardLists): FilterChoices {
	const countries = new Map<string, number>();
	const fields = new Map<string, number>();
	const centres = new Map<Id, number>();
	for (const kind of cardKinds) {
		for (const entry of lists[kind]) {
			for (const country of entry.countries) count(countries, country);
			for (const code of entry.card.sectors) count(fields, code);
			for (const id of entry.centreIds) count(centres, id);
		}
	}
	return { countries, fields, centres };
}

function count(counts: Map<string, number>, key: string): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}
