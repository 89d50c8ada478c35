import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Migration } from '../migrations/in-order.ts';
import { inTransaction } from './transaction.ts';
import { DatabaseRefused } from './refused.ts';

/** How many migrations a database has had. */
export function formatOf(db: DatabaseSync): number {
	return Number(db.prepare('PRAGMA user_version').get()?.user_version);
}

/**
 * Brings a database to the newest format, forward only, each step in a transaction of its own. A database that had
 * content is copied first, to `matchboard.before-format-<n>.sqlite` beside it.
 *
 * @throws DatabaseRefused when a newer version of the program has written the database
 */
export function migrate(db: DatabaseSync, folder: string, migrations: readonly Migration[]): void {
	const from = formatOf(db);
	if (from > migrations.length) {
		throw new DatabaseRefused(
			`The database in "${folder}" was written by a newer version of this program: its format is ${from}, and this version knows formats up to ${migrations.length}. Start the newer version, or set DATA_DIR to another folder. Nothing was changed.`
		);
	}
	if (from === migrations.length) return;
	if (from > 0) copyTo(db, join(folder, `matchboard.before-format-${migrations.length}.sqlite`));
	for (const [index, migration] of migrations.entries()) {
		if (index < from) continue;
		inTransaction(db, () => {
			migration.up(db);
			db.exec(`PRAGMA user_version = ${index + 1}`);
		});
	}
}

/** A whole copy or none: it gets its name when it is on the disk. */
function copyTo(db: DatabaseSync, file: string): void {
	const part = `${file}.part`;
	rmSync(part, { force: true });
	db.prepare('VACUUM INTO ?').run(part);
	const descriptor = openSync(part, 'r+');
	fsyncSync(descriptor);
	closeSync(descriptor);
	renameSync(part, file);
}
