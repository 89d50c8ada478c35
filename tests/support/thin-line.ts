import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What a line carries. Rates in bytes a second. */
export type LineRate = { readonly down: number; readonly up: number; readonly roundTripMs: number };

/** A venue's Wi-Fi: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
export const thinLine: LineRate = { down: 200_000, up: 93_750, roundTripMs: 150 };

/** What travels at once, in bytes: connections that share the line take turns packet by packet. */
const packetBytes = 1460;

/**
 * Stands before a proxy (such as a `Wire`) and makes its network thin: every byte waits for its turn and then for half of
 * a round trip. Rates are shared by all connections, as on a real line. A new connection costs one round trip more, for
 * its handshake; that of a tunnel is the answer to its `CONNECT`. Congestion control is left out: the line fills at once.
 */
export class ThinLine {
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();

	private constructor(rate: LineRate, target: number) {
		const down = new Direction(rate.down, rate.roundTripMs / 2);
		const up = new Direction(rate.up, rate.roundTripMs / 2);
		this.#server = createServer({ noDelay: true }, (near) => {
			const far = connect({ port: target, host: '127.0.0.1', noDelay: true });
			this.#hold(near, far);
			this.#hold(far, near);
			near.once('data', (first: Buffer) => {
				const tunnel = first.subarray(0, 8).toString('latin1') === 'CONNECT ';
				up.carry(near, far, first, tunnel ? 0 : rate.roundTripMs);
			});
			down.carry(far, near);
		});
	}

	/** @param proxy address of the proxy behind it, such as `http://127.0.0.1:3128` */
	static async open(rate: LineRate, proxy: string): Promise<ThinLine> {
		const line = new ThinLine(rate, Number(new URL(proxy).port));
		line.#server.listen(0, '127.0.0.1');
		await once(line.#server, 'listening');
		return line;
	}

	/** For the browser's proxy setting. */
	get address(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	async close(): Promise<void> {
		for (const socket of this.#sockets) socket.destroy();
		this.#server.close();
		await once(this.#server, 'close');
	}

	#hold(socket: Socket, other: Socket): void {
		this.#sockets.add(socket);
		// Whichever side breaks, the other one has nobody to speak to.
		socket.on('error', () => other.destroy());
		socket.on('close', (broken) => {
			this.#sockets.delete(socket);
			if (broken) other.destroy();
		});
	}
}

/** A packet on its way; null stands for the end of its connection. */
type Travelling = { readonly arrivesAt: number; readonly to: Socket; readonly packet: Buffer | null };

/** What one connection still has to send in one direction; null stands for its end. */
type Flow = { readonly to: Socket; readonly packets: (Buffer | null)[]; notBefore: number };

/** One direction of the line: packets of all connections in turn, at the rate of the line, each later by the delay. */
class Direction {
	readonly #bytesPerMs: number;
	readonly #delayMs: number;
	#flows: Flow[] = [];
	#travelling: Travelling[] = [];
	#freeAt = 0;
	#ticking = false;

	constructor(bytesPerSecond: number, delayMs: number) {
		this.#bytesPerMs = bytesPerSecond / 1000;
		this.#delayMs = delayMs;
	}

	/** Carries everything that comes out of one socket into another. @param after milliseconds that the first packet waits */
	carry(from: Socket, to: Socket, first?: Buffer, after = 0): void {
		const flow: Flow = { to, packets: [], notBefore: performance.now() + after };
		const take = (bytes: Buffer) => {
			for (let at = 0; at < bytes.length; at += packetBytes) flow.packets.push(bytes.subarray(at, at + packetBytes));
			this.#wait(flow);
		};
		if (first) take(first);
		from.on('data', take);
		from.on('end', () => {
			flow.packets.push(null);
			this.#wait(flow);
		});
	}

	#wait(flow: Flow): void {
		if (!this.#flows.includes(flow)) this.#flows.push(flow);
		if (!this.#ticking) this.#tick();
	}

	/** Every millisecond while something is on its way: later packets never overtake earlier ones. */
	#tick(): void {
		const now = performance.now();
		this.#send(now);
		const later = this.#travelling.findIndex(({ arrivesAt }) => arrivesAt > now);
		for (const { to, packet } of this.#travelling.splice(0, later === -1 ? Infinity : later)) arrive(to, packet);
		this.#ticking = this.#flows.length + this.#travelling.length > 0;
		if (this.#ticking) setTimeout(() => this.#tick(), 1);
	}

	/** Sends what the line has room for now. */
	#send(now: number): void {
		this.#freeAt = Math.max(this.#freeAt, now - 1);
		for (let flow = this.#next(now); flow; flow = this.#next(now)) {
			const packet = flow.packets.shift() ?? null;
			this.#freeAt += (packet?.length ?? 0) / this.#bytesPerMs;
			if (flow.packets.length > 0) this.#flows.push(flow);
			this.#travelling.push({ arrivesAt: this.#freeAt + this.#delayMs, to: flow.to, packet });
		}
	}

	/** The connection whose turn it is, taken out of the row; undefined when the line is busy or all wait for their handshake. */
	#next(now: number): Flow | undefined {
		if (this.#freeAt > now) return undefined;
		const index = this.#flows.findIndex(({ notBefore }) => notBefore <= now);
		return index === -1 ? undefined : this.#flows.splice(index, 1)[0];
	}
}

function arrive(to: Socket, packet: Buffer | null): void {
	if (to.destroyed || to.writableEnded) return;
	if (packet === null) to.end();
	else to.write(packet);
}
