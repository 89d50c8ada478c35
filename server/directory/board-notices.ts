import type { BoardEvent } from '#lib/domain/command.ts';
import { personVerified } from '#lib/domain/commands/verify-person.ts';
import { directoryChanged } from '#lib/domain/directory-events.ts';
import type { Id } from '#lib/domain/ids.ts';
import { textsAbout, type Forgotten } from '#lib/domain/forgetting.ts';
import { nameKey } from '../roster/name-key.ts';
import type { Directory } from './directory.ts';
import type { BoardModeration, PeopleSignedIn } from './ports.ts';
import type { PersonRow } from './records.ts';

/** Tells the logs of boards what has changed in the directory, so that their readers hear of it in order. */
export class BoardNotices {
	readonly #directory: Directory;
	readonly #boards: BoardModeration;
	readonly #sessions: PeopleSignedIn;
	readonly #now: () => number;

	constructor(directory: Directory, boards: BoardModeration, sessions: PeopleSignedIn, now: () => number) {
		this.#directory = directory;
		this.#boards = boards;
		this.#sessions = sessions;
		this.#now = now;
	}

	/**
	 * A person entered the code of their centre: the directory and the logs of all their boards say so together.
	 * @param centreId whose code it was: a person who has changed to another one meanwhile stays not verified
	 * @throws when nothing was saved
	 */
	async verifiedByCode(personId: Id, centreId: Id | null): Promise<void> {
		const boards = this.#directory.people.boardsOf(personId);
		if (boards.length === 0) return this.#directory.people.verify(personId, centreId);
		const event = personVerified.of({ personId, how: 'code' }, {});
		const write = { is: 'verify-person', personId, centreId, by: personId, at: this.#now(), how: 'code' } as const;
		// Started together, they are one commit.
		await Promise.all(boards.map((board) => this.#boards.append(board, event, personId, [write])));
	}

	/** A person's name or centre is another one. */
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

	/**
	 * Takes a person's name, and the texts about them, away for good: from the directory and from every board, whose logs
	 * say when and by whom. First of all nobody is this person any more, on no device. Broken off in the middle, the name
	 * and the sessions are still there, and it can be asked again.
	 * @throws when not all of it was saved
	 */
	async forget(personId: Id, by: Id): Promise<void> {
		const person = this.#directory.people.get(personId);
		if (!person || person.forgottenAt !== null) return;
		await this.#sessions.without(personId, async () => {
			await this.#boards.sessionsEnded(personId);
			await this.#erase(person, by);
		});
	}

	async #erase(person: PersonRow, by: Id): Promise<void> {
		const { people } = this.#directory;
		const { id: personId } = person;
		const about = forgottenAs(person, people.all());
		const boards = this.#directory.boards();
		const theirs = boards.filter(
			(board) => this.#directory.isMember(board, personId) || this.#directory.facilitates(board, personId)
		);
		const isTheirs = new Set(theirs);
		const last = theirs.at(-1);
		for (const board of [...boards.filter((one) => !isTheirs.has(one)), ...theirs]) {
			const choose = (log: readonly BoardEvent[]) => {
				const texts = textsAbout(log, about);
				return isTheirs.has(board) || texts.seqs.length > 0 ? texts : null;
			};
			const write = { is: 'forget-person', personId, at: this.#now() } as const;
			await this.#boards.erase(board, choose, by, board === last ? [write] : []);
		}
		if (last === undefined) await people.forget(personId);
	}

	/** Whether a card, a draft or anything else on any board names this centre. */
	async isOnBoard(centreId: Id): Promise<boolean> {
		const named = await Promise.all(this.#directory.boards().map((board) => this.#boards.namesCentre(board, centreId)));
		return named.includes(true);
	}

	/** Sessions of this person have ended: their connections and their seats in texts are judged at once. */
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

/** Names are compared without accents and case. @param people all who have a name */
function forgottenAs({ id, name, centreId }: PersonRow, people: readonly PersonRow[]): Forgotten {
	const keyOf = (text: string | null) => nameKey(text ?? '') || (text ?? '');
	const colleagues = new Set(
		people.filter((one) => one.id !== id).map((one) => JSON.stringify([one.centreId, keyOf(one.name)]))
	);
	return {
		personId: id,
		centreId,
		isTheirName: (text) => keyOf(text) === keyOf(name),
		isColleague: (centre, text) => keyOf(text) !== keyOf(name) && colleagues.has(JSON.stringify([centre, keyOf(text)]))
	};
}
