import type { Request, Response } from 'express';
import { reject, type Refusal } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { Clock } from '../../directory/chance.ts';
import { TokenBuckets, type Pace } from '../../token-bucket.ts';
import { deviceIn, deviceOf, type DeviceCookiePorts } from './device-cookie.ts';

/** One phone is handed round a table at most. */
const newcomersOfDevice: Pace = { burst: 12, perSecond: 1 / 20 };
/** A whole forum comes into its opening at once, and a hundred and twenty a minute after that. */
const newcomersOfRoom: Pace = { burst: 1000, perSecond: 2 };
/** Each of these is told to every board of the person, or is a row on the disk. */
const deedsOfPerson: Pace = { burst: 10, perSecond: 1 / 30 };

/**
 * Slows down who does again and again what succeeds: coming in, being renamed, making links. Nobody is locked out, and
 * nothing is counted by address, since a whole venue sits behind one.
 */
export class DeedLimits {
	readonly #ports: DeviceCookiePorts & { readonly now: Clock };
	readonly #devices = new TokenBuckets(newcomersOfDevice);
	readonly #rooms = new TokenBuckets(newcomersOfRoom);
	readonly #persons = new TokenBuckets(deedsOfPerson);

	constructor(ports: DeviceCookiePorts & { readonly now: Clock }) {
		this.#ports = ports;
	}

	/**
	 * Why this device makes no further person in this room now, or null. A device without a cookie counts by room.
	 * @param isAgain whether somebody has come in with it before: it gets its cookie then
	 */
	newcomer(request: Request, response: Response, board: Id, isAgain: boolean): Refusal | null {
		const now = this.#ports.now();
		const device = isAgain ? deviceOf(request, response, this.#ports) : deviceIn(request, this.#ports);
		if (device !== null && !this.#devices.take(device, now)) return tooOften(response, newcomersOfDevice);
		if (this.#rooms.take(board, now)) return null;
		return reject('try-later', 'Many people come in at this moment. Try again in a minute.');
	}

	/** Why this person does nothing more of this kind now, or null. */
	deed(kind: 'seat' | 'link', personId: Id, response: Response): Refusal | null {
		return this.#persons.take(`${kind} ${personId}`, this.#ports.now()) ? null : tooOften(response, deedsOfPerson);
	}
}

function tooOften(response: Response, { perSecond }: Pace): Refusal {
	const seconds = Math.ceil(1 / perSecond);
	response.set('retry-after', String(seconds));
	return reject('too-often', `That was too often. Wait ${seconds} seconds, then try again.`, { seconds });
}
