import type { Batch, Store } from './store.ts';

type Part = Partial<Batch> | (() => Partial<Batch>);
type Waiting = {
	readonly part: Part;
	readonly resolve: () => void;
	readonly reject: (cause: unknown) => void;
};

/** What comes within this share of a window belongs together, also after a pause. */
const settle = 0.4;

/**
 * Gathers what boards and documents want to write within a window and commits it in one transaction: one fsync for all.
 * Whoever adds a part waits until it is on disk, or learns that it is not; a failed commit fails every part in it.
 */
export class GroupCommit {
	readonly #store: Store;
	readonly #windowMs: number;
	#closedAt = -Infinity;
	#waiting: Waiting[] = [];
	#timer: NodeJS.Timeout | null = null;
	#running: Promise<void> = Promise.resolve();

	/** @param windowMs the least time between two commits, and the longest that the first of a group waits, in milliseconds */
	constructor(store: Store, windowMs = 24) {
		this.#store = store;
		this.#windowMs = windowMs;
	}

	/**
	 * @param part what to write, or a function that gives it when the window closes
	 * @returns when the part is on disk. @throws what the store or the function threw: then nothing of the part is.
	 */
	add(part: Part): Promise<void> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ part, resolve, reject });
			this.#timer ??= setTimeout(() => void this.flush(), this.#wait());
		});
	}

	/** Soon after a pause, and never oftener than once a window: a lone command does not wait for others that do not come. */
	#wait(): number {
		return Math.max(this.#windowMs * settle, this.#windowMs - (performance.now() - this.#closedAt));
	}

	/** Commits what waits now; resolves when it, and all before it, is decided. Never rejects. */
	flush(): Promise<void> {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		this.#closedAt = performance.now();
		this.#running = this.#running.then(() => this.#commit());
		return this.#running;
	}

	async #commit(): Promise<void> {
		const waiting = this.#waiting;
		if (waiting.length === 0) return;
		this.#waiting = [];
		const parts: Partial<Batch>[] = [];
		const group: Waiting[] = [];
		for (const one of waiting) {
			try {
				parts.push(typeof one.part === 'function' ? one.part() : one.part);
				group.push(one);
			} catch (cause) {
				one.reject(cause);
			}
		}
		const batch: Batch = {
			boards: parts.flatMap((part) => part.boards ?? []),
			documents: parts.flatMap((part) => part.documents ?? []),
			directory: parts.flatMap((part) => part.directory ?? [])
		};
		try {
			await this.#store.commit(batch);
		} catch (cause) {
			for (const { reject } of group) reject(cause);
			return;
		}
		for (const { resolve } of group) resolve();
	}
}
