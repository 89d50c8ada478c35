import type { DatabaseSync } from 'node:sqlite';
import type { BoardEvent } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { OpenDatabase } from './sqlite/open-database.ts';
import { isDuplicate, resultCode, resultCodes } from './sqlite/refused.ts';
import { prepareStatements, type Statements } from './sqlite/statements.ts';
import { inTransaction } from './sqlite/transaction.ts';
import {
	StoreConflict,
	StoreFull,
	type Batch,
	type DirectoryWrite,
	type Store,
	type StoredDocument,
	type StoredSubmission
} from './store.ts';

/** Writes a fact of the directory; called inside the transaction of the board's event that brought it. */
export type ApplyDirectoryWrite = (db: DatabaseSync, write: DirectoryWrite) => void;

/** How long the answer to "can it write?" holds, in milliseconds: asking costs a write. */
const probeHolds = 5_000;

/**
 * The store on one SQLite file. A method has done its work when it returns its promise: nothing else in this process
 * comes in between, so boards, texts and the directory share one connection without waiting for each other.
 */
export class SqliteStore implements Store {
	readonly #database: OpenDatabase;
	readonly #applyDirectoryWrite: ApplyDirectoryWrite;
	readonly #sql: Statements;
	#probed = { at: -Infinity, writable: false };

	constructor(database: OpenDatabase, applyDirectoryWrite: ApplyDirectoryWrite) {
		this.#database = database;
		this.#applyDirectoryWrite = applyDirectoryWrite;
		this.#sql = prepareStatements(database.db);
	}

	async loadBoard(board: Id): Promise<readonly BoardEvent[]> {
		return this.#sql.boardEvents.all(board).map((row) => ({
			seq: Number(row.seq),
			type: String(row.type),
			at: Number(row.at),
			by: row.by === null ? null : String(row.by),
			data: JSON.parse(String(row.data)) as BoardEvent['data'],
			texts: row.texts === null ? {} : (JSON.parse(String(row.texts)) as BoardEvent['texts'])
		}));
	}

	async findSubmission(board: Id, personId: Id, submissionId: Id): Promise<StoredSubmission | null> {
		const row = this.#sql.submission.get(board, personId, submissionId);
		if (!row) return null;
		return { personId, submissionId, commandHash: String(row.command_hash), seq: Number(row.seq) };
	}

	async loadDocument(proposalId: Id): Promise<StoredDocument | null> {
		const rows = this.#sql.documentUpdates.all(proposalId);
		const first = rows[0];
		if (!first) return null;
		return { epoch: Number(first.epoch), updates: rows.map((row) => row.bytes as Uint8Array) };
	}

	async commit(batch: Batch): Promise<void> {
		this.#write(() => {
			for (const part of batch.boards) this.#addToBoard(part);
			for (const part of batch.documents) this.#addToDocument(part);
			for (const write of batch.directory) this.#applyDirectoryWrite(this.#database.db, write);
		});
		if (batch.directory.some(({ is }) => is === 'forget-person')) this.#emptyLog();
	}

	async eraseTexts(board: Id, seqs: readonly number[], by: Id, at: number): Promise<void> {
		this.#write(() => {
			for (const seq of seqs) this.#sql.eraseTexts.run(at, by, board, seq);
		});
		this.#emptyLog();
	}

	async close(): Promise<void> {
		this.#database.close();
	}

	/**
	 * Whether the disk takes data now, asked of the disk at most every five seconds.
	 * @throws when the database does not even answer
	 */
	async isWritable(): Promise<boolean> {
		this.#sql.answer.get();
		const now = performance.now();
		if (now - this.#probed.at < probeHolds) return this.#probed.writable;
		this.#probed = { at: now, writable: this.#takesData() };
		return this.#probed.writable;
	}

	/** Until it is emptied, what was erased still stands in the write-ahead log. */
	#emptyLog(): void {
		this.#database.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
	}

	#takesData(): boolean {
		try {
			this.#write(() => this.#sql.probe.run(Date.now()));
			return true;
		} catch (cause) {
			if (cause instanceof StoreFull) return false;
			throw cause;
		}
	}

	#write(work: () => void): void {
		try {
			inTransaction(this.#database.db, work);
		} catch (cause) {
			if (isDuplicate(cause)) throw new StoreConflict('This was written before.', { cause });
			if (noRoom.has(resultCode(cause))) throw new StoreFull('The disk takes no more data.', { cause });
			throw cause;
		}
	}

	#addToBoard({ board, events, submissions }: Batch['boards'][number]): void {
		let last = events.length > 0 ? Number(this.#sql.lastSeq.get(board)?.seq ?? 0) : 0;
		for (const { seq, type, at, by, data, texts } of events) {
			if (seq > last + 1) throw new Error(`Event ${seq} does not follow ${last}`);
			this.#sql.addEvent.run(board, seq, type, at, by, JSON.stringify(data), JSON.stringify(texts));
			last = seq;
		}
		for (const { personId, submissionId, commandHash, seq } of submissions) {
			this.#sql.addSubmission.run(board, personId, submissionId, commandHash, seq);
		}
	}

	#addToDocument({ proposalId, epoch, updates, replace }: Batch['documents'][number]): void {
		if (replace) this.#sql.clearDocument.run(proposalId);
		const last = this.#sql.lastUpdate.get(proposalId);
		if (last && Number(last.epoch) !== epoch) {
			throw new StoreConflict(`The document is of epoch ${Number(last.epoch)}, not ${epoch}.`);
		}
		let n = Number(last?.n ?? 0);
		for (const bytes of updates) this.#sql.addUpdate.run(proposalId, epoch, (n += 1), bytes);
	}
}

/** Full, and what a disk answers that has lost its room or its right to be written while in use. */
const noRoom: ReadonlySet<number | null> = new Set([resultCodes.full, resultCodes.ioerr, resultCodes.readonly]);
