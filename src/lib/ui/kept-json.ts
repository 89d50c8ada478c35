type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** One value under one name in the browser's own store, as JSON: so that a reload loses nothing. */
export class KeptJson {
	readonly #storage: Shelf | undefined;
	readonly #key: string;

	/** @param storage undefined where it is blocked: then only the page holds the value */
	constructor(storage: Shelf | undefined, key: string) {
		this.#storage = storage;
		this.#key = key;
	}

	/** @returns what stands there, of whatever shape; null when there is nothing, or nothing that is JSON */
	read(): unknown {
		try {
			return JSON.parse(this.#storage?.getItem(this.#key) ?? 'null');
		} catch {
			// What another program left under our name.
			return null;
		}
	}

	keep(value: unknown): void {
		try {
			this.#storage?.setItem(this.#key, JSON.stringify(value));
		} catch {
			// Full, or blocked: the page still holds it.
		}
	}

	drop(): void {
		this.#storage?.removeItem(this.#key);
	}
}
