/** How many commands one connection may send: bursts for an outbox that comes back, then a steady pace. Never per address. */
export class CommandRate {
	readonly #burst: number;
	readonly #perSecond: number;
	#tokens: number;
	#at = 0;

	constructor(burst = 100, perSecond = 10) {
		this.#burst = burst;
		this.#perSecond = perSecond;
		this.#tokens = burst;
	}

	/** @param now milliseconds */
	allows(now: number): boolean {
		const gained = this.#at === 0 ? 0 : ((now - this.#at) / 1000) * this.#perSecond;
		this.#tokens = Math.min(this.#burst, this.#tokens + gained);
		this.#at = now;
		if (this.#tokens < 1) return false;
		this.#tokens -= 1;
		return true;
	}
}
