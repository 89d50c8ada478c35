import type { RequestHandler } from 'express';
import type { SessionKind } from '#lib/protocol/messages.ts';
import type { DirectoryReader, SessionReader } from '../store/store.ts';
import { helloSentences, standingOn } from './actors.ts';
import type { BoardRooms } from './board-rooms.ts';

const kinds: readonly SessionKind[] = ['delegate', 'facilitator', 'organiser', 'screen'];

/** `GET /api/boards/:id/seen`: the whole board as this reader may see it. Put compression in front of it. */
export function seenRoute(rooms: BoardRooms, directory: DirectoryReader, sessions: SessionReader): RequestHandler {
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
		response.json(view.snapshot(room.board, standing.reader));
	};
}
