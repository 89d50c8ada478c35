import type { Board } from './board.ts';
import type { Id } from './ids.ts';
import { isFrozen } from './proposals.ts';
import { standingIn } from './roles.ts';
import type { Reader } from './seen.ts';

/**
 * What a connection to a proposal's text may do. `frozen` reads: while a version is open nobody writes.
 * `gone`: there is no such proposal (any more). `none`: it is not theirs.
 */
export type Seat = 'write' | 'read' | 'frozen' | 'none' | 'gone';

export function seatIn(board: Board, proposalId: Id, reader: Reader): Seat {
	const proposal = board.proposals.get(proposalId);
	if (!proposal || proposal.state.is === 'discarded') return 'gone';
	if (reader.personId !== null && board.members.get(reader.personId)?.removed) return 'none';
	if (reader.role === 'organiser') return 'read';
	const standing = reader.role === 'delegate' ? standingIn(proposal, reader) : 'none';
	if (standing === 'none') return 'none';
	if (isFrozen(proposal)) return 'frozen';
	return standing === 'writer' ? 'write' : 'read';
}
