import { foldedWords } from './fold.ts';
import { sectorCodes } from '#lib/domain/sector-codes.ts';
import { childrenOf, type SectorCode } from './sectors.ts';

export type SectorTexts = Readonly<Record<SectorCode, string>>;

export interface SectorMatch {
	readonly code: SectorCode;
	/** The everyday word or phrase that met the query, as it is written in words/; null when the label itself met it. */
	readonly matched: string | null;
}

interface Term {
	readonly shown: string | null;
	/** Places in `Index.words`. */
	readonly words: readonly number[];
}

interface Entry {
	readonly code: SectorCode;
	readonly depth: number;
	readonly terms: readonly Term[];
}

interface Index {
	readonly words: readonly string[];
	readonly entries: readonly Entry[];
}

interface Found {
	readonly entry: Entry;
	readonly rank: number;
	readonly place: number;
}

/** How well a word of the query meets a word of the vocabulary, best first. */
const EXACT = 0;
const BEGINS = 1;
const CONTAINS = 2;
const TYPO = 3;
const NONE = 4;

const SHORTEST_INSIDE = 3;
const SHORTEST_TYPO = 5;

/** Words that say nothing about a sector; they count only when nothing else was typed. */
const empty = new Set(
	'a an and at by for in of on or the to with au aux avec dans de des du en et la le les ou par pour sur un une'.split(
		' '
	)
);

const indexes = new WeakMap<SectorTexts, WeakMap<SectorTexts, Index>>();

/**
 * The sectors that a query names, best first: the label before everyday words, whole words before beginnings before
 * parts, and within that detailed fields before ecosystems before wider fields. One wrong letter in a word of five or
 * more is forgiven when nothing else was found; words that no sector has are passed over when others are met.
 *
 * `labels` and `words` (phrases with commas between) are those of one language and have every code as a key. An
 * empty query finds nothing. A field with a single subfield is not found: the subfield has the same name.
 */
export function searchSectors(query: string, labels: SectorTexts, words: SectorTexts): SectorMatch[] {
	const typed = foldedWords(query);
	const telling = typed.filter((word) => word.length > 1 && !empty.has(word));
	const tokens = (telling.length > 0 ? telling : typed).map(withoutPlural);
	if (tokens.length === 0) return [];
	const index = indexOf(labels, words);
	const grades = tokens.map((token) => index.words.map((word) => gradeOf(token, word)));
	const found = index.entries.flatMap((entry) => bestTerm(entry, grades) ?? []);
	const clear = found.filter(({ rank }) => rank < rankOf(TYPO, true, true, true));
	const chosen = clear.length > 0 ? clear : found;
	if (chosen.length === 0) return searchApart(index, grades, EXACT) ?? searchApart(index, grades, BEGINS) ?? [];
	return chosen
		.sort(better)
		.map(({ entry, place }) => ({ code: entry.code, matched: entry.terms[place]?.shown ?? null }));
}

function better(a: Found, b: Found): number {
	return a.rank - b.rank || a.entry.depth - b.entry.depth || a.place - b.place;
}

function bestTerm(entry: Entry, grades: readonly (readonly number[])[]): Found | undefined {
	let best: Found | undefined;
	entry.terms.forEach((term, place) => {
		const grade = gradeOfTerm(term, grades);
		if (grade === NONE) return;
		const first = grades[0]?.[term.words[0] ?? -1] === grade;
		const rank = rankOf(grade, term.shown === null, term.words.length === grades.length, first);
		if (!best || rank < best.rank) best = { entry, rank, place };
	});
	return best;
}

/** Of every word of the query its best meeting with the term, and of these the worst. Plain loops: it runs per key. */
function gradeOfTerm(term: Term, grades: readonly (readonly number[])[]): number {
	let worst: number = EXACT;
	for (const grade of grades) {
		let best: number = NONE;
		for (const word of term.words) {
			const one = grade[word];
			if (one !== undefined && one < best) best = one;
		}
		if (best === NONE) return NONE;
		if (best > worst) worst = best;
	}
	return worst;
}

