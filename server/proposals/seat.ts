import type { WebSocket } from 'ws';
import type { Id } from '#lib/domain/ids.ts';
import { closeCodes, type TextSeat } from '#lib/protocol/close-codes.ts';
import { TokenBucket } from '../token-bucket.ts';
import type { Limits } from './limits.ts';

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];

/** What a message costs beside one caret: an answer may be the whole text. */
const costs = { carets: 1, 'ask-carets': 10, ask: 25 } as const;

/** One connection to one text: whose it is, what it may do, and what was promised to it. */
export class Seat {
	readonly personId: Id;
	readonly #socket: WebSocket;
	readonly #limits: Limits;
	readonly #now: () => number;
	#kind: TextSeat = 'read';
	#version = 0;
	readonly #updates: TokenBucket;
	readonly #questions: TokenBucket;
	#held: Uint8Array[] = [];
	#heldBytes = 0;
	/** The Yjs client that shows its caret here; null until it has shown one. */
	client: number | null = null;
	/** How many updates of this connection were taken, in order. The client counts the same messages. */
	received = 0;
	/** Whether it has told us all that it had when it came. Before that, its updates may build on what is still to come. */
	toldAll = false;
	/** It sent an update that builds on what has not come yet: updates are counted, and not all are taken. */
	lacks = false;
	/** Whether it has what we had when it asked. Before that, nobody's changes would fit. */
	following = false;
	/** Whether it has given a sign of life since it was last asked for one. */
	alive = true;

	/** @param now milliseconds, for the allowance of updates */
	constructor(socket: WebSocket, personId: Id, limits: Limits, now: () => number) {
		this.personId = personId;
		this.#socket = socket;
		this.#limits = limits;
		this.#now = now;
		this.#updates = new TokenBucket({ burst: limits.updatesAtOnce, perSecond: limits.updatesPerSecond }, now());
		this.#questions = new TokenBucket({ burst: limits.questionsAtOnce, perSecond: limits.questionsPerSecond }, now());
	}

	/** Its whole answer came. */
	hasToldAll(): void {
		this.toldAll = true;
		this.lacks = false;
	}

	/** It typed before that, on top of something that we do not have: its answer brings both. */
	lacksSomething(): void {
		this.received += 1;
		this.lacks = true;
	}

	get kind(): TextSeat {
		return this.#kind;
	}

	get isOpen(): boolean {
		return this.#socket.readyState === this.#socket.OPEN;
	}

	/** Of the proposal, when this seat was judged: the last version that was open for confirmation. */
	get version(): number {
		return this.#version;
	}

	sit(kind: TextSeat, version: number): void {
		this.#kind = kind;
		this.#version = version;
	}

	/** Sends, or closes whoever reads too slowly: a queue that only grows helps nobody, and coming back brings all at once. */
	send(message: Uint8Array): void {
		if (!this.isOpen) return;
		if (this.#socket.bufferedAmount > this.#limits.unsentBytes) this.close(closeCodes.judgedAgain);
		else this.#socket.send(message);
	}

	/** Keeps a message for later: the document is still opening, or is being frozen. */
	hold(message: Uint8Array): void {
		this.#heldBytes += message.length;
		if (this.#heldBytes > this.#limits.waitingBytes) this.close(closeCodes.judgedAgain);
		else this.#held.push(message);
	}

	/** What was held, in order. */
	takeHeld(): readonly Uint8Array[] {
		const held = this.#held;
		this.#held = [];
		this.#heldBytes = 0;
		return held;
	}

	/** @returns false when this seat has sent more than anybody types */
	mayUpdate(): boolean {
		return this.#updates.take(this.#now());
	}

	/** @returns false when this seat has asked or told more than any page does */
	mayAsk(what: keyof typeof costs): boolean {
		return this.#questions.take(this.#now(), costs[what]);
	}

	ask(): void {
		this.alive = false;
		if (this.isOpen) this.#socket.ping();
	}

	close(code: CloseCode): void {
		this.#held = [];
		this.#socket.close(code);
	}

	/** Ends it without goodbye, when nobody is there to hear one. */
	terminate(): void {
		this.#socket.terminate();
	}
}
