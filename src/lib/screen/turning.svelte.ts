/** Which of several things a scene shows now: each in its turn, back at the first when the first has changed. */
export class Turning {
	#step = $state(0);
	#first: unknown = undefined;

	/** One step on; call it by a timer. */
	next(): void {
		this.#step += 1;
	}

	/** A new first one is shown at once. @param first what tells it from another, such as its id */
	startAt(first: unknown): void {
		if (this.#first === first) return;
		this.#first = first;
		this.#step = 0;
	}

	/** Whose turn it is among so many, from 0. */
	among(count: number): number {
		return count === 0 ? 0 : this.#step % count;
	}
}

/** A list cut into pages of at most so many. */
export function pagesOf<Item>(items: readonly Item[], most: number): readonly (readonly Item[])[] {
	const pages: Item[][] = [];
	for (let from = 0; from < items.length; from += most) pages.push(items.slice(from, from + most));
	return pages;
}
