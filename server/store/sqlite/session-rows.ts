import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { SessionKind } from '#lib/protocol/messages.ts';
import type { SessionRow, SessionRows } from '../../http/session-rows.ts';

const sql = {
	put: 'INSERT INTO sessions (id_hash, kind, person, workshop, expires_at) VALUES (?, ?, ?, ?, ?)',
	get: 'SELECT * FROM sessions WHERE id_hash = ?',
	ofPerson: 'SELECT * FROM sessions WHERE person = ?',
	renew: 'UPDATE sessions SET expires_at = ? WHERE id_hash = ?',
	remove: 'DELETE FROM sessions WHERE id_hash = ?',
	removeOfPerson: 'DELETE FROM sessions WHERE person = ?',
	removeExpired: 'DELETE FROM sessions WHERE expires_at <= ?'
} as const;

type Statements = { readonly [Name in keyof typeof sql]: StatementSync };

function rowOf(row: Readonly<Record<string, SQLOutputValue>>): SessionRow {
	return {
		idHash: String(row['id_hash']),
		kind: String(row['kind']) as SessionKind,
		personId: row['person'] === null ? null : String(row['person']),
		board: row['workshop'] === null ? null : String(row['workshop']),
		expiresAt: Number(row['expires_at'])
	};
}

/** The sessions in the SQLite file that the directory and the boards' logs share. */
export class SqliteSessionRows implements SessionRows {
	readonly #sql: Statements;

	constructor(db: DatabaseSync) {
		this.#sql = Object.fromEntries(Object.entries(sql).map(([name, text]) => [name, db.prepare(text)])) as Statements;
	}

	async put({ idHash, kind, personId, board, expiresAt }: SessionRow): Promise<void> {
		this.#sql.put.run(idHash, kind, personId, board, expiresAt);
	}

	async get(idHash: string): Promise<SessionRow | null> {
		const row = this.#sql.get.get(idHash);
		return row ? rowOf(row) : null;
	}

	async ofPerson(personId: string): Promise<readonly SessionRow[]> {
		return this.#sql.ofPerson.all(personId).map(rowOf);
	}

	async renew(idHash: string, expiresAt: number): Promise<void> {
		this.#sql.renew.run(expiresAt, idHash);
	}

	async remove(idHash: string): Promise<void> {
		this.#sql.remove.run(idHash);
	}

	async removeOfPerson(personId: string): Promise<void> {
		this.#sql.removeOfPerson.run(personId);
	}

	async removeExpired(now: number): Promise<void> {
		this.#sql.removeExpired.run(now);
	}
}
