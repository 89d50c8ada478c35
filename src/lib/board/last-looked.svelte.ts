import type { Id } from '#lib/domain/ids.ts';

type Memory = Pick<Storage, 'getItem' | 'setItem'>;

/** When this person last looked at the news about their cards, by board; kept on the device. */
export class LastLooked {
	readonly #memory: Memory | undefined;
	readonly #key: string;
	#at = $state(0);

	/** @param memory the browser's own storage; undefined where it is blocked: then it lasts as long as the page */
	constructor(memory: Memory | undefined, board: Id, personId: Id) {
		this.#memory = memory;
		this.#key = `last-looked:${board}:${personId}`;
		this.#at = Number(memory?.getItem(this.#key) ?? 0) || 0;
	}

	/** Milliseconds since 1970; 0: never. */
	get at(): number {
		return this.#at;
	}

	/** Everything up to this moment has been seen. */
	mark(at: number): void {
		if (at <= this.#at) return;
		this.#at = at;
		try {
			this.#memory?.setItem(this.#key, String(at));
		} catch {
			// Full: the numbers come back with the next visit, nothing is lost.
		}
	}
}
