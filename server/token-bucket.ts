/** So much at once, then so much a second. */
export type Pace = { readonly burst: number; readonly perSecond: number };

/**
 * An allowance that is spent at once and comes back with time. Never per address: a whole venue sits behind one.
 * Instants are milliseconds of any clock; one that is set back gives nothing and takes nothing.
 */
export class TokenBucket {
	readonly #pace: Pace;
	#tokens: number;
	#at: number;

	constructor(pace: Pace, now: number) {
		this.#pace = pace;
		this.#tokens = pace.burst;
		this.#at = now;
	}

	/** @returns false when there is not enough left; then nothing is spent */
	take(now: number, cost = 1): boolean {
		this.#gain(now);
		if (this.#tokens < cost) return false;
		this.#tokens -= cost;
		return true;
	}

	/** Whether it stands as at its beginning: nothing is lost by forgetting it. */
	isFull(now: number): boolean {
		this.#gain(now);
		return this.#tokens === this.#pace.burst;
	}

	#gain(now: number): void {
		const { burst, perSecond } = this.#pace;
		const passed = Math.max(0, now - this.#at) / 1000;
		this.#tokens = Math.min(burst, this.#tokens + passed * perSecond);
		this.#at = now;
	}
}

const mostRemembered = 10_000;

/** A bucket for each key, such as a person; those that are full again are forgotten. */
export class TokenBuckets {
	readonly #pace: Pace;
	readonly #buckets = new Map<string, TokenBucket>();

	constructor(pace: Pace) {
		this.#pace = pace;
	}

	take(key: string, now: number, cost = 1): boolean {
		const bucket = this.#buckets.get(key) ?? new TokenBucket(this.#pace, now);
		// The one that was used last stands last, so that the oldest are forgotten first.
		this.#buckets.delete(key);
		this.#buckets.set(key, bucket);
		if (this.#buckets.size > mostRemembered) this.#forget(now);
		return bucket.take(now, cost);
	}

	#forget(now: number): void {
		for (const [key, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(key);
		for (const key of this.#buckets.keys()) {
			if (this.#buckets.size <= mostRemembered / 2) return;
			this.#buckets.delete(key);
		}
	}
}
