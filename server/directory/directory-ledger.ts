import type { DirectoryMemory } from './directory-memory.ts';
import type { Change, DirectoryTables } from './records.ts';

/** Writes to the disk first, then lets the memory follow. */
export type Write = (changes: readonly Change[]) => Promise<void>;

/** The one way in which the directory changes: in turn, so that what was looked up still holds when it is written. */
export class DirectoryLedger {
	readonly memory: DirectoryMemory;
	readonly tables: DirectoryTables;
	#last: Promise<unknown> = Promise.resolve();

	constructor(tables: DirectoryTables, memory: DirectoryMemory) {
		this.tables = tables;
		this.memory = memory;
	}

	/**
	 * Runs the work when all work before it has ended. Do not ask for a turn within a turn.
	 * @throws what the work throws, and what the tables throw: then nothing was changed
	 */
	inTurn<Result>(work: (write: Write) => Promise<Result>): Promise<Result> {
		const result = this.#last.then(() =>
			work(async (changes) => {
				await this.tables.write(changes);
				this.memory.apply(changes);
			})
		);
		this.#last = result.catch(() => undefined);
		return result;
	}
}
