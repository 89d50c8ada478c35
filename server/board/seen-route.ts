import type { RequestHandler } from 'express';
import type { FirstLook, SessionKind } from '#lib/protocol/messages.ts';
import type { DirectoryReader, SessionReader } from '../store/store.ts';
import { helloSentences, standingOn, youAre } from './actors.ts';
import type { BoardRooms } from './board-rooms.ts';

const kinds: readonly SessionKind[] = ['delegate', 'facilitator', 'organiser', 'screen'];

/** `GET /api/boards/:id/seen`: the whole board as this reader may see it. Put compression in front of it. */
export function seenRoute(
	rooms: BoardRooms,
	directory: DirectoryReader,
	sessions: SessionReader,
	now: () => number
): RequestHandler {
	return async (request, response) => {
		const board = String(request.params['id']);
		const kind = kinds.find((one) => one === request.get('x-session')) ?? 'delegate';
		const { cookie, authorization } = request.headers;
		const standing = standingOn(directory, await sessions.read({ cookie, authorization }, kind), board);
		response.set('cache-control', 'no-store');
		if (typeof standing === 'string') {
			response
				.status(standing === 'board-unknown' ? 404 : 403)
				.json({ code: standing, sentence: helloSentences[standing] });
			return;
		}
		const { room, view } = await rooms.open(board);
		const { personId } = standing.reader;
		if (personId !== null && room.board.members.get(personId)?.removed) {
			response.status(403).json({ code: 'person-removed', sentence: helloSentences['person-removed'] });
			return;
		}
		const about = directory.about(board);
		if (!about) throw new Error('A board without a workshop');
		const snapshot = view.snapshot(room.board, standing.reader);
		const you = youAre(directory, standing.reader);
		response.json({ ...snapshot, you, about, serverNow: now() } satisfies FirstLook);
	};
}
