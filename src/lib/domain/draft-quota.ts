import { partyOf, type Board } from './board.ts';
import { reject, type Refusal } from './command.ts';
import type { Id } from './ids.ts';

/** Far more than anybody writes at once in one workshop; each has a text of its own, and invitations to others. */
export const mostDrafts = 20;

/**
 * Why this person starts no further draft on this board, or null. One that was put away, became a partnership, or that
 * their organisation has left or declined makes room.
 */
export function refusedByDraftQuota(board: Board, personId: Id): Refusal | null {
	let count = 0;
	for (const { createdBy, createdFor, state, parties } of board.proposals.values()) {
		if (createdBy !== personId || state.is === 'discarded' || state.is === 'partnership') continue;
		const party = partyOf({ parties }, createdFor)?.state.is;
		if (party === 'in' || party === 'invited') count += 1;
	}
	if (count < mostDrafts) return null;
	return reject('drafts-too-many', `You have started ${mostDrafts} drafts on this board. Put one away first.`, {
		most: mostDrafts
	});
}
