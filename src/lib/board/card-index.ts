import type { CardKind } from '#lib/domain/board.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { Seen, SeenCard, SeenInterest, SeenLine } from '#lib/domain/seen.ts';
import type { CentreEntry } from '#lib/protocol/frame.ts';
import { foldText } from '#lib/vocabulary/fold.ts';

/** A card with everything that a list shows of it. Stays the same object as long as none of that changes. */
export type CardEntry = {
	readonly card: SeenCard;
	readonly centre: CentreEntry | undefined;
	readonly network: CentreEntry | undefined;
	readonly interests: readonly SeenInterest[];
	/** Of a sector: what its centres wrote. */
	readonly lines: readonly SeenLine[];
	/** ISO codes of the card's centre, or of all centres that meet in a sector; each once, in the order of arrival. */
	readonly countries: readonly string[];
	/** Centres and networks that the card speaks for. */
	readonly centreIds: readonly Id[];
};

export type CardLists = Readonly<Record<CardKind, readonly CardEntry[]>>;
export type Centres = ReadonlyMap<Id, CentreEntry>;

const none: readonly never[] = [];

/**
 * The cards of a seen board as lists, newest first. Records never change in place, so whoever compares objects sees what
 * changed: an update costs one walk over the tables, and only changed cards get a new entry.
 */
export class CardIndex {
	#entries = new Map<Id, CardEntry>();
	#lists: CardLists = { challenge: none, sector: none, offer: none };

	get lists(): CardLists {
		return this.#lists;
	}

	get(id: Id): CardEntry | undefined {
		return this.#entries.get(id);
	}

	/** @returns the lists; the same ones when no card changed */
	update(seen: Seen, centres: Centres): CardLists {
		const interests = byCard(seen.interests.values());
		const lines = byCard(seen.lines.values());
		const next = new Map<Id, CardEntry>();
		const touched = new Set<CardKind>();
		for (const [id, card] of seen.cards) {
			const before = this.#entries.get(id);
			const entry = entryOf(card, interests.get(id) ?? none, lines.get(id) ?? none, centres, before);
			if (entry !== before) touched.add(card.kind);
			next.set(id, entry);
		}
		for (const [id, { card }] of this.#entries) if (!next.has(id)) touched.add(card.kind);
		this.#entries = next;
		if (touched.size > 0) this.#lists = relisted(this.#lists, next, touched);
		return this.#lists;
	}
}

function relisted(lists: CardLists, entries: ReadonlyMap<Id, CardEntry>, touched: ReadonlySet<CardKind>): CardLists {
	const next = { ...lists };
	for (const kind of touched) {
		const all: CardEntry[] = [];
		for (const entry of entries.values()) if (entry.card.kind === kind) all.push(entry);
		next[kind] = all.sort(newestFirst);
	}
	return next;
}

function newestFirst({ card: a }: CardEntry, { card: b }: CardEntry): number {
	return b.postedAt - a.postedAt || (a.id < b.id ? -1 : 1);
}

function byCard<Row extends { readonly cardId: Id }>(rows: Iterable<Row>): ReadonlyMap<Id, Row[]> {
	const groups = new Map<Id, Row[]>();
	for (const row of rows) {
		const group = groups.get(row.cardId);
		if (group) group.push(row);
		else groups.set(row.cardId, [row]);
	}
	return groups;
}

function entryOf(
	card: SeenCard,
	interests: readonly SeenInterest[],
	lines: readonly SeenLine[],
	centres: Centres,
	before: CardEntry | undefined
): CardEntry {
	const centre = sameCentre(before?.centre, centres.get(card.centreId));
	const network = card.networkId === null ? undefined : sameCentre(before?.network, centres.get(card.networkId));
	const countries = countriesOf(card, lines, centre, centres);
	if (
		before?.card === card &&
		before.centre === centre &&
		before.network === network &&
		sameItems(before.interests, interests) &&
		sameItems(before.lines, lines) &&
		sameItems(before.countries, countries)
	) {
		return before;
	}
	return { card, centre, network, interests, lines, countries, centreIds: centresOf(card, lines) };
}

/** The directory sends a centre again with each frame that names it: the old entry stays while it says the same. */
function sameCentre(before: CentreEntry | undefined, now: CentreEntry | undefined): CentreEntry | undefined {
	if (!before || !now) return now;
	const same =
		before.name === now.name &&
		before.country === now.country &&
		before.city === now.city &&
		before.isNetwork === now.isNetwork &&
		before.approved === now.approved;
	return same ? before : now;
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
	return a.length === b.length && a.every((item, index) => item === b[index]);
}

function countriesOf(
	card: SeenCard,
	lines: readonly SeenLine[],
	centre: CentreEntry | undefined,
	centres: Centres
): readonly string[] {
	if (card.kind !== 'sector') return centre?.country ? [centre.country] : none;
	const countries = new Set<string>();
	for (const { centreId } of lines) {
		const country = centres.get(centreId)?.country;
		if (country) countries.add(country);
	}
	return [...countries];
}

function centresOf(card: SeenCard, lines: readonly SeenLine[]): readonly Id[] {
	const ids = new Set<Id>();
	for (const { centreId, networkId } of card.kind === 'sector' ? lines : [card]) {
		ids.add(centreId);
		if (networkId !== null) ids.add(networkId);
	}
	return [...ids];
}

/** The words of a card as they are searched: folded once for each entry. */
export class CardWords {
	#folded = new WeakMap<CardEntry, string>();
	readonly #label: (code: string) => string;
	readonly #nameOf: (centreId: Id) => string;

	/** @param label the name of a sector in the reader's language */
	constructor(label: (code: string) => string, nameOf: (centreId: Id) => string) {
		this.#label = label;
		this.#nameOf = nameOf;
	}

	of(entry: CardEntry): string {
		const known = this.#folded.get(entry);
		if (known !== undefined) return known;
		const { card, centre, lines, centreIds } = entry;
		const folded = foldText(
			[
				card.title,
				card.text,
				centre?.city ?? '',
				...card.sectors.map(this.#label),
				...centreIds.map(this.#nameOf),
				...lines.map((line) => line.text)
			].join('\n')
		);
		this.#folded.set(entry, folded);
		return folded;
	}
}
