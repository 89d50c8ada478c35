import type { Command } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';

/** A command that somebody spoke on this device and that the server has not answered for good. */
export type Entry = {
	readonly submissionId: Id;
	readonly board: Id;
	readonly personId: Id;
	readonly command: Command;
	/** Milliseconds since 1970 by this device's clock; keeps the order. */
	readonly at: number;
	/** Set when the server refused it after the fact: it waits here, with its text, for its author. */
	readonly refusal: {
		readonly code: string;
		readonly sentence: string;
		readonly values: Readonly<Record<string, string | number>>;
	} | null;
};

/** Where the outbox keeps its entries; on a phone IndexedDB. Every method may fail, and the session says so. */
export interface OutboxStorage {
	load(board: Id, personId: Id): Promise<readonly Entry[]>;
	put(entry: Entry): Promise<void>;
	remove(submissionId: Id): Promise<void>;
}

/** Keeps entries as long as the process lives: for a device that refuses storage, for benches and tests. */
export class MemoryOutbox implements OutboxStorage {
	readonly #entries = new Map<Id, Entry>();

	load(board: Id, personId: Id): Promise<readonly Entry[]> {
		const own = [...this.#entries.values()].filter((entry) => entry.board === board && entry.personId === personId);
		return Promise.resolve(own.sort((a, b) => a.at - b.at));
	}

	put(entry: Entry): Promise<void> {
		this.#entries.set(entry.submissionId, entry);
		return Promise.resolve();
	}

	remove(submissionId: Id): Promise<void> {
		this.#entries.delete(submissionId);
		return Promise.resolve();
	}
}
