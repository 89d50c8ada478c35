import type { BoardEvent } from '#lib/domain/command.ts';
import { personVerified } from '#lib/domain/commands/verify-person.ts';
import { directoryChanged } from '#lib/domain/directory-events.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { Directory } from './directory.ts';
import type { BoardModeration } from './ports.ts';

/** Tells the logs of boards what has changed in the directory, so that their readers hear of it in order. */
export class BoardNotices {
	readonly #directory: Directory;
	readonly #boards: BoardModeration;
	readonly #now: () => number;

	constructor(directory: Directory, boards: BoardModeration, now: () => number) {
		this.#directory = directory;
		this.#boards = boards;
		this.#now = now;
	}

	/**
	 * A person entered the code of their centre: the directory and the logs of all their boards say so together.
	 * @throws when nothing was saved
	 */
	async verifiedByCode(personId: Id): Promise<void> {
		const boards = this.#directory.people.boardsOf(personId);
		if (boards.length === 0) return this.#directory.people.verify(personId);
		const event = personVerified.of({ personId, how: 'code' }, {});
		const write = { is: 'verify-person', personId, by: personId, at: this.#now(), how: 'code' } as const;
		// Started together, they are one commit.
		await Promise.all(boards.map((board) => this.#boards.append(board, event, personId, [write])));
	}

	/** A person's name is another one. */
	async personChanged(personId: Id, by: Id): Promise<void> {
		await this.#changed(this.#directory.people.boardsOf(personId), { persons: [personId], centres: [] }, by);
	}

	/** Centres were edited, approved or imported: any board may name them, but for those where nobody is. */
	async centresChanged(centres: readonly Id[], by: Id): Promise<void> {
		if (centres.length === 0) return;
		const boards = this.#directory.boards().filter((board) => this.#directory.people.inWorkshop(board).length > 0);
		await this.#changed(boards, { persons: [], centres }, by);
	}

	/** A person came in for a centre that nobody has approved yet. */
	async centreAsked(board: Id, centreId: Id, by: Id): Promise<void> {
		await this.#changed([board], { persons: [by], centres: [centreId] }, by);
	}

	/** A session of this person has ended. */
	async sessionsEnded(personId: Id): Promise<void> {
		await this.#boards.sessionsEnded(personId);
	}

	async #changed(
		boards: readonly Id[],
		facts: { readonly persons: readonly Id[]; readonly centres: readonly Id[] },
		by: BoardEvent['by']
	): Promise<void> {
		const event = directoryChanged.of(facts, {});
		await Promise.all(boards.map((board) => this.#boards.append(board, event, by, [])));
	}
}
