import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';

/** What was written here and is not in the text. Under no epoch it can be copied, but never be sent. */
export type Apart = { readonly update: Uint8Array; readonly epoch: number | null };

/** What a device remembers of one person's copy of one text, beside the copy itself. */
type Remembered = {
	/** Of the copy, null when there is none; the document of another epoch is another document. */
	readonly epoch: number | null;
	readonly aside: Apart | null;
	/** The last version that was open for confirmation when this copy heard the server last. */
	readonly version: number;
};

interface Schema extends DBSchema {
	texts: { key: string; value: Remembered };
}

/** Of the names of the databases in which y-indexeddb keeps documents; the person's id follows. */
const copyPrefix = 'matchboard-text:';

/** How long a storage may take to answer, in milliseconds, before it counts as refused. */
const patience = 5_000;

/**
 * The copy of a text on this device, keyed by person, proposal and epoch: y-indexeddb keeps the document, and a small
 * table of ours what else must be known before it can be opened.
 */
export class KeptText {
	readonly #db: IDBPDatabase<Schema>;
	readonly #key: string;
	#remembered: Remembered;
	#writing: Promise<unknown> = Promise.resolve();
	#persistence: IndexeddbPersistence | null = null;

	private constructor(db: IDBPDatabase<Schema>, key: string, remembered: Partial<Remembered> = {}) {
		this.#db = db;
		this.#key = key;
		this.#remembered = { epoch: null, aside: null, version: 0, ...remembered };
	}

	/** null where the browser refuses to store anything: in private windows, by its settings, or for lack of room. */
	static async open(personId: string, proposalId: string): Promise<KeptText | null> {
		const key = `${personId}:${proposalId}`;
		try {
			return await withPatience(openTexts().then(async (db) => new KeptText(db, key, await db.get('texts', key))));
		} catch {
			return null;
		}
	}

	/** null when this device has no copy. */
	get epoch(): number | null {
		return this.#remembered.epoch;
	}

	get aside(): Apart | null {
		return this.#remembered.aside;
	}

	get version(): number {
		return this.#remembered.version;
	}

	/** Remembers which version was open for confirmation last. @throws when the storage refuses */
	async saw(version: number): Promise<void> {
		if (version !== this.version) await this.#remember({ version });
	}

	/**
	 * Reads the kept copy into a document, and keeps every change of it from now on.
	 * @returns whether there was a copy
	 * @throws when the storage refuses
	 */
	async keep(doc: Y.Doc, epoch: number): Promise<boolean> {
		this.detach();
		const before = this.epoch;
		if (before !== epoch) await this.#remember({ epoch });
		if (before !== null && before !== epoch) indexedDB.deleteDatabase(this.#nameOf(before));
		const persistence = new IndexeddbPersistence(this.#nameOf(epoch), doc);
		this.#persistence = persistence;
		// Its own promise never settles when the database cannot be opened.
		await withPatience(Promise.race([persistence.whenSynced, opened(persistence)]));
		return doc.store.clients.size > 0;
	}

	/**
	 * Whether everything in the document is stored on this device: read back, since y-indexeddb says nothing of a write
	 * that failed.
	 */
	async holds(doc: Y.Doc): Promise<boolean> {
		const db = this.#persistence?.db;
		if (!db) return false;
		try {
			const updates = await withPatience(allUpdates(db));
			const copy = new Y.Doc();
			for (const update of updates) Y.applyUpdate(copy, update);
			const holds = Y.snapshotContainsUpdate(Y.snapshot(copy), Y.encodeStateAsUpdate(doc));
			copy.destroy();
			return holds;
		} catch {
			return false;
		}
	}

	/** Keeps what is not in the text, together with what was set apart before, and empties the copy that it came from. */
	async setAside(apart: Apart): Promise<void> {
		const before = this.aside;
		const isMore = before !== null && before.epoch === apart.epoch;
		const update = isMore ? merged([before.update, apart.update]) : apart.update;
		await this.#remember({ aside: { update, epoch: apart.epoch } });
		await this.#empty();
	}

	async dropAside(): Promise<void> {
		if (this.aside) await this.#remember({ aside: null });
	}

	detach(): void {
		// It closes its database when that is open; where it never opened, there is nothing to close.
		this.#persistence?.destroy().catch(() => undefined);
		this.#persistence = null;
	}

	close(): void {
		this.detach();
		this.#db.close();
	}

	#nameOf(epoch: number): string {
		return `${copyPrefix}${this.#key}:${epoch}`;
	}

	/** Empties the copy, and keeps nothing more of its document. */
	async #empty(): Promise<void> {
		this.detach();
		if (this.epoch === null) return;
		// Emptied, not deleted: another window may have it open, and a deletion would wait for that.
		const db = await withPatience(openDB(this.#nameOf(this.epoch), undefined, { upgrade: likeYIndexeddb }));
		await withPatience(db.clear('updates'));
		db.close();
	}

	/** One change after the other: two at once would each undo what the other says. */
	#remember(change: Partial<Remembered>): Promise<void> {
		const written = this.#writing.then(async () => {
			const remembered = { ...this.#remembered, ...change };
			await withPatience(this.#db.put('texts', remembered, this.#key));
			this.#remembered = remembered;
		});
		this.#writing = written.catch(() => undefined);
		return written;
	}
}

/**
 * Takes a person's copies of texts away from this device. Where the browser does not name its databases, they stay under
 * the id of somebody without a name.
 */
export async function forgetTexts(personId: string): Promise<void> {
	const kept = await openTexts();
	for (const key of await kept.getAllKeys('texts')) if (key.startsWith(`${personId}:`)) await kept.delete('texts', key);
	kept.close();
	// Browsers of 2021 have no list of their databases.
	const databases = 'databases' in indexedDB ? await indexedDB.databases() : [];
	for (const { name = '' } of databases) {
		if (name.startsWith(`${copyPrefix}${personId}:`)) indexedDB.deleteDatabase(name);
	}
}

function openTexts(): Promise<IDBPDatabase<Schema>> {
	return openDB<Schema>('matchboard-texts', 1, {
		upgrade: (db) => {
			db.createObjectStore('texts');
		}
	});
}

/** One update for several, by way of a document. */
function merged(updates: readonly Uint8Array[]): Uint8Array {
	const doc = new Y.Doc();
	for (const update of updates) Y.applyUpdate(doc, update);
	const all = Y.encodeStateAsUpdate(doc);
	doc.destroy();
	return all;
}

/** Never resolves; rejects when the database cannot be opened. */
function opened(persistence: IndexeddbPersistence): Promise<never> {
	const { _db: database } = persistence as unknown as { readonly _db: Promise<IDBDatabase> };
	return new Promise((_resolve, reject) => void database.catch(reject));
}

function allUpdates(db: IDBDatabase): Promise<Uint8Array[]> {
	return new Promise((resolve, reject) => {
		const request = db.transaction('updates').objectStore('updates').getAll() as IDBRequest<Uint8Array[]>;
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('The storage refused'));
	});
}

/** The stores of y-indexeddb 9, for a database that was deleted meanwhile: it would not make them in one that exists. */
function likeYIndexeddb(db: IDBPDatabase): void {
	db.createObjectStore('updates', { autoIncrement: true });
	db.createObjectStore('custom');
}

function withPatience<Result>(work: Promise<Result>): Promise<Result> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error('The storage does not answer')), patience);
		work.then(resolve, reject).finally(() => clearTimeout(timer));
	});
}
