import { createHash } from 'node:crypto';
import type { Board } from '#lib/domain/board.ts';
import { emptyBoard } from '#lib/domain/board.ts';
import type { Actor, Command } from '#lib/domain/command.ts';
import { evolve } from '#lib/domain/evolve.ts';
import { moveToPhase } from '#lib/domain/commands/move-to-phase.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { Reader, Seen } from '#lib/domain/seen.ts';
import { BoardSession } from '#lib/sync/board-session.ts';
import { MemoryOutbox } from '#lib/sync/outbox.ts';
import { createBoardGateway } from '../../server/board/board-gateway.ts';
import { standingOn, youAre } from '../../server/board/actors.ts';
import { audienceMark } from '../../server/board/board-view.ts';
import { GroupCommit } from '../../server/store/group-commit.ts';
import { facilitator, id, type Story } from '../domain/story.ts';
import { HandLink, HandNetwork } from './hand-network.ts';
import { KnownPeople } from './known-people.ts';
import { MemoryStore } from './memory-store.ts';
import { speaking } from './speaking.ts';

/** Numbers that look random, never come twice, and are the same in every run. */
function repeatable(seed: number) {
	let draws = 0;
	return (bytes: Uint8Array) => {
		draws += 1;
		bytes.set(createHash('sha256').update(`${seed} ${draws}`).digest().subarray(0, bytes.length));
		return bytes;
	};
}

/** One person's device: the product's own session, an outbox that survives a crash, and a link that the test flushes. */
export class Device {
	name: string;
	actor: Actor;
	link: HandLink;
	session: BoardSession;
	readonly #room: Room;
	readonly #outbox: MemoryOutbox;
	readonly #random: (bytes: Uint8Array) => Uint8Array;
	readonly #readers = new Map<string, Reader>();
	#timers: (() => void)[] = [];
	/** Its page was closed, and nobody opens it again. */
	gone = false;

	/** @param beside another page of the same device: they share the outbox */
	constructor(room: Room, actor: Actor, seed: number, beside?: Device) {
		this.#room = room;
		this.actor = actor;
		this.name = actor.personId;
		this.#outbox = beside ? beside.#outbox : new MemoryOutbox();
		this.#random = repeatable(seed + 1);
		({ link: this.link, session: this.session } = this.#start());
	}

	/** The page is gone without a word; another opens with what the outbox kept. */
	crash(): void {
		this.session.close();
		this.#timers = [];
		({ link: this.link, session: this.session } = this.#start());
		this.link.restore();
	}

	/** Somebody else took this device's seat in another tab; this page learns it when it connects again. */
	becomes(actor: Actor): void {
		[this.actor, this.name] = [actor, actor.personId];
		this.link.nowOf(actor.personId, actor.role);
	}

	/** The page is gone for good. */
	vanish(): void {
		this.session.close();
		this.#timers = [];
		this.gone = true;
	}

	/** Its reader comes back to the page; what it has not heard by then, it has not heard for long. */
	wake(): void {
		this.session.wake(this.link.heard() ? 0 : 60_000);
	}

	/** @returns whether it was kept (not refused on what this device sees) */
	async say(command: Command): Promise<boolean> {
		const answer = await this.session.send(command);
		if (answer.kind === 'kept') this.#room.keptSubmissions.push({ device: this, submissionId: answer.submissionId });
		return answer.kind === 'kept';
	}

	/** What this device's storage holds: not answered yet, or refused and waiting for its author. */
	async keptIds(): Promise<{ readonly waiting: readonly Id[]; readonly returned: readonly Id[] }> {
		const entries = await this.#outbox.load(this.#room.id, this.actor.personId);
		const ids = (refused: boolean) =>
			entries.filter((entry) => (entry.refusal !== null) === refused).map(({ submissionId }) => submissionId);
		return { waiting: ids(false), returned: ids(true) };
	}

	runTimers(): void {
		const due = this.#timers;
		this.#timers = [];
		for (const run of due) run();
	}

	/** What this device was shown, without its own pending commands; null before the first snapshot. */
	shownBase(): { readonly seq: number; readonly audience: string; readonly seen: Seen } | null {
		return this.session.shownBase();
	}

	/** The reader behind an audience mark, as the directory knew this person then. */
	readerOf(mark: string): Reader {
		for (const verified of [true, false]) {
			const { personId, role, centreId } = this.actor;
			const reader = { role, personId, centreId, verified: verified && role === 'delegate' };
			this.#readers.set(audienceMark(reader), reader);
		}
		const reader = this.#readers.get(mark);
		if (!reader) throw new Error(`${this.name} was never ${mark}`);
		return reader;
	}

	#start() {
		const link = new HandLink(this.#room.network, this.actor.personId, this.actor.role, () =>
			this.#room.snapshotFor(this.actor)
		);
		const session = new BoardSession(this.#room.id, {
			link,
			outbox: this.#outbox,
			now: () => this.#room.now,
			random: this.#random,
			after: (_ms, callback) => {
				this.#timers.push(callback);
				return () => (this.#timers = this.#timers.filter((other) => other !== callback));
			}
		});
		return { link, session };
	}
}

/** A real board gateway on a store that can fail, with real sessions, on a network that the test flushes. */
export class Room {
	readonly id = id('board');
	readonly network = new HandNetwork();
	readonly store = new MemoryStore();
	readonly keptSubmissions: { device: Device; submissionId: Id }[] = [];
	devices: readonly Device[] = [];
	now = 1000;
	/** Reads a text when it is frozen. */
	freeze: () => Promise<unknown> = () => Promise.resolve({ type: 'doc', content: [] });
	readonly directory: KnownPeople;
	readonly #commit: GroupCommit;
	readonly gateway: ReturnType<typeof createBoardGateway>;
	readonly #history: Board[] = [emptyBoard];

