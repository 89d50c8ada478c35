import { partyOf, type Board, type Instant, type Proposal } from './board.ts';
import type { Id } from './ids.ts';

/** What a proposal asks of a centre: whether it takes part, or its yes to the version that is open. */
export type Asked = {
	readonly kind: 'invitation' | 'to-confirm';
	readonly proposalId: Id;
	readonly title: string;
	readonly language: string;
	readonly at: Instant;
};

/**
 * What the proposals of a board ask of a centre, for a person who may answer for it.
 * Whoever was removed from the workshop is asked nothing in it.
 */
export function askedOfCentre(board: Board, person: { readonly personId: Id; readonly centreId: Id }): Asked[] {
	if (board.members.get(person.personId)?.removed) return [];
	return [...board.proposals.values()].flatMap((proposal) => askedIn(proposal, person.centreId));
}

function askedIn(proposal: Proposal, centreId: Id): Asked[] {
	const party = partyOf(proposal, centreId);
	const { id: proposalId, title, language, state } = proposal;
	if (!party || state.is === 'discarded') return [];
	const about = { proposalId, title, language };
	if (party.state.is === 'invited') return [{ ...about, kind: 'invitation', at: party.state.at }];
	if (party.state.is !== 'in' || state.is !== 'open') return [];
	const said = proposal.confirmations.some((one) => one.centreId === centreId);
	return said ? [] : [{ ...about, kind: 'to-confirm', at: state.frozen.at }];
}
