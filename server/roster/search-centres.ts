import { foldedWords, foldText } from '#lib/vocabulary/fold.ts';

/** What the search reads of a centre; `networks` are names. */
export type SearchableCentre = {
	readonly id: string;
	readonly name: string;
	readonly legalName: string;
	readonly city: string | null;
	readonly networks: readonly string[];
};

export type CentrePart = 'name' | 'legalName' | 'city' | 'network';

/** Where the query stands in one text of a centre: UTF-16 positions, from and to (exclusive), in order, apart. */
export type PartFound = {
	readonly part: CentrePart;
	readonly text: string;
	readonly ranges: readonly (readonly [from: number, to: number])[];
};

export type CentreFound<Centre> = {
	readonly centre: Centre;
	/** Only texts in which something was found; empty for an empty query. */
	readonly found: readonly PartFound[];
};

type Part = {
	readonly part: CentrePart;
	readonly text: string;
	readonly folded: string;
	/** For each UTF-16 position in `folded`, and its end: the position in `text` that it came from. */
	readonly origin: readonly number[];
	/** Positions in `folded` at which a word begins. */
	readonly starts: ReadonlySet<number>;
};

type Hit = { readonly part: Part; readonly at: number; readonly word: string; readonly cost: number };

const costs: Readonly<Record<CentrePart, number>> = { name: 1, city: 2, network: 3, legalName: 4 };
/** More than any sum of words found at their beginnings, so that a part of a word always comes later. */
const insideWord = 100;
const mostWords = 8;
const longestQuery = 200;

function partOf(part: CentrePart, text: string): Part {
	let folded = '';
	const origin: number[] = [];
	for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
		const plain = foldText(cluster);
		for (let at = 0; at < plain.length; at += 1) origin.push(index);
		folded += plain;
	}
	origin.push(text.length);
	const starts = new Set(Array.from(folded.matchAll(/[\p{L}\p{N}]+/gu), (word) => word.index));
	return { part, text, folded, origin, starts };
}

function partsOf(centre: SearchableCentre): readonly Part[] {
	const { name, legalName, city, networks } = centre;
	const parts = [partOf('name', name)];
	if (legalName !== '' && legalName !== name) parts.push(partOf('legalName', legalName));
	if (city) parts.push(partOf('city', city));
	return [...parts, ...networks.map((network) => partOf('network', network))];
}

function hitIn(part: Part, word: string): Hit | null {
	let inside = -1;
	for (let at = part.folded.indexOf(word); at !== -1; at = part.folded.indexOf(word, at + 1)) {
		if (part.starts.has(at)) {
			const first = at === 0 && part.part === 'name';
			return { part, at, word, cost: first ? 0 : costs[part.part] };
		}
		if (inside === -1) inside = at;
	}
	// One letter stands inside nearly every name and would find everything.
	if (inside === -1 || word.length < 2) return null;
	return { part, at: inside, word, cost: insideWord + costs[part.part] };
}

function bestHit(parts: readonly Part[], word: string): Hit | null {
	let best: Hit | null = null;
	for (const part of parts) {
		const hit = hitIn(part, word);
		if (hit && (best === null || hit.cost < best.cost)) best = hit;
	}
	return best;
}

function rangesOf(part: Part, hits: readonly Hit[]): (readonly [number, number])[] {
	const ranges = hits
		.filter((hit) => hit.part === part)
		.map(({ at, word }): [number, number] => {
			const last = part.origin[at + word.length - 1] ?? 0;
			// The end is where the next character begins: one that folds to two letters is marked as a whole.
			const to = part.origin.slice(at + word.length).find((origin) => origin > last) ?? part.text.length;
			return [part.origin[at] ?? 0, to];
		})
		.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
	const apart: [number, number][] = [];
	for (const range of ranges) {
		const before = apart.at(-1);
		if (before && range[0] <= before[1]) before[1] = Math.max(before[1], range[1]);
		else apart.push(range);
	}
	return apart;
}

export type CentreIndex<Centre> = {
	/**
	 * Centres in which every word of the query stands, without accents and case: first those in which all words begin a
	 * word, names before cities, networks and legal names, then by name. An empty query gives the first by name.
	 */
	search(query: string, limit: number): readonly CentreFound<Centre>[];
};

/** Prepares a roster for searching. Build it anew when the roster changes: 700 centres take some milliseconds. */
export function buildCentreIndex<Centre extends SearchableCentre>(centres: readonly Centre[]): CentreIndex<Centre> {
	const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
	const rows = [...centres]
		.sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
		.map((centre) => ({ centre, parts: partsOf(centre) }));

	return {
		search: (query, limit) => {
			const words = [...new Set(foldedWords(query.slice(0, longestQuery)))].slice(0, mostWords);
			const found: { centre: Centre; parts: readonly Part[]; hits: Hit[]; cost: number }[] = [];
			for (const { centre, parts } of rows) {
				const hits = words.flatMap((word) => bestHit(parts, word) ?? []);
				if (hits.length < words.length) continue;
				const cost = hits.reduce((sum, hit) => sum + hit.cost, 0);
				found.push({ centre, parts, hits, cost });
			}
			// The sort is stable, so equal ones stay in the order of their names.
			const best = found.sort((a, b) => a.cost - b.cost).slice(0, limit);
			return best.map(({ centre, parts, hits }) => ({
				centre,
				found: parts.flatMap((part) => {
					const ranges = rangesOf(part, hits);
					return ranges.length > 0 ? [{ part: part.part, text: part.text, ranges }] : [];
				})
			}));
		}
	};
}
