import { createContext } from 'svelte';
import type { Id } from '#lib/domain/ids.ts';
import type { BoardPlace } from './board-place.svelte.ts';
import { begunCard } from './begun-card.ts';
import type { CardDraft } from './card-draft.ts';
import { filtered, readFilter, type CardFilter } from './card-filter.ts';
import { CardIndex, CardWords, type CardEntry, type CardLists } from './card-index.ts';
import type { LiveBoard } from './live-board.svelte.ts';
import { nameOf } from './names.ts';
import { sectorNames } from './sector-names.svelte.ts';

/** How many cards get their search words in one go, so that no key waits for all of them. */
const portion = 100;

/** The cards of the board as lists: all of them, and those that the reader's filter leaves. */
export class BoardCards {
	readonly #live: LiveBoard;
	readonly #place: BoardPlace;
	readonly #index = new CardIndex();

	readonly all = $derived.by(() => {
		const { seen, names } = this.#live.state;
		return this.#index.update(seen, names.centres);
	});
	readonly #words = $derived(
		new CardWords(sectorNames.ready ? sectorNames.of : (code) => code, (id) =>
			nameOf(this.#live.session.state.names.centres.get(id))
		)
	);
	readonly shown = $derived.by(() => this.#filtered(this.#place.filter));
	// A word, so that frames which leave the person alone do not ask the device again.
	readonly #personId = $derived.by(() => this.#live.state.you?.personId ?? null);
	/** The card that was begun on this device and not posted. None while something lies over the board: a form may change it. */
	readonly begun: CardDraft | undefined = $derived.by(() =>
		this.#personId !== null && this.#place.over.is === 'nothing' ? begunCard(this.#live.id, this.#personId) : undefined
	);

	constructor(live: LiveBoard, place: BoardPlace) {
		this.#live = live;
		this.#place = place;
	}

	get(id: Id): CardEntry | undefined {
		return this.all && this.#index.get(id);
	}

	/** The lists that a choice leaves, by the text of `BoardPlace.filterText`: the present one or the one before it. */
	shownFor(choice: string): CardLists {
		if (choice === this.#place.filterText) return this.shown;
		return this.#filtered(readFilter(new URLSearchParams(choice)));
	}

	#filtered(filter: CardFilter): CardLists {
		return filtered(this.all, filter, this.#live.state.you?.centreId ?? null, this.#words);
	}

	/** Prepares the search words of all cards, a portion at a time. @returns the function that stops it */
	prepareSearch(): () => void {
		const words = this.#words;
		const waiting = [...this.all.challenge, ...this.all.sector, ...this.all.offer];
		let timer: ReturnType<typeof setTimeout> | undefined;
		const next = () => {
			for (const entry of waiting.splice(0, portion)) words.of(entry);
			timer = waiting.length > 0 ? setTimeout(next) : undefined;
		};
		timer = setTimeout(next);
		return () => clearTimeout(timer);
	}
}

export const [cardsHere, setCardsHere] = createContext<BoardCards>();
