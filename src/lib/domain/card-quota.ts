import type { Board } from './board.ts';
import { reject, type Refusal } from './command.ts';
import type { Id } from './ids.ts';

/** Far more than anybody posts by hand in one workshop. */
export const mostCards = 100;

/** Why this person posts no further card on this board, or null. A withdrawn card makes room, a hidden one does not. */
export function refusedByQuota(board: Board, personId: Id): Refusal | null {
	let count = 0;
	for (const card of board.cards.values()) if (card.authorId === personId && card.state.is !== 'withdrawn') count += 1;
	if (count < mostCards) return null;
	return reject('cards-too-many', `You have ${mostCards} cards on this board. Withdraw one first.`, {
		most: mostCards
	});
}
