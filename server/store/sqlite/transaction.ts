import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs the work in one transaction: all of it is on disk when this returns, or nothing of it when it throws.
 * Everything here is synchronous, so no other work can come in between. Inside `asOne` it is a step of the larger one.
 *
 * @throws what the work threw, and what SQLite threw at the commit
 */
export function inTransaction<Result>(db: DatabaseSync, work: () => Result): Result {
	const { begin, commit, rollback } = db.isTransaction ? step : whole;
	db.exec(begin);
	try {
		const result = work();
		db.exec(commit);
		return result;
	} catch (cause) {
		// SQLite has already rolled back when the disk was full.
		if (db.isTransaction) db.exec(rollback);
		throw cause;
	}
}

const whole = { begin: 'BEGIN IMMEDIATE', commit: 'COMMIT', rollback: 'ROLLBACK' };
const step = { begin: 'SAVEPOINT step', commit: 'RELEASE step', rollback: 'ROLLBACK TO step; RELEASE step' };

/**
 * Runs work that takes many steps as one transaction. Nothing else may use the connection until it resolves, so this is
 * for the time before the server listens.
 *
 * @throws what the work threw; then nothing of it is on disk
 */
export async function asOne<Result>(db: DatabaseSync, work: () => Promise<Result>): Promise<Result> {
	db.exec(whole.begin);
	try {
		const result = await work();
		db.exec(whole.commit);
		return result;
	} catch (cause) {
		if (db.isTransaction) db.exec(whole.rollback);
		throw cause;
	}
}
