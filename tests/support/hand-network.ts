import type { createBoardGateway } from '../../server/board/board-gateway.ts';
import type { Link, LinkEvents } from '#lib/sync/link.ts';
import type { Ack, FirstLook, Hello, HelloAnswer, Submission } from '#lib/protocol/messages.ts';

type Listener = (...args: unknown[]) => void;
type Message = { readonly deliver: () => void };
type GatewayIo = Parameters<typeof createBoardGateway>[0]['io'];

/** The server's end of one connection, as far as the gateway uses Socket.io. */
class ServerSocket {
	readonly id: string;
	readonly rooms = new Set<string>();
	readonly handshake;
	readonly #listeners = new Map<string, Listener>();
	readonly #down: (event: string, args: unknown[]) => void;

	constructor(id: string, cookie: string, as: string, down: (event: string, args: unknown[]) => void) {
		this.id = id;
		this.rooms.add(id);
		this.handshake = { auth: { as }, headers: { cookie } };
		this.#down = down;
	}

	on(event: string, listener: Listener): void {
		this.#listeners.set(event, listener);
	}

	emit(event: string, ...args: unknown[]): void {
		// What travels is bytes: nobody shares an object with the server.
		this.#down(event, structuredClone(args));
	}

	join(rooms: string | string[]): void {
		for (const room of [rooms].flat()) this.rooms.add(room);
	}

	leave(room: string): void {
		this.rooms.delete(room);
	}

	receive(event: string, ...args: unknown[]): void {
		this.#listeners.get(event)?.(...args);
	}
}

/** A network that a test flushes by hand: messages wait until they are let through, and a cut loses all that wait. */
export class HandNetwork {
	readonly #sockets = new Set<ServerSocket>();
	#connected: (socket: unknown) => void = () => undefined;
	#count = 0;

	/** What the gateway takes for Socket.io's server. */
	get io(): GatewayIo {
		const broadcast = (include: string, except: readonly string[]) => ({
			except: (more: string | string[]) => broadcast(include, [...except, ...[more].flat()]),
			get volatile() {
				return broadcast(include, except);
			},
			emit: (event: string, ...args: unknown[]) => {
				for (const socket of this.#sockets) {
					if (socket.rooms.has(include) && !except.some((room) => socket.rooms.has(room))) socket.emit(event, ...args);
				}
			}
		});
		const io = {
			on: (_event: string, listener: (socket: unknown) => void) => (this.#connected = listener),
			to: (room: string) => broadcast(room, [])
		};
		return io as unknown as GatewayIo;
	}

	connect(cookie: string, as: string, down: (event: string, args: unknown[]) => void): ServerSocket {
		const socket = new ServerSocket(`socket-${++this.#count}`, cookie, as, down);
		this.#sockets.add(socket);
		this.#connected(socket);
		return socket;
	}

	disconnect(socket: ServerSocket): void {
		this.#sockets.delete(socket);
		socket.receive('disconnect');
	}
}

/** One device's way to the server over the network that the test flushes. */
export class HandLink implements Link {
	readonly #network: HandNetwork;
	#cookie: string;
	#as: string;
	readonly #fetch: () => Promise<FirstLook>;
	#events: LinkEvents | null = null;
	#socket: ServerSocket | null = null;
	#up: Message[] = [];
	#down: Message[] = [];
	#waiting = new Set<(cause: Error) => void>();
	#dead = false;
	/** How much had come from the server when it was asked last: a page that hears nothing knows it by this. */
	#heard = 0;

	constructor(network: HandNetwork, cookie: string, as: string, fetchSnapshot: () => Promise<FirstLook>) {
		this.#network = network;
		this.#cookie = cookie;
		this.#as = as;
		this.#fetch = fetchSnapshot;
	}

	/** Another tab took the device's seat: the next connection is theirs. */
	nowOf(cookie: string, as: string): void {
		[this.#cookie, this.#as] = [cookie, as];
	}

	get isUp(): boolean {
		return this.#socket !== null;
	}

	listen(events: LinkEvents): void {
		this.#events = events;
	}

	hello(hello: Hello): Promise<HelloAnswer> {
		return this.#ask('hello', hello);
	}

	submit(submission: Submission): Promise<Ack> {
		return this.#ask('submit', submission);
	}

	watchNames(board: string, on: boolean): void {
		const socket = this.#socket;
		this.#up.push({ deliver: () => socket?.receive('watchNames', { board, on }) });
	}

	async snapshot(_board: string, _giveUp: AbortSignal): Promise<FirstLook> {
		return structuredClone(await this.#fetch());
	}

	reconnect(): void {
		this.cut();
		this.restore();
	}

	close(): void {
		this.cut();
	}

	/** The connection dies and nobody is told: what is said goes nowhere, and nothing comes. */
	die(): void {
		this.#dead = this.#socket !== null;
	}

	/** No answer came in time: nobody waits for those that are still to come. */
	timeOut(): void {
		for (const fail of this.#waiting) fail(new Error('no answer in time'));
		this.#waiting.clear();
	}

	/** Whether anything has come since this was asked last. */
	heard(): boolean {
		const heard = this.#heard > 0;
		this.#heard = 0;
		return heard;
	}

	/** Loses everything that is under way, in both directions. */
	cut(): void {
		const socket = this.#socket;
		if (!socket) return;
		this.#socket = null;
		this.#dead = false;
		this.#up = [];
		this.#down = [];
		this.#network.disconnect(socket);
		for (const fail of this.#waiting) fail(new Error('cut'));
		this.#waiting.clear();
		this.#events?.down();
	}

	restore(): void {
		if (this.#socket) return;
		const socket = this.#network.connect(this.#cookie, this.#as, (event, args) => {
			this.#down.push({ deliver: () => this.#receive(event, args) });
		});
		this.#socket = socket;
		this.#heard += 1;
		this.#events?.up();
	}

	/** Lets up to so many messages through towards the server, and back. */
	flush(up: number, down: number): void {
		const sent = this.#up.splice(0, up);
		if (this.#dead) {
			this.#down = [];
			return;
		}
		for (const message of sent) message.deliver();
		for (const message of this.#down.splice(0, down)) {
			this.#heard += 1;
			message.deliver();
		}
	}

	get quiet(): boolean {
		return this.#up.length === 0 && this.#down.length === 0;
	}

	#ask<Answer>(event: string, message: unknown): Promise<Answer> {
		const socket = this.#socket;
		return new Promise((resolve, reject) => {
			if (!socket) return reject(new Error('no connection'));
			this.#waiting.add(reject);
			const answered = (answer: unknown) => {
				if (this.#socket !== socket) return;
				this.#down.push({
					deliver: () => {
						this.#waiting.delete(reject);
						resolve(structuredClone(answer) as Answer);
					}
				});
			};
			const bytes = structuredClone(message);
			this.#up.push({ deliver: () => socket.receive(event, bytes, answered) });
		});
	}

	#receive(event: string, args: unknown[]): void {
		const events = this.#events as unknown as Record<string, Listener> | null;
		events?.[event]?.(...args);
	}
}
