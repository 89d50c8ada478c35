import { io } from 'socket.io-client';
import type { Id } from '#lib/domain/ids.ts';
import type { Handshake, SessionKind, SnapshotMessage } from '#lib/protocol/messages.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { BoardSession } from '#lib/sync/board-session.ts';
import { SocketLink } from '#lib/sync/socket-link.ts';
import { IndexedDbOutbox } from './indexed-db-outbox.ts';
import { LiveBoard } from './live-board.svelte.ts';

/** How long a socket may have been silent, in milliseconds, before coming back to the page drops it. */
const silentMs = 3000;

/**
 * Opens a board in this browser. Call `close` on leaving.
 * @param as which of this browser's sessions speaks
 */
export function connectBoard(board: Id, as: SessionKind): { readonly live: LiveBoard; readonly close: () => void } {
	const socket = io({
		path: '/socket.io/',
		auth: { protocolVersion: PROTOCOL_VERSION, as } satisfies Handshake,
		transports: ['websocket', 'polling'],
		tryAllTransports: true,
		reconnectionDelay: 500,
		reconnectionDelayMax: 5000,
		randomizationFactor: 0.5
	});
	let heardAt = Date.now();
	socket.onAny(() => (heardAt = Date.now()));
	socket.io.engine?.on('packet', () => (heardAt = Date.now()));
	const session = new BoardSession(board, {
		link: new SocketLink(socket, async (id) => {
			const response = await fetch(`/api/boards/${id}/seen`, { headers: { 'x-session': as } });
			if (!response.ok) throw new Error(`The board answered ${response.status}`);
			return (await response.json()) as SnapshotMessage;
		}),
		outbox: new IndexedDbOutbox(),
		now: () => Date.now(),
		random: (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
		after: once
	});
	const wake = () => {
		if (document.visibilityState === 'hidden') return;
		// A phone that slept does not know that its socket is dead; a silent one is not waited for.
		if (Date.now() - heardAt > silentMs || !socket.connected) session.wake();
	};
	// A socket without a network hears nothing, not even its own end: it is closed now, and tries again by itself.
	const drop = () => void socket.io.engine?.close();
	const stopListening = listenToDevice(wake, drop);
	return {
		live: new LiveBoard(session, as),
		close: () => {
			stopListening();
			session.close();
		}
	};
}

function once(ms: number, callback: () => void): () => void {
	const timer = setTimeout(callback, ms);
	return () => clearTimeout(timer);
}

function listenToDevice(wake: () => void, drop: () => void): () => void {
	window.addEventListener('offline', drop);
	window.addEventListener('pageshow', wake);
	window.addEventListener('online', wake);
	document.addEventListener('visibilitychange', wake);
	return () => {
		window.removeEventListener('offline', drop);
		window.removeEventListener('pageshow', wake);
		window.removeEventListener('online', wake);
		document.removeEventListener('visibilitychange', wake);
	};
}
