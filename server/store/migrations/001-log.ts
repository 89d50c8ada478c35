import type { DatabaseSync } from 'node:sqlite';

/**
 * The log of every board, what was answered to every submission, and the updates of every proposal's text.
 * Free text stands in a column of its own, so that erasing it leaves the log's order, references and hashes alone.
 */
export function up(db: DatabaseSync): void {
	db.exec(`
		CREATE TABLE board_events (
			board TEXT NOT NULL,
			seq INTEGER NOT NULL,
			type TEXT NOT NULL,
			at INTEGER NOT NULL,
			by TEXT,
			data TEXT NOT NULL,
			texts TEXT,
			erased_at INTEGER,
			erased_by TEXT,
			UNIQUE (board, seq),
			CHECK ((texts IS NULL) = (erased_at IS NOT NULL)),
			CHECK ((erased_at IS NULL) = (erased_by IS NULL))
		) STRICT;

		CREATE TRIGGER board_events_stay BEFORE UPDATE OF board, seq, type, at, by, data ON board_events
		BEGIN
			SELECT RAISE(ABORT, 'an event of a board never changes');
		END;

		CREATE TABLE submissions (
			board TEXT NOT NULL,
			person TEXT NOT NULL,
			submission TEXT NOT NULL,
			command_hash TEXT NOT NULL,
			seq INTEGER,
			refusal TEXT,
			PRIMARY KEY (board, person, submission),
			CHECK ((seq IS NULL) <> (refusal IS NULL))
		) STRICT, WITHOUT ROWID;

		CREATE TABLE document_updates (
			proposal TEXT NOT NULL,
			epoch INTEGER NOT NULL,
			n INTEGER NOT NULL,
			bytes BLOB NOT NULL,
			UNIQUE (proposal, n)
		) STRICT;

		CREATE TABLE write_probe (id INTEGER PRIMARY KEY CHECK (id = 1), at INTEGER NOT NULL) STRICT;
	`);
}
