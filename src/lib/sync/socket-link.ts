import type { Id } from '#lib/domain/ids.ts';
import type { Ack, FirstLook, Hello, HelloAnswer, Submission } from '#lib/protocol/messages.ts';
import type { Link, LinkEvents } from './link.ts';

/** What we use of a Socket.io client; passed in, so that this folder stays free of transports. */
export interface SocketLike {
	readonly connected: boolean;
	readonly active: boolean;
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Socket.io's own signature
	on(event: string, listener: (...args: any[]) => void): unknown;
	emit(event: string, ...args: unknown[]): unknown;
	timeout(ms: number): { emitWithAck(event: string, ...args: unknown[]): Promise<unknown> };
	connect(): unknown;
	disconnect(): unknown;
}

export type SnapshotFetch = (board: Id, giveUp: AbortSignal) => Promise<FirstLook>;

/** How long an answer may take, in milliseconds, before the connection counts as lost. */
const answerMs = 10_000;

export class SocketLink implements Link {
	readonly #socket: SocketLike;
	readonly snapshot: SnapshotFetch;

	constructor(socket: SocketLike, fetchSnapshot: SnapshotFetch) {
		this.#socket = socket;
		this.snapshot = fetchSnapshot;
	}

	get isUp(): boolean {
		return this.#socket.connected;
	}

	listen(events: LinkEvents): void {
		this.#socket.on('connect', events.up);
		this.#socket.on('disconnect', events.down);
		this.#socket.on('connect_error', events.down);
		this.#socket.on('frame', events.frame);
		this.#socket.on('presence', events.presence);
		this.#socket.on('you', events.you);
	}

	hello(hello: Hello): Promise<HelloAnswer> {
		return this.#socket.timeout(answerMs).emitWithAck('hello', hello) as Promise<HelloAnswer>;
	}

	submit(submission: Submission): Promise<Ack> {
		return this.#socket.timeout(answerMs).emitWithAck('submit', submission) as Promise<Ack>;
	}

	watchNames(board: Id, on: boolean): void {
		this.#socket.emit('watchNames', { board, on });
	}

	reconnect(): void {
		this.#socket.disconnect();
		this.#socket.connect();
	}

	close(): void {
		this.#socket.disconnect();
	}
}
