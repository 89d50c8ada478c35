import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../server/store/sqlite/open-database.ts';
import { SqliteStore } from '../../../server/store/sqlite-store.ts';
import { StoreFull, type DirectoryWrite } from '../../../server/store/store.ts';
import { describeStore } from './store-contract.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A directory of one column: the contract is about the transaction, not about what the directory keeps. */
function keepWrite(db: DatabaseSync, write: DirectoryWrite): void {
	db.exec('CREATE TABLE IF NOT EXISTS kept (write TEXT NOT NULL)');
	if (write.is === 'approve-centre' && write.centreId === 'unwritable') throw new Error('There is no such centre.');
	db.prepare('INSERT INTO kept (write) VALUES (?)').run(JSON.stringify(write));
}

function keptWrites(db: DatabaseSync): DirectoryWrite[] {
	const there = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'kept'").get();
	return there
		? db
				.prepare('SELECT write FROM kept ORDER BY rowid')
				.all()
				.map((row) => JSON.parse(String(row.write)) as DirectoryWrite)
		: [];
}

describeStore('SQLite', () => {
	const folder = temporaryFolder();
	return {
		open: async () => {
			const database = openDatabase(folder);
			return { store: new SqliteStore(database, keepWrite), directoryWrites: () => keptWrites(database.db) };
		}
	};
});

const board = 'board000000000000000';

function batchOf(seq: number, text: string) {
	const event = { seq, type: 'challenge-posted', at: seq, by: null, data: {}, texts: { text } };
	return { boards: [{ board, events: [event], submissions: [] }], documents: [], directory: [] };
}

describe('the SQLite file', () => {
	it('is written ahead, in full to the disk, with its references checked', () => {
		const { db, close } = openDatabase(temporaryFolder());
		expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
		expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
		expect(db.prepare('PRAGMA foreign_keys').get()).toEqual({ foreign_keys: 1 });
		close();
	});

	it('holds everything itself after a close: no write-ahead log stays beside it', async () => {
		const folder = temporaryFolder();
		const store = new SqliteStore(openDatabase(folder), keepWrite);
		await store.commit(batchOf(1, 'kept'));
		expect(readdirSync(folder)).toContain('matchboard.sqlite-wal');
		await store.close();
		expect(readdirSync(folder).sort()).toEqual(['matchboard.lock', 'matchboard.sqlite']);
	});

	it('has an erased text in no byte any more, not even in a free page', async () => {
		const folder = temporaryFolder();
		const store = new SqliteStore(openDatabase(folder), keepWrite);
		for (let seq = 1; seq <= 120; seq += 1) await store.commit(batchOf(seq, `Secret ${seq}. `.repeat(1 + seq * 3)));
		await store.eraseTexts(
			board,
			Array.from({ length: 120 }, (_, index) => index + 1),
			'person00000000000000',
			99
		);
		const bytes = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1'));
		expect(bytes.join('')).not.toContain('Secret');
		await store.close();
	});

	it('does not let an event be changed, by whatever statement', async () => {
		const database = openDatabase(temporaryFolder());
		await new SqliteStore(database, keepWrite).commit(batchOf(1, 'kept'));
		expect(() => database.db.exec("UPDATE board_events SET data = '{}'")).toThrow('an event of a board never changes');
		database.close();
	});

	it('says that the disk is full, writes nothing of that batch, reads on, and takes data again when there is room', async () => {
		const database = openDatabase(temporaryFolder());
		const store = new SqliteStore(database, keepWrite);
		await store.commit(batchOf(1, 'kept'));
		const pages = Number(database.db.prepare('PRAGMA page_count').get()?.page_count);
		database.db.exec(`PRAGMA max_page_count = ${pages}`);
		await expect(store.commit(batchOf(2, 'x'.repeat(100_000)))).rejects.toBeInstanceOf(StoreFull);
		expect((await store.loadBoard(board)).map(({ seq }) => seq)).toEqual([1]);
		database.db.exec('PRAGMA max_page_count = 1000000');
		await store.commit(batchOf(2, 'x'.repeat(100_000)));
		expect(await store.loadBoard(board)).toHaveLength(2);
		await store.close();
	});

	it('says whether it can be written', async () => {
		const database = openDatabase(temporaryFolder());
		const store = new SqliteStore(database, keepWrite);
		expect(await store.isWritable()).toBe(true);
		await store.close();

		const readOnly = openDatabase(temporaryFolder());
		readOnly.db.exec('PRAGMA query_only = ON');
		expect(await new SqliteStore(readOnly, keepWrite).isWritable()).toBe(false);
		readOnly.close();
	});
});
