import { randomFillSync } from 'node:crypto';
import { emptyBoard, type Board } from '#lib/domain/board.ts';
import { eventOfType } from '#lib/domain/catalogue.ts';
import type { BoardEvent, NewEvent, SeenKey } from '#lib/domain/command.ts';
import { evolve, replay } from '#lib/domain/evolve.ts';
import { newId, type Id } from '#lib/domain/ids.ts';
import type { Ack, Submission } from '#lib/protocol/messages.ts';
import type { GroupCommit } from '../store/group-commit.ts';
import type { Batch, DirectoryWrite, Store, StoredSubmission } from '../store/store.ts';
import type { Speaker } from './actors.ts';
import { AnswerBook, keyOf, notSaved, refusalAck, type SubmissionKey } from './answer-book.ts';
import { Decider, type DeciderPorts } from './decider.ts';
import { directoryWritesOf } from './directory-effects.ts';
import { DueClock } from './due-clock.ts';

/** A decided command, on its way to the disk. */
type Staged = {
	readonly events: readonly BoardEvent[];
	readonly keys: readonly SeenKey[];
	readonly submission: StoredSubmission | null;
	readonly writes: readonly DirectoryWrite[];
	readonly documents: Batch['documents'];
	readonly head: Board;
	readonly answer: (ack: Ack) => void;
};

/** A step that is on disk, for whoever shows it to readers. */
export type Committed = {
	readonly before: Board;
	readonly after: Board;
	readonly events: readonly BoardEvent[];
	readonly keys: readonly SeenKey[];
	readonly answered: readonly Id[];
};

export type BoardRoomPorts = DeciderPorts & {
	readonly store: Store;
	readonly commit: GroupCommit;
	readonly now: () => number;
	/** Told before the authors get their acks: broadcast, then ack. */
	readonly committed: (room: BoardRoom, step: Committed) => void;
	/** A fault that nobody waits for, such as a failed commit. */
	readonly fault: (cause: unknown) => void;
};

/**
 * One board: one queue. Commands are decided on the provisional head, one after the other; only what is on disk is the
 * committed head, and only that is ever seen, framed or acked. A failed commit discards everything decided on it, refusals
 * as well.
 */
export class BoardRoom {
	readonly id: Id;
	readonly #ports: BoardRoomPorts;
	#committed: Board;
	#provisional: Board;
	#staged: Staged[] = [];
	#window: Promise<void> | null = null;
	/** Commits that failed: what was being decided meanwhile stands on nothing. */
	#failures = 0;
	/** Refusals that wait for what they stand on. */
	#hanging: { readonly seq: number; readonly told: (isThere: boolean) => void }[] = [];
	#queue: Promise<unknown> = Promise.resolve();
	readonly #answers: AnswerBook;
	readonly #decider: Decider;
	readonly #due: DueClock;

