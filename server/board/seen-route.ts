import type { RequestHandler } from 'express';
import type { FirstLook, HelloRefusal, SessionKind } from '#lib/protocol/messages.ts';
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
		const judge = async () => {
			const session = await sessions.read({ cookie, authorization }, kind);
			return { session, standing: standingOn(directory, session, board) };
		};
		const turnAway = (code: HelloRefusal) =>
			void response.status(code === 'board-unknown' ? 404 : 403).json({ code, sentence: helloSentences[code] });
		const asked = await judge();
		response.set('cache-control', 'no-store');
		if (typeof asked.standing === 'string') return turnAway(asked.standing);
		if (!looks.take(asked.standing.reader.personId ?? asked.session?.sessionId ?? '', now())) {
			const sentence = 'This page was opened very often. Wait a second; your device tries again by itself.';
			response.status(429).set('retry-after', '1').json({ code: 'try-later', sentence });
			return;
		}
		const { room, view } = await rooms.open(board);
		// Again: what ended while the board was read from the disk opens nothing. From here nothing waits.
		const { standing } = await judge();
		if (typeof standing === 'string') return turnAway(standing);
		const { personId } = standing.reader;
		if (personId !== null && room.board.members.get(personId)?.removed) return turnAway('person-removed');
		const about = directory.about(board);
		if (!about) throw new Error('A board without a workshop');
		const snapshot = view.snapshot(room.board, standing.reader);
		const you = youAre(directory, standing.reader);
		const look: FirstLook = { ...snapshot, you, about, serverNow: now() };
		response.type('json').send(lookText(look));
	};
}
