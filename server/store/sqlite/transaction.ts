import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs the work in one transaction: all of it is on disk when this returns, or nothing of it when it throws.
 * Everything here is synchronous, so no other work can come in between.
 *
 * @throws what the work threw, and what SQLite threw at the commit
 */
export function inTransaction<Result>(db: DatabaseSync, work: () => Result): Result {
	db.exec('BEGIN IMMEDIATE');
	try {
		const result = work();
		db.exec('COMMIT');
		return result;
	} catch (cause) {
		// SQLite has already rolled back when the disk was full.
		if (db.isTransaction) db.exec('ROLLBACK');
		throw cause;
	}
}
