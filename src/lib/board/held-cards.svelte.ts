import type { Id } from '#lib/domain/ids.ts';
import type { CardEntry } from './card-index.ts';
import { hold, type HeldList, type HoldWish } from './held-list.ts';

type Ports = {
	/** What the board has now, filtered. */
	readonly current: () => readonly CardEntry[];
	/** Another text is another choice of cards: the list starts anew. */
	readonly choice: () => string;
	/** Whether nobody reads here at this moment. Asked when something comes. */
	readonly open: () => boolean;
	readonly mine: HoldWish['mine'];
	readonly now: (id: Id) => CardEntry | undefined;
};

/** A list on a screen that others cannot move under a reader; `take` brings in what waits. */
export class HeldCards {
	readonly #ports: Ports;
	#turn = $state(0);
	// What was shown last. Not reactive: it is written by what reads it.
	#before: HeldList | null = null;
	#shownFor = '';

	readonly list: HeldList = $derived.by(() => {
		const shownFor = `${this.#turn} ${this.#ports.choice()}`;
		const before = shownFor === this.#shownFor ? this.#before : null;
		const { open, mine, now } = this.#ports;
		this.#before = hold(before, this.#ports.current(), { open: open(), mine, now });
		this.#shownFor = shownFor;
		return this.#before;
	});

	constructor(ports: Ports) {
		this.#ports = ports;
	}

	get waiting(): number {
		return this.list.fresh + this.list.changed;
	}

	take(): void {
		this.#turn += 1;
	}
}
