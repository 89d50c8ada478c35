import type { SeenKey } from '#lib/domain/command.ts';

/** One committed step: which records it may have changed, and which of them each role's audience was told of. */
export type Step = {
	readonly from: number;
	readonly to: number;
	readonly keys: readonly SeenKey[];
	readonly toldByRole: Readonly<Record<string, ReadonlySet<SeenKey>>>;
	readonly persons: readonly string[];
	readonly centres: readonly string[];
};

/** The last steps of a board, bounded, so that a short absence costs a difference and not the whole board. */
export class FrameRing {
	readonly #capacity: number;
	#steps: Step[] = [];

	constructor(capacity = 400) {
		this.#capacity = capacity;
	}

	push(step: Step): void {
		this.#steps.push(step);
		if (this.#steps.length > this.#capacity) this.#steps = this.#steps.slice(-Math.ceil(this.#capacity / 2));
	}

	/** The steps after `seq`, or null when the ring does not reach back to it. */
	since(seq: number): readonly Step[] | null {
		const start = this.#steps.findIndex((step) => step.from === seq);
		return start < 0 ? null : this.#steps.slice(start);
	}
}
