import type { SocketLike } from '#lib/sync/socket-link.ts';
import type { openSocket } from './open-socket.ts';

/** After a try that found no network, in milliseconds. */
const again = 2000;

type Socket = ReturnType<typeof openSocket>;
type Listener = Parameters<SocketLike['on']>[1];

/**
 * A socket whose code is fetched when it is to connect, and not before: the cards come without it. Like any socket it
 * tries again by itself, and says `connect_error` when it did not get through.
 */
export class LateSocket implements SocketLike {
	readonly #open: () => Promise<Socket>;
	readonly #listeners: (readonly [event: string, listener: Listener])[] = [];
	#socket: Socket | null = null;
	#wanted = false;
	#opening = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param open fetches the code and makes a socket that connects */
	constructor(open: () => Promise<Socket>) {
		this.#open = open;
	}

	get connected(): boolean {
		return this.#socket?.connected ?? false;
	}

	get active(): boolean {
		return this.#socket?.active ?? this.#wanted;
	}

	on(event: string, listener: Listener): void {
		this.#listeners.push([event, listener]);
		this.#socket?.on(event, listener);
	}

	/** What is said before there is a connection is not kept: the session says it again when there is one. */
	emit(event: string, ...args: unknown[]): void {
		this.#socket?.emit(event, ...args);
	}

	timeout(ms: number): { emitWithAck(event: string, ...args: unknown[]): Promise<unknown> } {
		if (this.#socket) return this.#socket.timeout(ms);
		return { emitWithAck: () => Promise.reject(new Error('There is no connection yet.')) };
	}

	connect(): void {
		this.#wanted = true;
		if (this.#socket) this.#socket.connect();
		else if (!this.#opening) void this.#begin();
	}

	disconnect(): void {
		this.#wanted = false;
		clearTimeout(this.#timer);
		this.#socket?.disconnect();
	}

	/** Ends a connection that has no network under it; it tries again by itself. */
	drop(): void {
		this.#socket?.io.engine?.close();
	}

	async #begin(): Promise<void> {
		clearTimeout(this.#timer);
		this.#opening = true;
		try {
			const socket = await this.#open();
			for (const [event, listener] of this.#listeners) socket.on(event, listener);
			this.#socket = socket;
			if (!this.#wanted) socket.disconnect();
		} catch (cause) {
			for (const [event, listener] of this.#listeners) if (event === 'connect_error') listener(cause);
			if (this.#wanted) this.#timer = setTimeout(() => this.connect(), again);
		} finally {
			this.#opening = false;
		}
	}
}
