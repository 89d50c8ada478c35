import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const secretLength = 32;

/**
 * The secret from which the centres' codes are made: a file in the data folder that only this user may read, made at the
 * first start. Whoever moves the database moves it too, or every printed code is worth nothing.
 *
 * @returns 32 bytes
 * @throws when the file cannot be read or written, or is not the secret that this program wrote
 */
export function readServerSecret(folder: string): Uint8Array {
	const file = join(folder, 'matchboard.secret');
	const found = readIfThere(file);
	if (found === null) return makeSecret(file);
	if (found.length !== secretLength) {
		throw new Error(`The file "${file}" is not the secret that this program wrote. Put a backup in its place.`);
	}
	return found;
}

function readIfThere(file: string): Uint8Array | null {
	try {
		return readFileSync(file);
	} catch (cause) {
		if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
		throw cause;
	}
}

/** Whole on the disk before it has its name: a half secret would be taken for the real one after a crash. */
function makeSecret(file: string): Uint8Array {
	const secret = randomBytes(secretLength);
	const part = `${file}.part`;
	const descriptor = openSync(part, 'w', 0o600);
	writeSync(descriptor, secret);
	fsyncSync(descriptor);
	closeSync(descriptor);
	renameSync(part, file);
	return secret;
}
