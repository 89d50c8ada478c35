import { askedOfCentre } from '#lib/domain/asked-of-centre.ts';
import { namesCentre } from '#lib/domain/centre-references.ts';
import type { Boards } from '../../app.ts';
import type { BoardModeration, WhatWaits, WhoIsHere } from '../../directory/ports.ts';

/** What the directory asks of the boards, answered by their rooms. */
export function boardPorts(boards: Boards): BoardModeration & WhoIsHere & WhatWaits {
	return {
		append: (board, event, by, directoryWrites) => boards.append(board, event, by, directoryWrites),
		erase: (board, choose, by, directoryWrites) => boards.erase(board, choose, by, directoryWrites),
		namesCentre: async (board, centreId) => namesCentre((await boards.rooms.open(board)).room.board, centreId),
		sessionsEnded: (personId) => boards.sessionsEnded(personId),
		countHere: async (board) => {
			const { people, centres } = boards.rooms.presenceOf(await boards.rooms.open(board), false);
			return { people, centres: Object.keys(centres).length };
		},
		askedOn: async (board, person) => askedOfCentre((await boards.rooms.open(board)).room.board, person)
	};
}
