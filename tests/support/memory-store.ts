import type { BoardEvent } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import {
	StoreConflict,
	type Batch,
	type Store,
	type StoredDocument,
	type StoredSubmission
} from '../../server/store/store.ts';

/** The port to the disk without a disk: for tests that need thousands of commits, and for failing on purpose. */
export class MemoryStore implements Store {
	readonly boards = new Map<Id, BoardEvent[]>();
	readonly submissions = new Map<string, StoredSubmission>();
	readonly documents = new Map<Id, { epoch: number; updates: Uint8Array[] }>();
	/** How many of the next commits fail. */
	failing = 0;

	loadBoard(board: Id): Promise<readonly BoardEvent[]> {
		return Promise.resolve([...(this.boards.get(board) ?? [])]);
	}

	findSubmission(board: Id, personId: Id, submissionId: Id): Promise<StoredSubmission | null> {
		return Promise.resolve(this.submissions.get(`${board} ${personId} ${submissionId}`) ?? null);
	}

	loadDocument(proposalId: Id): Promise<StoredDocument | null> {
		return Promise.resolve(this.documents.get(proposalId) ?? null);
	}

	commit(batch: Batch): Promise<void> {
		if (this.failing > 0) {
			this.failing -= 1;
			return Promise.reject(new Error('The disk failed on purpose'));
		}
		for (const { board, events } of batch.boards) {
			const log = this.boards.get(board) ?? [];
			let next = log.length + 1;
			for (const { seq } of events) if (seq !== next++) return Promise.reject(new StoreConflict(`seq ${seq} again`));
		}
		for (const { board, events, submissions } of batch.boards) {
			this.boards.set(board, [...(this.boards.get(board) ?? []), ...events]);
			for (const one of submissions) this.submissions.set(`${board} ${one.personId} ${one.submissionId}`, one);
		}
		for (const { proposalId, epoch, updates, replace } of batch.documents) {
			const there = replace ? [] : (this.documents.get(proposalId)?.updates ?? []);
			this.documents.set(proposalId, { epoch, updates: [...there, ...updates] });
		}
		return Promise.resolve();
	}

	eraseTexts(board: Id, seqs: readonly number[]): Promise<void> {
		const log = this.boards.get(board) ?? [];
		this.boards.set(
			board,
			log.map((event) => (seqs.includes(event.seq) ? { ...event, texts: {} } : event))
		);
		return Promise.resolve();
	}

	close(): Promise<void> {
		return Promise.resolve();
	}
}
