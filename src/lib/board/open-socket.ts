import { io, type Socket } from 'socket.io-client';
import type { Handshake, SessionKind } from '#lib/protocol/messages.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';

/**
 * A connection to the boards of this site; it connects at once, and again whenever it is lost.
 * @param as which of this browser's sessions speaks
 * @param heard called with everything that comes, the heartbeat included
 */
export function openSocket(as: SessionKind, heard: () => void): Socket {
	const socket = io({
		path: '/socket.io/',
		auth: { protocolVersion: PROTOCOL_VERSION, as } satisfies Handshake,
		transports: ['websocket', 'polling'],
		tryAllTransports: true,
		reconnectionDelay: 500,
		reconnectionDelayMax: 5000,
		randomizationFactor: 0.5
	});
	// Of the manager, not of its engine: every reconnection makes a new engine.
	socket.io.on('open', heard);
	socket.io.on('packet', heard);
	socket.io.on('ping', heard);
	return socket;
}
