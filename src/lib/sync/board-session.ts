import type { Command, Context, Refusal } from '#lib/domain/command.ts';
import { newId, type Id } from '#lib/domain/ids.ts';
import type { Seen } from '#lib/domain/seen.ts';
import type { Frame } from '#lib/protocol/frame.ts';
import type { Ack, HelloAnswer, Presence } from '#lib/protocol/messages.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { SharedOutbox, type Underway } from './held-entries.ts';
import type { Entry } from './outbox.ts';
import { Replica } from './replica.ts';
import { ServerClock } from './server-clock.ts';
import { startState, type SessionPorts, type SessionState } from './session-state.ts';

export type { Pending, Progress, SessionPorts, SessionState } from './session-state.ts';

const heartbeatMs = 25_000;
/** How long, in milliseconds, the first hello waits for the first look. */
const firstLookMs = 8_000;
/** How long, in milliseconds, a connection may have been silent when the page or the network comes back. */
const silentMs = 3_000;

/** One person on one board: says hello, keeps the replica, sends the outbox exactly once, tells whoever listens. */
export class BoardSession {
	readonly board: Id;
	readonly clock: ServerClock;
	/** Resolves when the first look at the board has come or failed. It needs no connection, and the first hello waits for it. */
	readonly firstLook: Promise<void>;
	readonly #ports: SessionPorts;
	readonly #outbox: SharedOutbox;
	readonly #listeners = new Set<(state: SessionState) => void>();
	#replica: Replica | null = null;
	#underway: Underway[] = [];
	#state: SessionState;
	/** Whose outbox this is. */
	#speaker: Id | null = null;
	#greeting: Promise<void> | null = null;
	#greetAgain = false;
	/** The server judged us anew: a snapshot is on its way, and frames wait for it. */
	#outdated = false;
	/** We end the connection ourselves, only to make a new one. */
	#renewing = false;
	#cancelTimer: (() => void) | null = null;
	#closed = false;

	constructor(board: Id, ports: SessionPorts) {
		this.board = board;
		this.#ports = ports;
		this.#outbox = new SharedOutbox(ports.outbox);
		this.clock = new ServerClock(ports.now);
		this.#state = startState;
		ports.link.listen({
			up: () => void this.#greet(),
			down: () => this.#down(),
			frame: (frame) => this.#frame(frame),
			presence: (presence) => this.#presence(presence),
			you: () => void this.#greet()
		});
		this.firstLook = this.#lookFirst();
		if (ports.link.isUp) void this.#greet();
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
		const decision = this.#replica.decide(this.#commands(), command, you, this.clock.now(), this.#confirmBy());
		if (decision.kind === 'refused') return decision;
		const submissionId = newId(this.#ports.random);
		const entry: Entry = {
			submissionId,
			board: this.board,
			personId: you.personId,
			command,
			at: this.#ports.now(),
			refusal: null
		};
		const underway: Underway = { entry, progress: 'on-this-device', seq: null };
		this.#underway.push(underway);
		this.#changed({});
		const kept = await this.#outbox.put(entry);
		this.#changed({ kept: kept && this.#state.kept });
		this.#pump();
		return { kind: 'kept', submissionId };
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
	async dismiss(submissionId: Id): Promise<void> {
		this.#changed({ returned: this.#state.returned.filter((entry) => entry.submissionId !== submissionId) });
		await this.#outbox.remove(submissionId).catch(() => this.#changed({ kept: false }));
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
		this.#renewing = this.#state.connection === 'live';
		this.#ports.link.reconnect();
		this.#renewing = false;
	}

	close(): void {
		this.#closed = true;
		this.#cancelTimer?.();
		this.#listeners.clear();
		this.#ports.link.close();
	}

	#commands(): Command[] {
		return this.#underway.map(({ entry }) => entry.command);
	}

	#confirmBy(): number {
		return this.#state.about?.forum.confirmBy ?? Infinity;
	}

