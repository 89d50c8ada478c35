import type { DatabaseSync } from 'node:sqlite';

const sql = {
	boardEvents: 'SELECT seq, type, at, by, data, texts FROM board_events WHERE board = ? ORDER BY seq',
	lastSeq: 'SELECT max(seq) AS seq FROM board_events WHERE board = ?',
	addEvent: 'INSERT INTO board_events (board, seq, type, at, by, data, texts) VALUES (?, ?, ?, ?, ?, ?, ?)',
	eraseTexts: `UPDATE board_events SET texts = NULL, erased_at = ?, erased_by = ?
		WHERE board = ? AND seq = ? AND texts IS NOT NULL`,
	submission: 'SELECT command_hash, seq FROM submissions WHERE board = ? AND person = ? AND submission = ?',
	addSubmission: `INSERT INTO submissions (board, person, submission, command_hash, seq)
		VALUES (?, ?, ?, ?, ?)`,
	documentUpdates: 'SELECT epoch, bytes FROM document_updates WHERE proposal = ? ORDER BY n',
	lastUpdate: 'SELECT n, epoch FROM document_updates WHERE proposal = ? ORDER BY n DESC LIMIT 1',
	addUpdate: 'INSERT INTO document_updates (proposal, epoch, n, bytes) VALUES (?, ?, ?, ?)',
	clearDocument: 'DELETE FROM document_updates WHERE proposal = ?',
	probe: 'INSERT INTO write_probe (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at',
	answer: 'SELECT 1 AS answer'
} as const;

export type Statements = { readonly [Name in keyof typeof sql]: ReturnType<DatabaseSync['prepare']> };

/** Compiles every statement of the store once; the database must have the newest format. */
export function prepareStatements(db: DatabaseSync): Statements {
	return Object.fromEntries(Object.entries(sql).map(([name, text]) => [name, db.prepare(text)])) as Statements;
}
