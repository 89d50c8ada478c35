import type { IDBPDatabase } from 'idb';
import type { Id } from '#lib/domain/ids.ts';
import type { Entry, OutboxStorage } from '#lib/sync/outbox.ts';

/** The outbox on a phone: survives a reload and a crash. One database per origin, entries by board and person. */
export class IndexedDbOutbox implements OutboxStorage {
	#database: Promise<IDBPDatabase> | null = null;

	async load(board: Id, personId: Id): Promise<readonly Entry[]> {
		const database = await this.#open();
		const entries = (await database.getAllFromIndex('entries', 'board-person', [board, personId])) as Entry[];
		return entries.sort((a, b) => a.at - b.at);
	}

	async put(entry: Entry): Promise<void> {
		await (await this.#open()).put('entries', entry);
	}

	async remove(submissionId: Id): Promise<void> {
		await (await this.#open()).delete('entries', submissionId);
	}

	#open(): Promise<IDBPDatabase> {
		this.#database ??= openOutbox();
		return this.#database;
	}
}

/** Takes away what a person had not sent from this device. */
export async function forgetUnsent(personId: Id): Promise<void> {
	const database = await openOutbox();
	const entries = (await database.getAll('entries')) as Entry[];
	for (const entry of entries) if (entry.personId === personId) await database.delete('entries', entry.submissionId);
	database.close();
}

/** Fetched with the first look into the outbox: the cards are painted by then. */
async function openOutbox(): Promise<IDBPDatabase> {
	const { openDB } = await import('idb');
	return openDB('cove-outbox', 1, {
		upgrade(database) {
			const store = database.createObjectStore('entries', { keyPath: 'submissionId' });
			store.createIndex('board-person', ['board', 'personId']);
		}
	});
}
