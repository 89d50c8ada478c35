import type { Command, Context, Refusal } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { Seen } from '#lib/domain/seen.ts';
import type { Frame } from '#lib/protocol/frame.ts';
import type { Hello, HelloAnswer, Presence } from '#lib/protocol/messages.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { Greeting } from './greeting.ts';
import { inTime } from './in-time.ts';
import { Replica } from './replica.ts';
import { ServerClock } from './server-clock.ts';
import { startState, type SessionPorts, type SessionState } from './session-state.ts';
import { Submissions } from './submissions.ts';

export type { Pending, Progress, SessionPorts, SessionState } from './session-state.ts';

const heartbeatMs = 25_000;
/** How long, in milliseconds, the first hello waits for the first look. */
const firstLookMs = 8_000;
/** How long, in milliseconds, a whole board may take on a thin line. */
const snapshotMs = 30_000;
/** How long, in milliseconds, a connection may have been silent when the page or the network comes back. */
const silentMs = 3_000;

/** One person on one board: says hello, keeps the replica, tells whoever listens. */
export class BoardSession {
	readonly board: Id;
	readonly clock: ServerClock;
	/** Resolves when the first look at the board has come or failed. It needs no connection, and the first hello waits for it. */
	readonly firstLook: Promise<void>;
	readonly #ports: SessionPorts;
	readonly #submissions: Submissions;
	readonly #greeting: Greeting;
	readonly #listeners = new Set<(state: SessionState) => void>();
	#replica: Replica | null = null;
	#state: SessionState;
	/** How much has come by the connection. */
	#heard = 0;
	/** The server judged us anew: a snapshot is on its way, and frames wait for it. */
	#outdated = false;
	/** We end the connection ourselves, only to make a new one. */
	#renewing = false;
	#closed = false;