	#changed(change: Partial<SessionState>): void {
		const next = { ...this.#state, ...change };
		const pending = this.#underway.map(({ entry, progress }) => ({
			submissionId: entry.submissionId,
			command: entry.command,
			progress
		}));
		const replica = this.#replica;
		const seen =
			replica && next.you
				? replica.shown(this.#commands(), next.you, this.clock.now(), next.about?.forum.confirmBy ?? Infinity)
				: next.seen;
		this.#state = { ...next, pending, seen, names: replica?.names ?? next.names };
		for (const listener of this.#listeners) listener(this.#state);
	}

	#down(): void {
		for (const one of this.#underway) if (one.progress === 'sending') one.progress = 'on-this-device';
		this.#changed({ connection: this.#renewing ? 'connecting' : 'offline' });
	}

	/** One hello at a time; another wish meanwhile is one more hello afterwards. */
	#greet(): Promise<void> {
		if (this.#greeting) {
			this.#greetAgain = true;
			return this.#greeting;
		}
		this.#cancelTimer?.();
		this.#greeting = this.#hello()
			.catch(() => this.#retryLater(1000))
			.finally(() => {
				this.#greeting = null;
				if (this.#greetAgain && !this.#closed) {
					this.#greetAgain = false;
					void this.#greet();
				}
			});
		return this.#greeting;
	}

	#retryLater(ms: number): void {
		if (this.#closed) return;
		this.#cancelTimer?.();
		const [jitter = 0] = this.#ports.random(new Uint8Array(1));
		this.#cancelTimer = this.#ports.after(ms + jitter * 8, () => {
			if (this.#ports.link.isUp) void this.#greet();
			else this.#retryLater(ms);
		});
	}

	/** Shows the board before there is a connection. Why there is nothing to show, if so, is what the hello answers. */
	async #lookFirst(): Promise<void> {
		const sentAt = this.#ports.now();
		const tooLate = new Promise<null>((resolve) => this.#ports.after(firstLookMs, () => resolve(null)));
		const look = await Promise.race([this.#ports.link.snapshot(this.board), tooLate]).catch(() => null);
		if (!look || this.#closed) return;
		this.clock.learn(sentAt, look.serverNow);
		this.#replica = new Replica(look);
		this.#changed({ about: look.about, you: look.you });
	}

	async #hello(): Promise<void> {
		await this.firstLook;
		for (let round = 0; round < 4 && !this.#closed; round += 1) {
			const sentAt = this.#ports.now();
			const version = this.#replica?.version ?? null;
			const answer = await this.#ports.link.hello({ protocolVersion: PROTOCOL_VERSION, board: this.board, version });
			if (answer.is === 'refused') {
				this.#changed({ refused: { code: answer.code, sentence: answer.sentence }, connection: 'live' });
				if (answer.code === 'try-later') this.#retryLater(3000);
				return;
			}
			this.clock.learn(sentAt, answer.serverNow);
			if (await this.#greeted(answer)) return;
		}
		this.#retryLater(500);
	}

	/** @returns true when we are up to date */
	async #greeted(answer: Exclude<HelloAnswer, { is: 'refused' }>): Promise<boolean> {
		if (this.#speaker !== null && this.#speaker !== answer.you.personId) {
			this.#underway = [];
			this.#changed({ returned: [] });
		}
		this.#speaker = answer.you.personId;
		this.#outdated = answer.is === 'snapshot';
		if (answer.is === 'snapshot') {
			const snapshot = await this.#ports.link.snapshot(this.board);
			this.#replica = new Replica(snapshot);
			this.#outdated = false;
			this.#changed({ about: answer.about, you: answer.you, refused: null });
			await this.#loadOutbox(this.#speaker);
			return false;
		}
		const frames = answer.is === 'frames' ? answer.frames : [];
		// A frame that came by itself meanwhile makes these old; only a gap asks again.
		for (const frame of frames) if (this.#replica?.receive(frame) === 'gap') return false;
		this.#changed({ you: answer.you, refused: null, connection: 'live' });
		await this.#loadOutbox(this.#speaker);
		this.#dropIncluded([]);
		this.#pump();
		this.#cancelTimer?.();
		this.#cancelTimer = this.#ports.after(heartbeatMs, () => void this.#greet());
		return true;
	}

	/** Other pages of this device share the outbox: what one left unsent, any of them sends. */
	async #loadOutbox(personId: Id): Promise<void> {
		try {
			const held = () => ({ underway: this.#underway, returned: this.#state.returned });
			const { underway, returned } = await this.#outbox.joined(this.board, personId, held);
			this.#underway = [...underway];
			this.#changed({ returned });
		} catch {
			this.#changed({ kept: false });
		}
	}

	#frame(frame: Frame): void {
		// Made for what we may see now: on what we saw before they would show a mixture. The next hello gives them again.
		if (frame.board !== this.board || !this.#replica || this.#outdated) return;
		const fate = this.#replica.receive(frame);
		if (fate === 'gap') void this.#greet();
		if (fate !== 'applied') return;
		this.#dropIncluded(frame.answered);
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
			presence: { people: message.people, centres, names: message.names ?? this.#state.presence.names }
		});
	}

	/** A pending command goes when the step that includes it has come, not before: nothing flickers. */
	#dropIncluded(answered: readonly Id[]): void {
		const seq = this.#replica?.version.seq ?? 0;
		const included = this.#underway.filter(
			(one) =>
				answered.includes(one.entry.submissionId) || (one.progress === 'saved' && one.seq !== null && one.seq <= seq)
		);
		for (const one of included) this.#forget(one);
	}

	#forget(one: Underway): void {
		this.#underway = this.#underway.filter((other) => other !== one);
		this.#outbox.remove(one.entry.submissionId).catch(() => this.#changed({ kept: false }));
	}

	#pump(): void {
		if (this.#state.connection !== 'live' || this.#state.refused || this.#closed) return;
		for (const one of this.#underway) {
			if (one.progress !== 'on-this-device') continue;
			one.progress = 'sending';
			const { submissionId, command } = one.entry;
			this.#ports.link.submit({ board: this.board, submissionId, command }).then(
				(ack) => this.#answered(one, ack),
				() => {
					if (one.progress !== 'sending') return;
					one.progress = 'on-this-device';
					this.#retryLater(1000);
				}
			);
		}
		this.#changed({});
	}

	#answered(one: Underway, ack: Ack): void {
		if (!this.#underway.includes(one)) return;
		if (ack.is === 'saved') {
			one.progress = 'saved';
			one.seq = ack.seq;
			this.#dropIncluded([]);
			// The step that includes it was lost on the way: ask for it.
			if (this.#underway.includes(one)) void this.#greet();
			this.#changed({});
		} else if (ack.is === 'refused') {
			this.#underway = this.#underway.filter((other) => other !== one);
			this.#outbox.ended(one.entry.submissionId);
			const { code, sentence, values } = ack;
			const entry: Entry = { ...one.entry, refusal: { code, sentence, values } };
			this.#changed({ returned: [...this.#state.returned, entry] });
			void this.#outbox.put(entry).then((kept) => kept || this.#changed({ kept: false }));
		} else {
			one.progress = 'on-this-device';
			this.#changed({});
			this.#retryLater(ack.code === 'session-ended' ? 200 : 1500);
		}
	}
}
