import { createContext } from 'svelte';
import { cardKinds, type CardKind } from '#lib/domain/board.ts';
import type { Id } from '#lib/domain/ids.ts';
import { readFilter, writeFilter, type CardFilter } from './card-filter.ts';

/** The address bar, as the page hands it in. `url` is read reactively. */
export type Address = {
	readonly url: URL;
	readonly go: (url: URL, replace: boolean) => void;
	readonly back: () => void;
};

/** What lies over the board: an opened card, the form for a new one or for a change. */
export type Over =
	| { readonly is: 'nothing' }
	| { readonly is: 'card'; readonly id: Id }
	| { readonly is: 'post'; readonly kind: CardKind }
	| { readonly is: 'edit'; readonly id: Id };

export type View = 'board' | 'outline';

/** Milliseconds of stillness after which typed words are written into the address: browsers limit how often it may change. */
const settle = 400;

/**
 * Where the reader is on the board, all of it in the address: filter, view, opened card. So a view can be shared, the way
 * back closes what lies over it, and a reload changes nothing.
 */
export class BoardPlace {
	readonly #address: Address;
	/** The words to find as they are typed; the address follows. */
	#words: string | null = $state(null);
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** The address that opening something wrote: closing it goes back instead of adding to the history. */
	#opened: string | null = null;

	// Strings, so that opening a card does not count as another filter.
	readonly #filterText = $derived.by(() => textOf(readFilter(this.#address.url.searchParams), this.#words));
	readonly #filter = $derived(readFilter(new URLSearchParams(this.#filterText)));
	readonly #overText = $derived.by(() => overTextOf(this.#address.url.searchParams));

	readonly over: Over = $derived(readOver(this.#overText));
	readonly view: View = $derived.by(() =>
		this.#address.url.searchParams.get('view') === 'outline' ? 'outline' : 'board'
	);
	/** The first of two cards for a partnership draft, while the second is being chosen. */
	readonly first: Id | null = $derived.by(() => this.#address.url.searchParams.get('first'));

	constructor(address: Address) {
		this.#address = address;
	}

	get filter(): CardFilter {
		return this.#filter;
	}

	/** Another text means another choice of cards: lists start anew. */
	get filterText(): string {
		return this.#filterText;
	}

	/** Words are shown at once and written into the address when the typing rests. */
	findWords(words: string): void {
		this.#words = words;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#write({ ...this.#filter, words }), settle);
	}

	change(part: Partial<CardFilter>): void {
		if (part.words !== undefined) this.#words = part.words;
		clearTimeout(this.#timer);
		this.#write({ ...this.#filter, ...part });
	}

	/** Closes what lies over the board and shows another choice of cards. */
	changeAndClose(part: Partial<CardFilter>): void {
		this.#opened = null;
		this.#go((query) => {
			clearOver(query);
			writeFilter(query, { ...this.#filter, ...part });
		}, true);
	}

	setView(view: View): void {
		this.#go((query) => (view === 'board' ? query.delete('view') : query.set('view', view)), true);
	}

	/** The address of an opened card, with the filter around it. */
	hrefOfCard(id: Id): string {
		return `?card=${id}`;
	}

	openCard(id: Id): void {
		this.#open((query) => query.set('card', id));
	}

	compose(kind: CardKind): void {
		this.#open((query) => query.set('post', kind));
	}

	edit(id: Id): void {
		this.#open((query) => query.set('edit', id));
	}

	/** Chooses the first of two cards, or takes the choice back. */
	pairWith(id: Id | null): void {
		this.#go((query) => {
			clearOver(query);
			if (id === null) query.delete('first');
			else query.set('first', id);
		}, true);
	}

	/** Closes what lies over the board. */
	close(): void {
		if (this.over.is === 'nothing') return;
		if (this.#opened === this.#address.url.href) {
			this.#opened = null;
			this.#address.back();
		} else this.#go(clearOver, true);
	}

	/** The address changed by itself (the way back, a link): words that were typed give way to those of the address. */
	arrived(): void {
		const words = readFilter(this.#address.url.searchParams).words;
		if (this.#words !== null && this.#words.trim() !== words) {
			clearTimeout(this.#timer);
			this.#words = null;
		}
	}

	leave(): void {
		clearTimeout(this.#timer);
	}

	#open(change: (query: URLSearchParams) => void): void {
		// From one opened thing to the next: the way back leads to the board.
		const replace = this.over.is !== 'nothing';
		const chained = replace && this.#opened === this.#address.url.href;
		const url = this.#go((query) => {
			clearOver(query);
			change(query);
		}, replace);
		this.#opened = !replace || chained ? url.href : null;
	}

	#write(filter: CardFilter): void {
		this.#go((query) => writeFilter(query, filter), true);
	}

	#go(change: (query: URLSearchParams) => unknown, replace: boolean): URL {
		const url = new URL(this.#address.url);
		// Words that still wait for the typing to rest go along, or arriving there would take them back.
		if (this.#words !== null) {
			clearTimeout(this.#timer);
			writeFilter(url.searchParams, this.#filter);
		}
		change(url.searchParams);
		if (url.href !== this.#address.url.href) this.#address.go(url, replace);
		return url;
	}
}

function textOf(filter: CardFilter, words: string | null): string {
	const query = new URLSearchParams();
	writeFilter(query, words === null ? filter : { ...filter, words });
	return query.toString();
}

const overNames = ['card', 'post', 'edit'];

function clearOver(query: URLSearchParams): void {
	for (const name of overNames) query.delete(name);
}

function overTextOf(query: URLSearchParams): string {
	const name = overNames.find((one) => query.has(one));
	return name === undefined ? '' : `${name} ${query.get(name) ?? ''}`;
}

function readOver(text: string): Over {
	const [name, value = ''] = text.split(' ');
	const kind = cardKinds.find((one) => one === value);
	if (name === 'post' && kind) return { is: 'post', kind };
	if (name === 'edit') return { is: 'edit', id: value };
	return name === 'card' ? { is: 'card', id: value } : { is: 'nothing' };
}

/** Where the reader is; set by the page of a board. */
export const [placeHere, setPlaceHere] = createContext<BoardPlace>();
