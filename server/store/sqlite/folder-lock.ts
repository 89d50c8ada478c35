import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseRefused, resultCode, resultCodes } from './refused.ts';

/** Kept here, because a lock that nobody holds on to is closed, and so given back, when memory is cleaned up. */
const held = new Set<DatabaseSync>();

/**
 * Takes a data folder for this process alone; makes the folder when it is not there.
 *
 * The lock is an open exclusive transaction on a small database of its own: the system takes it back from a process that
 * was killed, and a backup may still read the real database, which an exclusive lock on that file would forbid.
 *
 * @returns how to give the folder back
 * @throws DatabaseRefused when another process has it, or it cannot be written
 */
export function lockFolder(folder: string): () => void {
	makeWritable(folder);
	let lock: DatabaseSync | undefined;
	try {
		lock = new DatabaseSync(join(folder, 'matchboard.lock'), { timeout: 0 });
		lock.exec('BEGIN EXCLUSIVE');
	} catch (cause) {
		lock?.close();
		if (resultCode(cause) !== resultCodes.busy) throw unwritable(folder, cause);
		throw new DatabaseRefused(
			`Another process already works with the data folder "${folder}". Stop it first, or set DATA_DIR to another folder.`,
			{ cause }
		);
	}
	const taken = lock;
	held.add(taken);
	return () => {
		held.delete(taken);
		if (taken.isOpen) taken.close();
	};
}

function makeWritable(folder: string): void {
	try {
		mkdirSync(folder, { recursive: true });
		accessSync(folder, constants.W_OK);
	} catch (cause) {
		throw unwritable(folder, cause);
	}
}

function unwritable(folder: string, cause: unknown): DatabaseRefused {
	const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
	return new DatabaseRefused(
		`The data folder "${folder}" cannot be written${code}. Give this user the right to write there, or set DATA_DIR to another folder.`,
		{ cause }
	);
}
