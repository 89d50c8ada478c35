import type { Link } from './link.ts';
import type { SessionPorts } from './session-state.ts';

/** After a hello that failed, in milliseconds. */
const againMs = 1000;

export type GreetingPorts = Pick<SessionPorts, 'random' | 'after'> & {
	readonly link: Pick<Link, 'isUp'>;
	/** Says hello until we are up to date. @returns in how many milliseconds it is to be said again; null: not by itself */
	readonly hello: () => Promise<number | null>;
};

/** When hello is said: one at a time, again after a failure, and as a heartbeat. */
export class Greeting {
	readonly #ports: GreetingPorts;
	#underway: Promise<void> | null = null;
	#again = false;
	#cancelTimer: (() => void) | null = null;
	#closed = false;

	constructor(ports: GreetingPorts) {
		this.#ports = ports;
	}

	/** Says hello now; another wish while one is being said is one more hello afterwards. */
	greet(): void {
		if (this.#underway) {
			this.#again = true;
			return;
		}
		this.#cancelTimer?.();
		this.#underway = this.#ports
			.hello()
			.catch(() => againMs)
			.then((next) => {
				if (next !== null) this.greetIn(next);
			})
			.finally(() => {
				this.#underway = null;
				if (!this.#again || this.#closed) return;
				this.#again = false;
				this.greet();
			});
	}

	/** Says hello in so many milliseconds and a bit, so that a room does not speak all at once. */
	greetIn(ms: number): void {
		if (this.#closed) return;
		this.#cancelTimer?.();
		const [jitter = 0] = this.#ports.random(new Uint8Array(1));
		this.#cancelTimer = this.#ports.after(ms + jitter * 8, () => {
			if (this.#ports.link.isUp) this.greet();
			else this.greetIn(Math.min(ms, againMs));
		});
	}

	close(): void {
		this.#closed = true;
		this.#cancelTimer?.();
	}
}
