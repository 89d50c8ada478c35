import * as v from 'valibot';

/** Ids are chosen by whoever speaks: 20 characters of 0-9a-z, about 103 bits. */
export type Id = string;

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';

export const idSchema = v.pipe(v.string(), v.regex(/^[0-9a-z]{20}$/, 'not an id'));

/**
 * Draws a new id.
 * @param random fills the array with random bytes (`crypto.getRandomValues`, which plain http has too)
 */
export function newId(random: (bytes: Uint8Array) => Uint8Array): Id {
	let id = '';
	while (id.length < 20) {
		for (const byte of random(new Uint8Array(32))) {
			// 252 is the largest multiple of 36 in a byte: above it the draw would favour some characters.
			if (byte < 252 && id.length < 20) id += alphabet[byte % 36];
		}
	}
	return id;
}