	constructor(board: Id, ports: SessionPorts) {
		this.board = board;
		this.#ports = ports;
		this.clock = new ServerClock(ports.now);
		this.#state = startState;
		this.#greeting = new Greeting({ ...ports, hello: () => this.#hello() });
		this.#submissions = new Submissions(board, {
			...ports,
			shownSeq: () => this.#replica?.version.seq ?? 0,
			maySend: () => this.#state.connection === 'live' && !this.#state.refused && !this.#closed,
			changed: () => this.#changed({}),
			missed: () => this.#greeting.greet(),
			tryIn: (ms) => this.#greeting.greetIn(ms)
		});
		this.#listen();
		this.firstLook = this.#lookFirst();
		if (ports.link.isUp) this.#greeting.greet();
	}

	get state(): SessionState {
		return this.#state;
	}

	/** @returns a function that ends the subscription */
	subscribe(listener: (state: SessionState) => void): () => void {
		this.#listeners.add(listener);
		listener(this.#state);
		return () => void this.#listeners.delete(listener);
	}

	/**
	 * Speaks a command. Refused on what we see: the refusal, and nothing is kept. Otherwise it is in the outbox when the
	 * promise resolves, shown at once, and sent until the server has answered.
	 */
	async send(command: Command): Promise<Refusal | { readonly kind: 'kept'; readonly submissionId: Id }> {
		const { you } = this.#state;
		if (!you || !this.#replica) {
			return {
				kind: 'refused',
				code: 'not-connected',
				sentence: 'The board is not here yet. Your text stays; try again in a moment.',
				values: {}
			};
		}
		const { commands } = this.#submissions;
		const decision = this.#replica.decide(commands, command, you, this.clock.now(), this.#confirmBy());
		if (decision.kind === 'refused') return decision;
		return { kind: 'kept', submissionId: await this.#submissions.keep(command, you.personId) };
	}

	/** What `decide` would be asked with now: for buttons that say why they are off. Null before the board is here. */
	question(): { readonly board: Replica['board']; readonly context: Context } | null {
		const { you } = this.#state;
		if (!you || !this.#replica) return null;
		return { board: this.#replica.board, context: this.#replica.context(you, this.clock.now(), this.#confirmBy()) };
	}

	/** What the server has shown so far, without what is pending here; null before the first snapshot. */
	shownBase(): { readonly seq: number; readonly audience: string; readonly seen: Seen } | null {
		return this.#replica && { ...this.#replica.version, seen: this.#replica.base };
	}

	/** The author has read the refusal and taken the text back, or let it go. */
	dismiss(submissionId: Id): Promise<void> {
		return this.#submissions.dismiss(submissionId);
	}

	/** Adds names that another answer of the server brought, such as a search for partners. */
	learnNames(part: Parameters<Replica['learnNames']>[0]): void {
		this.#replica?.learnNames(part);
		this.#changed({});
	}

	watchNames(on: boolean): void {
		this.#ports.link.watchNames(this.board, on);
	}

	/**
	 * The network or the page came back: a connection that may be dead is not waited for.
	 * @param silentFor how long nothing has come from the server, in milliseconds; less than 0 when the clock was set back
	 */
	wake(silentFor: number): void {
		if (this.#ports.link.isUp && silentFor >= 0 && silentFor <= silentMs) return;
		this.#renew();
	}

	close(): void {
		this.#closed = true;
		this.#greeting.close();
		this.#listeners.clear();
		this.#ports.link.close();
	}

	#listen(): void {
		const hear =
			<Message extends unknown[]>(told: (...message: Message) => void) =>
			(...message: Message) => {
				this.#heard += 1;
				told(...message);
			};
		this.#ports.link.listen({
			up: () => this.#greeting.greet(),
			down: () => this.#down(),
			frame: hear((frame: Frame) => this.#frame(frame)),
			presence: hear((presence: Presence) => this.#presence(presence)),
			you: hear(() => this.#greeting.greet())
		});
	}

	#confirmBy(): number {
		return this.#state.about?.forum.confirmBy ?? Infinity;
	}

	#changed(change: Partial<SessionState>): void {
		const next = { ...this.#state, ...change, ...this.#submissions.state };
		const replica = this.#replica;
		const { commands } = this.#submissions;
		const seen =
			replica && next.you
				? replica.shown(commands, next.you, this.clock.now(), next.about?.forum.confirmBy ?? Infinity)
				: next.seen;
		this.#state = { ...next, seen, names: replica?.names ?? next.names };
		for (const listener of this.#listeners) listener(this.#state);
	}

	#renew(): void {
		this.#renewing = this.#state.connection === 'live';
		this.#ports.link.reconnect();
		this.#renewing = false;
	}

	#down(): void {
		this.#submissions.lineLost();
		this.#changed({ connection: this.#renewing ? 'connecting' : 'offline' });
	}

	/** Shows the board before there is a connection. Why there is nothing to show, if so, is what the hello answers. */
	async #lookFirst(): Promise<void> {
		const sentAt = this.#ports.now();
		const look = await this.#wholeBoard(firstLookMs).catch(() => null);
		if (!look || this.#closed) return;
		this.clock.learn(sentAt, look.serverNow);
		this.#replica = new Replica(look);
		this.#changed({ about: look.about, you: look.you });
	}

	#wholeBoard(ms: number) {
		return inTime(this.#ports.after, ms, (giveUp) => this.#ports.link.snapshot(this.board, giveUp));
	}

	async #hello(): Promise<number | null> {
		await this.firstLook;
		for (let round = 0; round < 4 && !this.#closed; round += 1) {
			const sentAt = this.#ports.now();
			const version = this.#replica?.version ?? null;
			const answer = await this.#say({ protocolVersion: PROTOCOL_VERSION, board: this.board, version });
			if (answer.is === 'refused') {
				if (answer.code === 'try-later') {
					// A server that is busy has refused nobody: what is on the screen stays.
					this.#changed({ connection: 'connecting' });
					return 3000;
				}
				const { code, sentence, reason = null } = answer;
				this.#changed({ refused: { code, sentence, reason }, connection: 'live' });
				// Who is let back in comes back without doing anything.
				return code === 'person-removed' ? heartbeatMs : null;
			}
			this.clock.learn(sentAt, answer.serverNow);
			if (await this.#greeted(answer)) return heartbeatMs;
		}
		return 500;
	}

	/** A connection that says nothing at all while it owes an answer is dead, whatever the device believes of it. */
	async #say(hello: Hello): Promise<HelloAnswer> {
		const heard = this.#heard;
		try {
			return await this.#ports.link.hello(hello);
		} catch (cause) {
			if (this.#ports.link.isUp && this.#heard === heard && !this.#closed) this.#renew();
			throw cause;
		}
	}

	/** @returns true when we are up to date */
	async #greeted(answer: Exclude<HelloAnswer, { is: 'refused' }>): Promise<boolean> {
		this.#submissions.belongTo(answer.you.personId);
		// Another tab took this device for somebody else: nobody speaks here until their board has come.
		if (this.#state.you && this.#state.you.personId !== answer.you.personId) this.#changed({ you: null });
		this.#outdated = answer.is === 'snapshot';
		if (answer.is === 'snapshot') {
			const snapshot = await this.#wholeBoard(snapshotMs);
			this.#replica = new Replica(snapshot);
			this.#outdated = false;
			this.#changed({ about: answer.about, you: answer.you, refused: null });
			await this.#submissions.load();
			return false;
		}
		const frames = answer.is === 'frames' ? answer.frames : [];
		// A frame that came by itself meanwhile makes these old; only a gap asks again.
		for (const frame of frames) if (this.#replica?.receive(frame) === 'gap') return false;
		this.#changed({ you: answer.you, refused: null, connection: 'live' });
		await this.#submissions.load();
		this.#submissions.dropIncluded([]);
		this.#submissions.send();
		return true;
	}

	#frame(frame: Frame): void {
		// Made for what we may see now: on what we saw before they would show a mixture. The next hello gives them again.
		if (frame.board !== this.board || !this.#replica || this.#outdated) return;
		const fate = this.#replica.receive(frame);
		if (fate === 'gap') this.#greeting.greet();
		if (fate !== 'applied') return;
		this.#submissions.dropIncluded(frame.answered);
		this.#changed({ lastFrame: frame });
	}

	#presence(message: Presence): void {
		if (message.board !== this.board) return;
		if (message.directory) this.#replica?.learnNames(message.directory);
		const centres = new Map(message.full ? [] : this.#state.presence.centres);
		for (const [id, count] of Object.entries(message.centres)) {
			if (count > 0) centres.set(id, count);
			else centres.delete(id);
		}
		this.#changed({
			presence: { heard: true, people: message.people, centres, names: message.names ?? this.#state.presence.names }
		});
	}
}
