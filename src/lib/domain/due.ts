import type { Board, Instant } from './board.ts';
import type { Command, NewEvent } from './command.ts';
import { openingFailed } from './commands/open-for-confirmation.ts';
import type { Id } from './ids.ts';

/** A command that the board itself will speak at a time, in the name of who asked for it. */
export type Due = {
	readonly at: Instant;
	readonly personId: Id;
	readonly command: Command;
	/** What is true when the command is refused for good: whoever asked for it may have left. */
	readonly otherwise: NewEvent;
	/** What is true when the server cannot read the text, however often it tries. */
	readonly unreadable: NewEvent;
};

/** What falls due next, or null. The room sets one timer for it; nothing is lost when the server was down meanwhile. */
export function nextDue(board: Board): Due | null {
	let next: Due | null = null;
	for (const proposal of board.proposals.values()) {
		if (proposal.state.is !== 'opening') continue;
		const { opensAt: at, by: personId } = proposal.state;
		const command = { name: 'open-for-confirmation', input: { proposalId: proposal.id } };
		const failed = (code: string) => openingFailed.of({ proposalId: proposal.id, code }, {});
		if (!next || at < next.at) next = { at, personId, command, otherwise: failed('seat'), unreadable: failed('text') };
	}
	return next;
}
