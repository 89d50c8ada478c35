import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Server as SocketServer } from 'socket.io';

/** How long a connection may take to say goodbye, in milliseconds. */
const patience = 3_000;

type Closing = {
	readonly server: Server;
	readonly io: SocketServer;
	/** Aborted first: whoever accepts connections watches it. */
	readonly closing: AbortController;
	/** What holds accepted work, in the order to bring it to the disk. */
	readonly flush: readonly { close(): Promise<void> }[];
};

/** @returns how to close the house; asked twice, it is closed once */
export function closeHouse(parts: Closing): () => Promise<void> {
	const connections = new Set<Socket>();
	parts.server.on('connection', (socket: Socket) => {
		connections.add(socket);
		socket.once('close', () => connections.delete(socket));
	});
	let closed: Promise<void> | null = null;
	return () => (closed ??= close(parts, connections));
}

async function close({ server, io, closing, flush }: Closing, connections: ReadonlySet<Socket>): Promise<void> {
	closing.abort();
	const listening = server.listening;
	const ended = listening ? once(server, 'close') : Promise.resolve();
	if (listening) server.close();
	for (const part of flush) await part.close();
	// The answers to what was just saved leave in callbacks of those promises: first they, then the connections.
	await new Promise((resolve) => setImmediate(resolve));
	// Not `disconnect`: a client takes that for a dismissal and does not come back when the server does.
	for (const socket of io.sockets.sockets.values()) socket.conn.close();
	// A browser keeps a connection open after its answer, and it counts as idle only a moment later.
	const idle = setInterval(() => server.closeIdleConnections(), 20);
	const late = setTimeout(() => connections.forEach((socket) => socket.destroy()), patience);
	await ended;
	clearInterval(idle);
	clearTimeout(late);
	await io.close();
}
