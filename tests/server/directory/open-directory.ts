import { randomFillSync } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { createDirectory, type Directory } from '../../../server/directory/directory.ts';
import { readServerSecret } from '../../../server/directory/server-secret.ts';
import { SqliteDirectoryTables } from '../../../server/store/sqlite/directory-tables.ts';
import { openDatabase, type OpenDatabase } from '../../../server/store/sqlite/open-database.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

export type OpenDirectory = {
	readonly directory: Directory;
	readonly tables: SqliteDirectoryTables;
	readonly database: OpenDatabase;
	readonly clock: { now: number };
	/** The same folder, read into a new memory. */
	readonly reopened: () => Promise<OpenDirectory>;
};

/** A directory on a real database; closed when the test is over. */
export async function openDirectory(folder = temporaryFolder()): Promise<OpenDirectory> {
	const clock = { now: Date.UTC(2024, 8, 10, 7, 0) };
	const database = openDatabase(folder);
	let open = true;
	const close = () => {
		if (open) database.close();
		open = false;
	};
	onTestFinished(close);
	const tables = new SqliteDirectoryTables(database.db);
	const directory = await createDirectory(tables, {
		now: () => clock.now,
		random: (bytes) => randomFillSync(bytes),
		secret: readServerSecret(folder)
	});
	const reopened = () => {
		close();
		return openDirectory(folder);
	};
	return { directory, tables, database, clock, reopened };
}
