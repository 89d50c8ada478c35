import { createHmac } from 'node:crypto';
import type { Id } from '#lib/domain/ids.ts';
import { codeAlphabet, delegationCodeLength, joinCodeLength } from '#lib/protocol/join-codes.ts';

/** One of 32 characters from each byte: 32 divides 256, so none is favoured. */
function spell(bytes: Uint8Array, length: number): string {
	return [...bytes.subarray(0, length)].map((byte) => codeAlphabet[byte % 32]).join('');
}

/** Draws a join code: 40 bits. @param random fills the array with random bytes */
export function drawJoinCode(random: (bytes: Uint8Array) => Uint8Array): string {
	return spell(random(new Uint8Array(joinCodeLength)), joinCodeLength);
}

/**
 * The codes of centres. A code is made from the server's secret, the centre and a generation, so that a sheet can be
 * printed again while the database holds nothing but a keyed hash: neither it nor a copy of it alone gives a code away.
 */
export class DelegationCodes {
	readonly #secret: Uint8Array;

	/** @param secret at least 32 random bytes, kept beside the database */
	constructor(secret: Uint8Array) {
		this.#secret = secret;
	}

	codeOf(centreId: Id, generation: number): string {
		return spell(this.#mac(`code ${centreId} ${generation}`), delegationCodeLength);
	}

	/** What the database keeps of a code. @param code without dashes */
	hashOf(code: string): string {
		return this.#mac(`hash ${code}`).toString('base64url');
	}

	#mac(text: string): Buffer {
		return createHmac('sha256', this.#secret).update(text).digest();
	}
}
