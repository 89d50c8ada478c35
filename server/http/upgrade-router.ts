import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import * as v from 'valibot';
import { idSchema, type Id } from '#lib/domain/ids.ts';
import type { Origins } from './origin.ts';

/** Takes a connection over, to its end. */
export type HandleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export type Upgrades = {
	readonly origins: Origins;
	/** `/proposals/<id>` */
	readonly proposal: (request: IncomingMessage, socket: Duplex, head: Buffer, proposalId: Id) => void;
	/** In development: Vite's own connection, told by its subprotocol. */
	readonly development: HandleUpgrade | null;
};

/** Where Socket.io listens. Its own listener takes every upgrade that begins so, by the same comparison. */
export const socketPath = '/socket.io/';

/**
 * Every upgrade of the server goes through here. What only an attacker or a lost program sends, a foreign origin or an
 * unknown address, is refused by HTTP; all else completes its handshake and is told why in words or by its close code.
 */
export function routeUpgrades(server: Server, { origins, proposal, development }: Upgrades): void {
	server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		// A connection that breaks before anybody has taken it over must not end the process.
		socket.on('error', () => socket.destroy());
		const url = request.url ?? '';
		if (url.startsWith(socketPath)) return;
		if (development && /^vite-/.test(request.headers['sec-websocket-protocol'] ?? '')) {
			return development(request, socket, head);
		}
		const id = /^\/proposals\/([^/?]+)(?=\?|$)/.exec(url)?.[1];
		if (!v.is(idSchema, id)) return refuse(socket, 404);
		if (!origins.allows(request.headers.origin)) return refuse(socket, 403);
		proposal(request, socket, head, id);
	});
}

function refuse(socket: Duplex, status: number): void {
	socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
