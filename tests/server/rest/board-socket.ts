import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import type { ClientToServer, HelloAnswer, ServerToClient, SessionKind } from '#lib/protocol/messages.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import type { Browser, House } from './house.ts';

export type BoardSocket = Socket<ServerToClient, ClientToServer> & { readonly greet: () => Promise<HelloAnswer> };

/** A page of this browser that looks at a board: connected, and not greeted yet. */
export async function boardSocket(
	house: House,
	browser: Browser,
	as: SessionKind,
	board: string
): Promise<BoardSocket> {
	const origin = `http://localhost:${house.port}`;
	const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
	const socket: Socket<ServerToClient, ClientToServer> = io(origin, {
		transports: ['websocket'],
		extraHeaders: { origin, cookie },
		auth: { protocolVersion: PROTOCOL_VERSION, as },
		forceNew: true,
		reconnection: false
	});
	onTestFinished(() => void socket.close());
	await new Promise<void>((resolve, reject) => void socket.once('connect', resolve).once('connect_error', reject));
	const hello = { protocolVersion: PROTOCOL_VERSION, board, version: null };
	return Object.assign(socket, { greet: () => socket.emitWithAck('hello', hello) });
}
