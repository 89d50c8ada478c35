/** The database cannot be worked with. The message is written for the operator: what is wrong, and what to do now. */
export class DatabaseRefused extends Error {}

/** SQLite's primary result codes that are told apart. Source: https://sqlite.org/rescode.html */
export const resultCodes = {
	perm: 3,
	busy: 5,
	readonly: 8,
	ioerr: 10,
	corrupt: 11,
	full: 13,
	cantopen: 14,
	constraint: 19,
	notadb: 26
} as const;

/** The extended codes of a broken UNIQUE or PRIMARY KEY. */
const duplicates = new Set([1555, 2067, 2579]);

function extendedCode(cause: unknown): number | null {
	return cause instanceof Error && 'errcode' in cause && typeof cause.errcode === 'number' ? cause.errcode : null;
}

/** The primary result code of an exception of `node:sqlite`, or null when it is another exception. */
export function resultCode(cause: unknown): number | null {
	const code = extendedCode(cause);
	return code === null ? null : code & 0xff;
}

/** Whether a row with the same key was there already. */
export function isDuplicate(cause: unknown): boolean {
	return duplicates.has(extendedCode(cause) ?? 0);
}

/** What an exception while opening means to the operator; one that is not SQLite's own comes back as it is. */
export function refusalOf(cause: unknown, file: string): unknown {
	switch (resultCode(cause)) {
		case resultCodes.notadb:
		case resultCodes.corrupt:
			return damaged(file, (cause as Error).message);
		case resultCodes.perm:
		case resultCodes.readonly:
		case resultCodes.cantopen:
			return new DatabaseRefused(
				`The database "${file}" cannot be written. Give this user the right to write it, or set DATA_DIR to another folder.`
			);
		case resultCodes.busy:
			return new DatabaseRefused(`Another program holds the database "${file}". Close that program, then start again.`);
		case resultCodes.full:
		case resultCodes.ioerr:
			return new DatabaseRefused(
				`The disk took no data for the database "${file}" (${(cause as Error).message}). Make room on it, then start again.`
			);
		default:
			return cause;
	}
}

/** The file is no database, or not a whole one. */
export function damaged(file: string, how: string): DatabaseRefused {
	return new DatabaseRefused(
		`The database "${file}" is damaged (${how}). Nothing was changed. Put a backup in its place, or set DATA_DIR to another folder.`
	);
}
