import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { migrations as allMigrations, type Migration } from '../migrations/in-order.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { DatabaseRefused, damaged, refusalOf } from './refused.ts';

export type OpenDatabase = {
	/** The one connection of this process: the log and the directory share it. */
	readonly db: DatabaseSync;
	/** Brings the write-ahead log into the database file, as SQLite does at the last close, and gives the folder back. */
	readonly close: () => void;
};

/** How long a write waits for another program that writes to the file, such as a backup's checkpoint, in milliseconds. */
const patience = 5_000;

/**
 * Opens the database of a data folder for this process alone, makes both when they are not there, checks that the
 * database is whole, and brings it to the newest format.
 *
 * @param folder path of the data folder
 * @throws DatabaseRefused with a sentence for the operator
 */
export function openDatabase(folder: string, migrations: readonly Migration[] = allMigrations): OpenDatabase {
	const absolute = resolve(folder);
	const unlock = lockFolder(absolute);
	const file = join(absolute, 'matchboard.sqlite');
	let db: DatabaseSync | undefined;
	try {
		db = new DatabaseSync(file, { timeout: patience, enableForeignKeyConstraints: true, defensive: true });
		prepareForDurability(db, file);
		requireWhole(db, file);
		migrate(db, absolute, migrations);
	} catch (cause) {
		if (db?.isOpen) db.close();
		unlock();
		throw refusalOf(cause, file);
	}
	const connection = db;
	return {
		db: connection,
		close: () => {
			if (connection.isOpen) connection.close();
			unlock();
		}
	};
}

/**
 * A commit is on the disk when it returns. `secure_delete` overwrites what is deleted, so that an erased text is in no
 * free page of the file either; `fullfsync` makes macOS empty the drive's own cache too.
 */
function prepareForDurability(db: DatabaseSync, file: string): void {
	const mode = db.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode;
	if (mode !== 'wal') {
		throw new DatabaseRefused(
			`The disk of "${file}" cannot keep a write-ahead log, as network drives cannot. Set DATA_DIR to a folder on a disk of this machine.`
		);
	}
	db.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA secure_delete = ON');
}

function requireWhole(db: DatabaseSync, file: string): void {
	const found = db.prepare('PRAGMA quick_check(1)').get()?.quick_check;
	if (found !== 'ok') throw damaged(file, String(found).replace('*** in database main ***', '').trim());
}