	private constructor(cast: readonly Actor[]) {
		this.directory = new KnownPeople(this.id, cast);
		this.#commit = new GroupCommit(this.store, 1_000_000);
		this.gateway = createBoardGateway({
			io: this.network.io,
			store: this.store,
			commit: this.#commit,
			directory: this.directory,
			sessions: this.directory,
			texts: {
				firstContent: () => new Uint8Array([0, 0]),
				freeze: () => this.freeze(),
				thaw: () => undefined,
				seatsChanged: () => undefined,
				sessionsEnded: () => Promise.resolve()
			},
			now: () => (this.now += 1),
			fault: (cause) => {
				if (!(cause instanceof Error) || !cause.message.includes('on purpose')) throw cause;
			}
		});
	}

	/** @param besides who has the board open in two pages of one device; the second one is the last of the devices */
	static async open(cast: readonly Actor[], besides: readonly Actor[] = []): Promise<Room> {
		const room = new Room(cast);
		const { room: board } = await room.gateway.rooms.open(room.id);
		const started = board.submit(speaking(facilitator), {
			submissionId: id('start'),
			command: moveToPhase.with({ phase: 'match' })
		});
		await room.settle();
		await started;
		return room.#fill(cast, besides);
	}

	/** On the board that this story left on the disk. */
	static after({ events, now }: Story, cast: readonly Actor[], freeze: () => Promise<unknown>): Room {
		const room = new Room(cast);
		room.store.boards.set(room.id, [...events]);
		[room.now, room.freeze] = [now, freeze];
		return room.#fill(cast, []);
	}

	#fill(cast: readonly Actor[], besides: readonly Actor[]): this {
		const first = cast.map((actor, index) => new Device(this, actor, index));
		this.devices = first;
		const second = besides.map((actor, index) => new Device(this, actor, 100 + index, this.deviceOf(actor)));
		this.devices = [...first, ...second];
		for (const device of this.devices) device.link.restore();
		return this;
	}

	/** The devices whose page is open. */
	get here(): readonly Device[] {
		return this.devices.filter((device) => !device.gone);
	}

	get board(): Board {
		return this.boardAt(this.store.boards.get(this.id)?.length ?? 0);
	}

	/** The sum of the first `seq` events of the log, computed here and not asked of the server. */
	boardAt(seq: number): Board {
		const log = this.store.boards.get(this.id) ?? [];
		for (let next = this.#history.length; next <= seq; next += 1) {
			const event = log[next - 1];
			const before = this.#history[next - 1];
			if (!event || !before) throw new Error(`A device claims version ${seq}; the log has ${log.length}`);
			this.#history.push(evolve(before, event));
		}
		return this.#history[seq] ?? emptyBoard;
	}

	deviceOf(actor: Actor): Device {
		const device = this.devices.find((one) => one.actor.personId === actor.personId);
		if (!device) throw new Error(`no device of ${actor.personId}`);
		return device;
	}

	/** One of the pages that this actor has open. */
	speakerOf(actor: Actor, pick: number): Device {
		const pages = this.here.filter((one) => one.actor.personId === actor.personId);
		return pages[pick % pages.length] ?? this.deviceOf(actor);
	}

	async snapshotFor(actor: Actor) {
		const session = await this.directory.read({ cookie: actor.personId }, actor.role);
		const standing = standingOn(this.directory, session, this.id);
		if (typeof standing === 'string') throw new Error(standing);
		const { room, view } = await this.gateway.rooms.open(this.id);
		const about = this.directory.about(this.id);
		if (!about) throw new Error('The board is of no workshop');
		const you = youAre(this.directory, standing.reader);
		return { ...view.snapshot(room.board, standing.reader), you, about, serverNow: this.now };
	}

	/** Lets everything that waits for nothing but itself come to rest, and the disk write. */
	async settle(): Promise<void> {
		for (let turn = 0; turn < 3; turn += 1) {
			await new Promise(setImmediate);
			await this.#commit.flush();
		}
		await new Promise(setImmediate);
	}

	/** Everything that is on its way over a connection that stands arrives. Time does not pass, and nothing that is cut comes back. */
	async quiet(): Promise<void> {
		for (let round = 0; round < 6; round += 1) {
			for (const device of this.devices) device.link.flush(1000, 1000);
			await this.settle();
		}
	}

	/** The weather is good again: all connections come back and everything is let through. */
	async calm(): Promise<void> {
		this.store.failing = 0;
		for (const device of this.here) {
			device.link.heard();
			device.wake();
		}
		for (let round = 0; round < 40; round += 1) {
			// Whatever waits for a time has waited for it.
			this.now += 30_000;
			for (const device of this.here) {
				device.link.restore();
				device.runTimers();
				device.link.flush(1000, 1000);
			}
			await this.settle();
		}
	}

	close(): Promise<void> {
		for (const device of this.devices) device.session.close();
		return this.gateway.close();
	}
}
