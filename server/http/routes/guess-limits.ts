import { setTimeout as passed } from 'node:timers/promises';
import type { Request, Response } from 'express';
import { reject, type Refusal } from '#lib/domain/command.ts';
import type { Clock } from '../../directory/chance.ts';
import { deviceIn, deviceOf, type DeviceCookiePorts } from './device-cookie.ts';

/** Wrong guesses that cost nothing, and after how many milliseconds one is forgotten. */
type Allowance = { readonly free: number; readonly forgottenAfter: number };

const perDevice: Allowance = { free: 6, forgottenAfter: 20_000 };
const perTarget: Allowance = { free: 20, forgottenAfter: 10_000 };
const forAll: Allowance = { free: 200, forgottenAfter: 250 };

const shortestWait = 250;
const longestWait = 5_000;
/** More answers than these are not held back: holding them would cost us more than the one who guesses. */
const mostHeld = 200;
const mostRemembered = 10_000;

/** Counts wrong guesses by key; each is forgotten after a while. */
class Misses {
	readonly #allowance: Allowance;
	readonly #misses = new Map<string, { count: number; at: number }>();

	constructor(allowance: Allowance) {
		this.#allowance = allowance;
	}

	/** Counts one more. @returns how many there are beyond the free ones */
	add(key: string, now: number): number {
		const count = this.countNow(key, now) + 1;
		this.#misses.delete(key);
		this.#misses.set(key, { count, at: now });
		if (this.#misses.size > mostRemembered) this.#forget(now);
		return Math.max(0, count - this.#allowance.free);
	}

	/** How many are remembered; a clock that is set back adds none. */
	countNow(key: string, now: number): number {
		const known = this.#misses.get(key);
		return known ? Math.max(0, known.count - Math.max(0, now - known.at) / this.#allowance.forgottenAfter) : 0;
	}

	/** What has faded goes, and the oldest half of the rest when that is not enough. */
	#forget(now: number): void {
		for (const key of this.#misses.keys()) if (this.countNow(key, now) === 0) this.#misses.delete(key);
		for (const key of this.#misses.keys()) {
			if (this.#misses.size <= mostRemembered / 2) return;
			this.#misses.delete(key);
		}
	}
}

export type GuessLimitsPorts = DeviceCookiePorts & {
	readonly now: Clock;
	/** Holds an answer back for so many milliseconds. */
	readonly wait?: (ms: number) => Promise<void>;
};

/**
 * Slows down who guesses codes and passphrases. Only wrong guesses are counted: by device, by what was aimed at, and all
 * together; never by address, since a whole venue sits behind one. A right code is looked at first and always gets in.
 * What keeps codes safe is their length; this keeps guessing from being cheap and quiet.
 */
export class GuessLimits {
	readonly #ports: GuessLimitsPorts;
	readonly #devices = new Misses(perDevice);
	readonly #targets = new Misses(perTarget);
	readonly #all = new Misses(forAll);
	#held = 0;

	constructor(ports: GuessLimitsPorts) {
		this.#ports = ports;
	}

	/**
	 * Answers a wrong guess: with its own refusal, or late and with `guesses-too-many`.
	 * @param target what was aimed at, such as a centre; null when the guess names nothing
	 */
	async wrong(request: Request, response: Response, target: string | null, refusal: Refusal): Promise<Refusal> {
		const now = this.#ports.now();
		const device = deviceOf(request, response, this.#ports);
		const over = Math.max(
			device === null ? 0 : this.#devices.add(device, now),
			target === null ? 0 : this.#targets.add(target, now),
			this.#all.add('', now)
		);
		if (over === 0) return refusal;
		const wait = Math.min(longestWait, Math.round(shortestWait * 2 ** Math.min(over, 10)));
		await this.#hold(wait);
		const seconds = Math.ceil(perDevice.forgottenAfter / 1000);
		response.set('retry-after', String(seconds));
		return reject('guesses-too-many', `That was wrong too often. Wait ${seconds} seconds, then try again.`, {
			seconds
		});
	}

	/** Whether this device is known and none of its wrong guesses is remembered. Asked before costly work. */
	hasCleanHands(request: Request): boolean {
		const device = deviceIn(request, this.#ports);
		return device !== null && this.#devices.countNow(device, this.#ports.now()) === 0;
	}

	/** Makes this device one that is known. */
	know(request: Request, response: Response): void {
		deviceOf(request, response, this.#ports);
	}

	async #hold(ms: number): Promise<void> {
		if (this.#held >= mostHeld) return;
		this.#held += 1;
		try {
			await (this.#ports.wait ?? ((time) => passed(time, undefined, { ref: false })))(ms);
		} finally {
			this.#held -= 1;
		}
	}
}
