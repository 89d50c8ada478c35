import { askedOfCentre } from '#lib/domain/asked-of-centre.ts';
import { namesCentre } from '#lib/domain/centre-references.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { Boards } from '../../app.ts';
import type { Directory } from '../../directory/directory.ts';
import type { BoardModeration, WhatWaits, WhoIsHere } from '../../directory/ports.ts';

/** What the directory asks of the boards, answered by their rooms. */
export function boardPorts(boards: Boards, directory: Directory): BoardModeration & WhoIsHere & WhatWaits {
	const tell = async (board: Id, personId: Id) => {
		const { view } = await boards.rooms.open(board);
		for (const watcher of view.watchersOf(personId)) watcher.judgeAgain();
	};
	return {
		append: (board, event, by, directoryWrites) => boards.append(board, event, by, directoryWrites),
		erase: (board, choose, by, directoryWrites) => boards.erase(board, choose, by, directoryWrites),
		namesCentre: async (board, centreId) => namesCentre((await boards.rooms.open(board)).room.board, centreId),
		sessionsEnded: async (personId) => {
			const seats = new Set([...directory.people.boardsOf(personId), ...directory.facilitatedBy(personId)]);
			const organises = directory.person(personId)?.organiser ?? false;
			await Promise.all([...(organises ? directory.boards() : seats)].map((board) => tell(board, personId)));
		},
		countHere: async (board) => {
			const { people, centres } = boards.rooms.presenceOf(await boards.rooms.open(board), false);
			return { people, centres: Object.keys(centres).length };
		},
		askedOn: async (board, person) => askedOfCentre((await boards.rooms.open(board)).room.board, person)
	};
}
