import type { Id } from '#lib/domain/ids.ts';
import type { FirstLook, SessionKind } from '#lib/protocol/messages.ts';
import { BoardSession } from '#lib/sync/board-session.ts';
import { SocketLink } from '#lib/sync/socket-link.ts';
import { IndexedDbOutbox } from './indexed-db-outbox.ts';
import { LateSocket } from './late-socket.ts';
import { LiveBoard } from './live-board.svelte.ts';
import { painted } from '#lib/ui/painted.ts';

/**
 * Opens a board in this browser. Call `close` on leaving. What is on the board is asked for at once and shown; then the
 * connection is made.
 * @param as which of this browser's sessions speaks
 */
export function connectBoard(board: Id, as: SessionKind): { readonly live: LiveBoard; readonly close: () => void } {
	let heardAt = Date.now();
	const socket = new LateSocket(async () => {
		const { openSocket } = await import('./open-socket.ts');
		heardAt = Date.now();
		return openSocket(as, () => (heardAt = Date.now()));
	});
	const session = new BoardSession(board, {
		link: new SocketLink(socket, (id, giveUp) => firstLook(id, as, giveUp)),
		outbox: new IndexedDbOutbox(),
		now: () => Date.now(),
		random: (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
		after: once
	});
	let connecting = false;
	let closed = false;
	void session.firstLook.then(painted).then(() => {
		connecting = !closed;
		if (connecting) socket.connect();
	});
	const wake = () => {
		if (!connecting || document.visibilityState === 'hidden') return;
		// A phone that slept does not know that its socket is dead.
		session.wake(Date.now() - heardAt);
	};
	// A socket without a network hears nothing, not even its own end: it is closed now, and tries again by itself.
	const stopListening = listenToDevice(wake, () => socket.drop());
	return {
		live: new LiveBoard(session, as),
		close: () => {
			closed = true;
			stopListening();
			session.close();
		}
	};
}

async function firstLook(board: Id, as: SessionKind, signal: AbortSignal): Promise<FirstLook> {
	const response = await fetch(`/api/boards/${board}/seen`, { headers: { 'x-session': as }, signal });
	if (!response.ok) throw new Error(`The board answered ${response.status}`);
	return (await response.json()) as FirstLook;
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
