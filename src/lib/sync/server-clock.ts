/** The server's time on a device whose clock may be wrong: the offset of the shortest round trip so far. */
export class ServerClock {
	readonly #now: () => number;
	#offset = 0;
	#shortest = Infinity;

	constructor(now: () => number) {
		this.#now = now;
	}

	/** @param sentAt and @param serverNow in milliseconds; `sentAt` by this device's clock */
	learn(sentAt: number, serverNow: number): void {
		const receivedAt = this.#now();
		const roundTrip = receivedAt - sentAt;
		// A clock that was set meanwhile gives nonsense; a longer trip tells less than what we know.
		if (roundTrip < 0 || roundTrip > this.#shortest) return;
		this.#shortest = roundTrip;
		this.#offset = serverNow - (sentAt + receivedAt) / 2;
	}

	now(): number {
		return this.#now() + this.#offset;
	}
}
