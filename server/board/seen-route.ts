import type { RequestHandler } from 'express';
import type { FirstLook, SessionKind } from '#lib/protocol/messages.ts';
import type { DirectoryReader, SessionReader } from '../store/store.ts';
import { TokenBuckets } from '../token-bucket.ts';
import { helloSentences, standingOn, youAre } from './actors.ts';
import type { BoardRooms } from './board-rooms.ts';
import { lookText } from './look-text.ts';

const kinds: readonly SessionKind[] = ['delegate', 'facilitator', 'organiser', 'screen'];

/** A whole board costs work and a thin line: pages that are opened again and again, then one each second. */
const pace = { burst: 30, perSecond: 1 };

/** `GET /api/boards/:id/seen`: the whole board as this reader may see it. Put compression in front of it. */
export function seenRoute(
	rooms: BoardRooms,
	directory: DirectoryReader,
	sessions: SessionReader,
	now: () => number
): RequestHandler {
	const looks = new TokenBuckets(pace);
	return async (request, response) => {
		const board = String(request.params['id']);
		const kind = kinds.find((one) => one === request.get('x-session')) ?? 'delegate';
		const { cookie, authorization } = request.headers;
		const session = await sessions.read({ cookie, authorization }, kind);
		const standing = standingOn(directory, session, board);
		response.set('cache-control', 'no-store');
		if (typeof standing === 'string') {
			response
				.status(standing === 'board-unknown' ? 404 : 403)
				.json({ code: standing, sentence: helloSentences[standing] });
			return;
		}
		const { personId } = standing.reader;
		if (!looks.take(personId ?? session?.sessionId ?? '', now())) {
			const sentence = 'This page was opened very often. Wait a second; your device tries again by itself.';
			response.status(429).set('retry-after', '1').json({ code: 'try-later', sentence });
			return;
		}
		const { room, view } = await rooms.open(board);
		if (personId !== null && room.board.members.get(personId)?.removed) {
			response.status(403).json({ code: 'person-removed', sentence: helloSentences['person-removed'] });
			return;
		}
		const about = directory.about(board);
		if (!about) throw new Error('A board without a workshop');
		const snapshot = view.snapshot(room.board, standing.reader);
		const you = youAre(directory, standing.reader);
		const look: FirstLook = { ...snapshot, you, about, serverNow: now() };
		response.type('json').send(lookText(look));
	};
}