/** Smaller is better. Every grade has five ranks: whole label, label from its first word, label, whole phrase, phrase. */
function rankOf(grade: number, label: boolean, whole: boolean, first: boolean): number {
	if (label) return grade * 5 + (whole ? 0 : first ? 1 : 2);
	return grade * 5 + (whole ? 3 : 4);
}

/** For a sentence that no sector meets as a whole: sectors by how many of its words they meet, then rare words first. */
function searchApart(index: Index, grades: readonly (readonly number[])[], worst: number): SectorMatch[] | undefined {
	const perToken = grades.map((grade) => {
		const strict = grade.map((value) => (value <= worst ? value : NONE));
		return new Map(index.entries.flatMap((entry) => withCode(bestTerm(entry, [strict]))));
	});
	const met = index.entries.flatMap((entry) => {
		const finds = perToken.flatMap((found) => {
			const one = found.get(entry.code);
			return one ? [{ ...one, worth: 1 / found.size }] : [];
		});
		const rarest = finds.sort((a, b) => b.worth - a.worth || better(a, b))[0];
		return rarest ? [{ ...rarest, tokens: finds.length }] : [];
	});
	if (met.length === 0) return undefined;
	return met
		.sort((a, b) => b.tokens - a.tokens || b.worth - a.worth || better(a, b))
		.map(({ entry, place }) => ({ code: entry.code, matched: entry.terms[place]?.shown ?? null }));
}

function withCode(found: Found | undefined): [SectorCode, Found][] {
	return found ? [[found.entry.code, found]] : [];
}

function gradeOf(token: string, word: string): number {
	if (token === word) return EXACT;
	if (word.startsWith(token)) return BEGINS;
	if (token.length >= SHORTEST_INSIDE && word.includes(token)) return CONTAINS;
	return token.length >= SHORTEST_TYPO && oneEditApart(token, word) ? TYPO : NONE;
}

/** Whether one letter less, more, other or swapped with its neighbour makes the token the word or its beginning. */
function oneEditApart(token: string, word: string): boolean {
	let at = 0;
	while (at < token.length && token[at] === word[at]) at++;
	const typed = token.slice(at);
	const meant = word.slice(at);
	return (
		meant.slice(1).startsWith(typed) ||
		meant.startsWith(typed.slice(1)) ||
		meant.slice(1).startsWith(typed.slice(1)) ||
		(typed.length > 1 && typed[0] === meant[1] && typed[1] === meant[0] && meant.slice(2).startsWith(typed.slice(2)))
	);
}

/** English and French plurals end in s or x; without it the word and its plural are the same word. */
function withoutPlural(word: string): string {
	return word.length > 3 ? word.replace(/[sx]$/, '') : word;
}

function indexOf(labels: SectorTexts, words: SectorTexts): Index {
	const known = indexes.get(labels)?.get(words);
	if (known) return known;
	const index = buildIndex(labels, words);
	indexes.set(labels, (indexes.get(labels) ?? new WeakMap<SectorTexts, Index>()).set(words, index));
	return index;
}

function buildIndex(labels: SectorTexts, words: SectorTexts): Index {
	const places = new Map<string, number>();
	const placesOf = (text: string) =>
		foldedWords(text).map((word) => {
			const plain = withoutPlural(word);
			const place = places.get(plain) ?? places.size;
			places.set(plain, place);
			return place;
		});
	const entries = sectorCodes
		.filter((code) => childrenOf(code).length !== 1)
		.map((code) => ({
			code,
			depth: depthOf(code),
			terms: [
				{ shown: null, words: placesOf(labels[code] ?? '') },
				...(words[code] ?? '').split(', ').map((shown) => ({ shown, words: placesOf(shown) }))
			]
		}));
	return { words: [...places.keys()], entries };
}

/** 0 detailed fields, 1 ecosystems, 2 narrow fields, 3 broad fields. */
function depthOf(code: SectorCode): number {
	return code.startsWith('eco:') ? 1 : ([3, 2, 0][code.length - 'isced:'.length - 2] ?? 0);
}
