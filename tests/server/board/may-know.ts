import type { Board, Card, Proposal } from '#lib/domain/board.ts';
import type { Reader } from '#lib/domain/seen.ts';

/**
 * "Who sees what", written a second time from the product's table and never from `seen.ts`: all texts of a board that a
 * reader may know now. A test compares what was sent with this.
 */
export function mayKnow(board: Board, reader: Reader): string {
	const texts: unknown[] = [];
	for (const card of board.cards.values()) {
		if (!cardIsFor(card, reader)) continue;
		texts.push(card.title, card.text);
		for (const line of board.lines.values()) if (line.cardId === card.id) texts.push(line.text);
		if (card.state.is === 'hidden') texts.push(card.state.reason);
	}
	for (const proposal of board.proposals.values()) {
		if (proposal.state.is === 'discarded') continue;
		texts.push(proposal.title);
		const seat = seatOf(proposal, reader);
		if (reader.role !== 'organiser' && seat === 'none') continue;
		texts.push(proposal.parties, proposal.steps, 'frozen' in proposal.state ? proposal.state.frozen : null);
		if (seat !== 'invited') texts.push(proposal.moments);
		if (seat === 'party') texts.push(proposal.confirmations);
	}
	return JSON.stringify(texts);
}

function cardIsFor(card: Card, reader: Reader): boolean {
	const own = reader.role === 'delegate' && card.authorId === reader.personId;
	switch (card.state.is) {
		case 'published':
			return true;
		case 'private':
			return own;
		case 'hidden':
			return own || reader.role === 'facilitator' || reader.role === 'organiser';
		case 'withdrawn':
			return false;
	}
}

function seatOf(proposal: Proposal, reader: Reader): 'party' | 'invited' | 'none' {
	if (reader.role !== 'delegate' || reader.personId === null) return 'none';
	const party = proposal.parties.find(({ centreId }) => centreId === reader.centreId);
	const invitedIn = [{ personId: proposal.createdBy, centreId: proposal.createdFor }, ...proposal.letIn];
	const own =
		reader.verified ||
		invitedIn.some(({ personId, centreId }) => personId === reader.personId && centreId === reader.centreId);
	if (!party || !own) return 'none';
	if (party.state.is === 'in') return 'party';
	return party.state.is === 'invited' ? 'invited' : 'none';
}
