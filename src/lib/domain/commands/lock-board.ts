import * as v from 'valibot';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';

export const boardLocked = defineEvent<{ locked: boolean }, Record<never, string>>({
	type: 'board-locked',
	evolve: (board, { data }) => ({ ...board, room: { ...board.room, locked: data.locked } }),
	touches: () => ['room/room']
});

export const lockBoard = defineCommand({
	name: 'lock-board',
	input: v.strictObject({ locked: v.boolean() }),
	allow: { delegate: 'no', facilitator: true, organiser: true },
	needs: null,
	events: [boardLocked],
	decide: (board, { locked }) => {
		if (board.room.locked !== locked) return accept(boardLocked.of({ locked }, {}));
		return locked
			? reject('board-locked-already', 'The board is locked already.')
			: reject('board-open-already', 'The board is open already.');
	}
});
