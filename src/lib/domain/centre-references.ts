import type { Board } from './board.ts';
import type { Id } from './ids.ts';

/** Whether anything on this board names the centre: a card, a mark, a line, a draft in any of its versions. */
export function namesCentre(board: Board, centreId: Id): boolean {
	const quoted = JSON.stringify(centreId);
	for (const table of [board.cards, board.interests, board.lines, board.proposals]) {
		for (const row of table.values()) if (JSON.stringify(row).includes(quoted)) return true;
	}
	return false;
}
