import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** How long the copy that a migration made is kept, in milliseconds. */
const kept = 24 * 60 * 60 * 1000;

const copyName = /^matchboard\.before-format-\d+\.sqlite(\.part)?$/;

/**
 * Deletes the copies of before a migration that are older than a day: whoever is forgotten would live on in them.
 * @param now milliseconds since 1970
 * @returns the names of the deleted files
 */
export function removeOldCopies(folder: string, now: number): readonly string[] {
	const old = readdirSync(folder).filter(
		(file) => copyName.test(file) && now - statSync(join(folder, file)).mtimeMs > kept
	);
	for (const file of old) rmSync(join(folder, file));
	return old;
}
