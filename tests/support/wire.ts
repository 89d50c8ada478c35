import { once } from 'node:events';
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * The network between one browser and the server: an HTTP proxy that can be cut and mended. A browser's own switch for
 * offline leaves open sockets alone; a cut wire does not.
 */
export class Wire {
	readonly #server: Server;
	readonly #sockets = new Set<Duplex>();
	#whole = true;

	private constructor() {
		this.#server = createServer((request, response) => this.#forward(request, response));
		this.#server.on('connect', (request, socket, head) => this.#tunnel(request, socket, head));
		this.#server.on('connection', (socket) => {
			if (this.#whole) this.#hold(socket);
			else socket.destroy();
		});
	}

	static async open(): Promise<Wire> {
		const wire = new Wire();
		wire.#server.listen(0, '127.0.0.1');
		await once(wire.#server, 'listening');
		return wire;
	}

	/** For the browser's proxy setting. */
	get address(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	/** Everything that is open ends at once, in both directions, and nothing new goes through. */
	cut(): void {
		this.#whole = false;
		for (const socket of this.#sockets) socket.destroy();
	}

	mend(): void {
		this.#whole = true;
	}

	async close(): Promise<void> {
		this.cut();
		this.#server.close();
		await once(this.#server, 'close');
	}

	#hold(socket: Duplex): void {
		this.#sockets.add(socket);
		// A side that ends in the middle is what a wire is for; the other side then ends, too.
		socket.on('error', () => socket.destroy());
		socket.on('close', () => this.#sockets.delete(socket));
	}

	#forward(request: IncomingMessage, response: ServerResponse): void {
		const onward = ask(request.url ?? '', { method: request.method, headers: ofMessage(request), agent: false });
		onward.on('socket', (socket) => this.#hold(socket));
		onward.on('error', () => response.destroy());
		onward.on('response', (answer) => {
			response.writeHead(answer.statusCode ?? 502, ofMessage(answer));
			answer.pipe(response);
		});
		request.pipe(onward);
	}

	#tunnel(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		const { hostname, port } = new URL(`http://${request.url}`);
		const onward: Socket = connect(Number(port), hostname, () => {
			socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			onward.write(head);
			onward.pipe(socket).pipe(onward);
		});
		this.#hold(onward);
		onward.on('close', () => socket.destroy());
		socket.on('close', () => onward.destroy());
	}
}

const ofConnection = ['connection', 'keep-alive', 'proxy-connection', 'transfer-encoding'];

/** The headers that travel on. The others are about one connection: passed on, they would end the browser's after each answer. */
function ofMessage({ headers }: IncomingMessage): IncomingMessage['headers'] {
	return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.includes(name)));
}