	private constructor(id: Id, board: Board, ports: BoardRoomPorts) {
		this.id = id;
		this.#ports = ports;
		this.#committed = board;
		this.#provisional = board;
		this.#answers = new AnswerBook(id, ports.store);
		this.#decider = new Decider(id, () => this.#provisional, ports);
		this.#due = new DueClock({
			...ports,
			board: () => this.#committed,
			// Each time another submission: an answer to an earlier time is no answer to this one.
			speak: (speaker, { command }) =>
				this.submit(speaker, { submissionId: newId((bytes) => randomFillSync(bytes)), command }),
			giveUp: (fact) => this.append(fact, null)
		});
	}

	/** Opens a board from its log. */
	static async open(id: Id, ports: BoardRoomPorts): Promise<BoardRoom> {
		const room = new BoardRoom(id, replay(emptyBoard, await ports.store.loadBoard(id)), ports);
		room.#due.watch();
		return room;
	}

	get board(): Board {
		return this.#committed;
	}

	/**
	 * Decides one submission and answers when the answer is on disk. The same submission of the same person gets the same
	 * answer; other bytes under its id are refused.
	 */
	submit(speaker: Speaker, submission: Omit<Submission, 'board'>): Promise<Ack> {
		const key = keyOf(speaker.personId, submission);
		return this.#answers.once(key, async () => {
			const { ack } = await this.#enqueue(() => this.#answerTo(speaker, submission.command, key));
			return ack;
		});
	}

	/** Wrapped, so that the queue goes on to the next command while the answer is on its way to the disk. */
	async #answerTo(
		speaker: Speaker,
		command: Submission['command'],
		key: SubmissionKey
	): Promise<{ ack: Promise<Ack> }> {
		const before = await this.#answers.before(key);
		if (before) return { ack: Promise.resolve(before) };
		const at = this.#ports.now();
		const failures = this.#failures;
		const decision = await this.#decider.decide(command, speaker, at);
		if (decision.kind === 'unheard') return { ack: Promise.resolve(decision.ack) };
		if (failures !== this.#failures) {
			if (decision.kind === 'accepted') this.#thaw(decision.events);
			return { ack: Promise.resolve(notSaved) };
		}
		if (decision.kind !== 'accepted') {
			const refused = () => this.#answers.remember(key, refusalAck(decision));
			return { ack: this.#untilOnDisk().then((isThere) => (isThere ? refused() : notSaved)) };
		}
		const { personId, submissionId, hash: commandHash } = key;
		const seq = this.#provisional.seq + decision.events.length;
		const stored = { personId, submissionId, commandHash, seq };
		let ack: Promise<Ack>;
		try {
			ack = this.#stage(decision.events, { at, by: personId }, stored);
		} catch (cause) {
			this.#thaw(decision.events);
			throw cause;
		}
		return { ack: ack.then((given) => (given.is === 'saved' ? this.#answers.remember(key, given) : given)) };
	}

	/** Appends a fact that no command decided here, such as a name changed in the directory. Resolves when it is on disk. */
	async append(event: NewEvent, by: Id | null, writes: readonly DirectoryWrite[] = []): Promise<void> {
		const { ack } = await this.#enqueue(() => {
			return Promise.resolve({ ack: this.#stage([event], { at: this.#ports.now(), by }, null, writes) });
		});
		const answer = await ack;
		if (answer.is !== 'saved') throw new Error('The event could not be saved');
	}

	/**
	 * Takes texts of the log away for good, and says so in it, in one turn of the queue: nothing is decided in between.
	 * @param choose which texts, by the whole log, and the event that says so; null leaves all as it is
	 * @returns when it is on disk. @throws when it was not saved
	 */
	async erase(
		choose: (log: readonly BoardEvent[]) => { readonly seqs: readonly number[]; readonly event: NewEvent } | null,
		by: Id,
		writes: readonly DirectoryWrite[]
	): Promise<void> {
		const { store, commit, now } = this.#ports;
		const { ack } = await this.#enqueue(async () => {
			await commit.flush();
			const erasure = choose(await store.loadBoard(this.id));
			if (!erasure) return { ack: null };
			const at = now();
			await store.eraseTexts(this.id, erasure.seqs, by, at);
			return { ack: this.#stage([erasure.event], { at, by }, null, writes) };
		});
		if (ack && (await ack).is !== 'saved') throw new Error('The erasure could not be saved');
	}

	/** Waits until everything that was decided is on disk or failed; the room speaks no due command any more. */
	async close(): Promise<void> {
		this.#due.close();
		await this.#queue;
		await this.#window;
	}

	readonly #centreOf = (personId: Id) => this.#ports.directory.person(personId)?.centreId ?? null;

	/** @returns whether everything that was decided by now came to the disk; at once when nothing is on its way */
	#untilOnDisk(): Promise<boolean> {
		const { seq } = this.#provisional;
		if (seq <= this.#committed.seq) return Promise.resolve(true);
		return new Promise((told) => this.#hanging.push({ seq, told }));
	}

	#enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
		const result = this.#queue.then(work);
		this.#queue = result.catch(() => undefined);
		return result;
	}

	#stage(
		news: readonly NewEvent[],
		facts: { readonly at: number; readonly by: Id | null },
		submission: StoredSubmission | null,
		writes: readonly DirectoryWrite[] = []
	): Promise<Ack> {
		const events: BoardEvent[] = [];
		const keys = new Set<SeenKey>();
		let head = this.#provisional;
		for (const news_ of news) {
			const event = { ...news_, ...facts, seq: head.seq + 1 };
			const { touches } = eventOfType(event.type);
			for (const key of touches(head, event.data)) keys.add(key);
			head = evolve(head, event);
			for (const key of touches(head, event.data)) keys.add(key);
			events.push(event);
		}
		this.#provisional = head;
		return new Promise((answer) => {
			this.#staged.push({
				events,
				keys: [...keys],
				submission,
				writes: [...events.flatMap((event) => directoryWritesOf(event, this.#centreOf)), ...writes],
				documents: events.flatMap((event) => this.#firstContentOf(event)),
				head,
				answer
			});
			this.#window ??= this.#commitWindow();
		});
	}

	#firstContentOf(event: BoardEvent): Batch['documents'] {
		if (event.type !== 'proposal-created') return [];
		const { proposalId, language } = event.data as { proposalId: Id; language: string };
		return [{ proposalId, epoch: 1, updates: [this.#ports.texts.firstContent(language)], replace: true }];
	}

	async #commitWindow(): Promise<void> {
		let group: Staged[] = [];
		try {
			await this.#ports.commit.add(() => {
				group = this.#staged;
				this.#staged = [];
				this.#window = null;
				return {
					boards: [
						{
							board: this.id,
							events: group.flatMap((one) => one.events),
							submissions: group.flatMap((one) => one.submission ?? [])
						}
					],
					documents: group.flatMap((one) => one.documents),
					directory: group.flatMap((one) => one.writes)
				};
			});
		} catch (cause) {
			this.#failed(group, cause);
			return;
		}
		this.#publish(group);
	}

	#publish(group: readonly Staged[]): void {
		if (group.length === 0) return;
		const before = this.#committed;
		this.#committed = group.at(-1)?.head ?? before;
		this.#ports.directory.applied(group.flatMap((one) => one.writes));
		const step: Committed = {
			before,
			after: this.#committed,
			events: group.flatMap((one) => one.events),
			keys: [...new Set(group.flatMap((one) => one.keys))],
			answered: group.flatMap((one) => one.submission?.submissionId ?? [])
		};
		this.#ports.committed(this, step);
		for (const { answer, head } of group) answer({ is: 'saved', seq: head.seq });
		const hanging = this.#hanging;
		this.#hanging = hanging.filter(({ seq }) => seq > this.#committed.seq);
		for (const { seq, told } of hanging) if (seq <= this.#committed.seq) told(true);
		for (const key of step.keys) if (key.startsWith('drafts/')) this.#ports.texts.seatsChanged(key.slice(7));
		this.#due.watch();
	}

	#failed(group: readonly Staged[], cause: unknown): void {
		// What was decided meanwhile stands on what was not saved: it goes as well, and is sent again by its authors.
		const discarded = [...group, ...this.#staged];
		this.#staged = [];
		this.#provisional = this.#committed;
		this.#failures += 1;
		this.#ports.fault(cause);
		for (const { told } of this.#hanging.splice(0)) told(false);
		for (const { answer, events } of discarded) {
			answer(notSaved);
			this.#thaw(events);
		}
		this.#due.watchLater();
	}

	/** These came to nothing: texts that were frozen for them are written on. */
	#thaw(events: readonly NewEvent[]): void {
		for (const { data } of events)
			if (typeof data['proposalId'] === 'string') this.#ports.texts.thaw(data['proposalId']);
	}
}
