import { fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { migrations, type Migration } from '../../../server/store/migrations/in-order.ts';
import { formatOf } from '../../../server/store/sqlite/migrate.ts';
import { removeOldCopies } from '../../../server/store/sqlite/old-copies.ts';
import { openDatabase } from '../../../server/store/sqlite/open-database.ts';
import { DatabaseRefused } from '../../../server/store/sqlite/refused.ts';
import { temporaryFolder } from './temporary-folder.ts';

const holder = fileURLToPath(new URL('./database-holder.ts', import.meta.url));

/** Damages a file in place. */
function overwrite(file: string, from: number, bytes: number): void {
	const descriptor = openSync(file, 'r+');
	writeSync(descriptor, Buffer.alloc(bytes, 0xab), 0, bytes, from);
	closeSync(descriptor);
}

describe('one process per database', () => {
	it('refuses a second process with the name of the folder, until the first has closed', () => {
		const folder = temporaryFolder();
		const first = openDatabase(folder);
		expect(() => openDatabase(folder)).toThrow(DatabaseRefused);
		expect(() => openDatabase(folder)).toThrow(`Another process already works with the data folder "${folder}".`);
		first.close();
		openDatabase(folder).close();
	});

	it('gets the folder back from a process that was killed', async () => {
		const folder = temporaryFolder();
		const child = fork(holder, [folder]);
		await once(child, 'message');
		expect(() => openDatabase(folder)).toThrow('Another process already works with the data folder');
		child.kill('SIGKILL');
		await once(child, 'exit');
		openDatabase(folder).close();
	});

	it('lets a backup read the file meanwhile', () => {
		const folder = temporaryFolder();
		const database = openDatabase(folder);
		const backup = new DatabaseSync(join(folder, 'matchboard.sqlite'), { readOnly: true });
		expect(backup.prepare('SELECT count(*) AS events FROM board_events').get()).toEqual({ events: 0 });
		backup.close();
		database.close();
	});
});

describe('a folder or a file that cannot be worked with', () => {
	it('is refused when the folder cannot be made or written', () => {
		const file = join(temporaryFolder(), 'a-file');
		writeFileSync(file, '');
		expect(() => openDatabase(join(file, 'data'))).toThrow(
			`The data folder "${join(file, 'data')}" cannot be written (ENOTDIR). Give this user the right to write there`
		);
	});

	it('is refused when the file is no database, and the folder is free again', () => {
		const folder = temporaryFolder();
		writeFileSync(join(folder, 'matchboard.sqlite'), 'These are not pages of a database. '.repeat(400));
		expect(() => openDatabase(folder)).toThrow(/is damaged \(file is not a database\)\. Nothing was changed\./);
		expect(() => openDatabase(folder)).toThrow(/is damaged/);
	});

	it('is refused when pages of the database are damaged', () => {
		const folder = temporaryFolder();
		const { db, close } = openDatabase(folder);
		const add = db.prepare(
			"INSERT INTO board_events (board, seq, type, at, data, texts) VALUES ('b', ?, 't', 1, ?, '{}')"
		);
		for (let seq = 1; seq < 100; seq += 1) add.run(seq, JSON.stringify({ filling: 'x'.repeat(900) }));
		close();
		const file = join(folder, 'matchboard.sqlite');
		const whole = new DatabaseSync(file);
		const root = Number(
			whole.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'board_events'").get()?.rootpage
		);
		whole.close();
		overwrite(file, (root - 1) * 4096, 4096);
		expect(() => openDatabase(folder)).toThrow(/is damaged \(.+\)\. Nothing was changed\. Put a backup in its place/);
	});
});

describe('the format of the database', () => {
	const addColumn: Migration = {
		up: (db) => db.exec("ALTER TABLE submissions ADD COLUMN note TEXT NOT NULL DEFAULT ''")
	};

	it('is the newest one after opening, and every migration of the folder is in the list', () => {
		const { db, close } = openDatabase(temporaryFolder());
		expect(formatOf(db)).toBe(migrations.length);
		const files = readdirSync(new URL('../../../server/store/migrations/', import.meta.url));
		const numbered = files.filter((file) => /^\d{3}-/.test(file)).sort();
		expect(numbered.map((file) => Number(file.slice(0, 3)))).toEqual(migrations.map((_, index) => index + 1));
		close();
	});

	it('is raised with the content kept, after a copy of the file was made', () => {
		const folder = temporaryFolder();
		const older = openDatabase(folder);
		older.db.exec("INSERT INTO submissions VALUES ('b', 'p', 's', 'h', 1, NULL)");
		older.close();

		const newer = openDatabase(folder, [...migrations, addColumn]);
		expect(formatOf(newer.db)).toBe(migrations.length + 1);
		expect(newer.db.prepare('SELECT submission, note FROM submissions').get()).toEqual({ submission: 's', note: '' });
		newer.close();

		const copy = new DatabaseSync(join(folder, `matchboard.before-format-${migrations.length + 1}.sqlite`));
		expect(formatOf(copy)).toBe(migrations.length);
		expect(copy.prepare('SELECT count(*) AS count FROM submissions').get()).toEqual({ count: 1 });
		copy.close();
	});

	it('keeps the copy for a day, and nothing else goes with it', () => {
		const folder = temporaryFolder();
		openDatabase(folder).close();
		openDatabase(folder, [...migrations, addColumn]).close();
		const copy = `matchboard.before-format-${migrations.length + 1}.sqlite`;
		const others = readdirSync(folder).filter((file) => file !== copy);
		const { mtimeMs } = statSync(join(folder, copy));
		const day = 24 * 60 * 60 * 1000;
		expect(removeOldCopies(folder, mtimeMs + day)).toEqual([]);
		expect(removeOldCopies(folder, mtimeMs + day + 1)).toEqual([copy]);
		expect(readdirSync(folder)).toEqual(others);
	});

	it('makes no copy of a database that was empty or already the newest', () => {
		const folder = temporaryFolder();
		openDatabase(folder).close();
		openDatabase(folder).close();
		expect(readdirSync(folder).filter((file) => file.includes('before-format'))).toEqual([]);
	});

	it('stays the older one when a migration fails', () => {
		const folder = temporaryFolder();
		openDatabase(folder).close();
		const breaking: Migration = {
			up: (db) => {
				addColumn.up(db);
				throw new Error('This migration cannot go on.');
			}
		};
		expect(() => openDatabase(folder, [...migrations, breaking])).toThrow('This migration cannot go on.');
		const { db, close } = openDatabase(folder);
		expect(formatOf(db)).toBe(migrations.length);
		expect(
			db
				.prepare('PRAGMA table_info(submissions)')
				.all()
				.map(({ name }) => name)
		).not.toContain('note');
		close();
	});

	it('is refused, and the file left alone, when a newer version has written it', () => {
		const folder = temporaryFolder();
		openDatabase(folder, [...migrations, addColumn]).close();
		expect(() => openDatabase(folder)).toThrow(
			`The database in "${folder}" was written by a newer version of this program: its format is ${migrations.length + 1}, and this version knows formats up to ${migrations.length}.`
		);
		expect(existsSync(join(folder, 'matchboard.sqlite'))).toBe(true);
		openDatabase(folder, [...migrations, addColumn]).close();
	});
});
