import { partyOf, type Party } from '#lib/domain/board.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { SeenDraft, SeenProposal } from '#lib/domain/seen.ts';

export type Reader = { readonly personId: Id; readonly centreId: Id | null; readonly verified: boolean };

/** What a proposal is to its reader: which of its pages they get. */
export type OwnStanding =
	/** Nobody of this centre takes part, or it has left: title, parties and state, as everybody may see them. */
	| 'outside'
	/** The own centre is in it, and nobody has let this unverified person in. */
	| 'not-let-in'
	/** Invited: reads the text, and answers when verified. */
	| 'invited'
	| 'writer';

export function ownStanding(
	proposal: Pick<SeenProposal, 'parties'>,
	draft: SeenDraft | undefined,
	you: Reader
): OwnStanding {
	if (draft) return draft.access === 'write' ? 'writer' : 'invited';
	const own = proposal.parties.find((party) => party.centreId === you.centreId);
	return own && (own.is === 'in' || own.is === 'invited') ? 'not-let-in' : 'outside';
}

/** How many parties take part, and how many there would be if all invited ones joined. */
export function partyCounts(proposal: Pick<SeenProposal, 'parties'>): {
	readonly joined: number;
	readonly all: number;
} {
	const joined = proposal.parties.filter((party) => party.is === 'in').length;
	const invited = proposal.parties.filter((party) => party.is === 'invited').length;
	return { joined, all: joined + invited };
}

/** Of the parties of the open version: how many have said yes, and how many there are. */
export function yesCounts(proposal: SeenProposal): {
	readonly yes: number;
	readonly all: number;
	readonly waiting: number;
} {
	const { joined: all } = partyCounts(proposal);
	const yes = proposal.confirmed.length;
	return { yes, all, waiting: all - yes };
}

/** Whether the own centre is asked for its yes now; whoever is not verified cannot say it, but sees that it is asked. */
export function ourTurn(proposal: SeenProposal, centreId: Id | null): boolean {
	return (
		proposal.is === 'open' &&
		proposal.parties.some((party) => party.centreId === centreId && party.is === 'in') &&
		!proposal.confirmed.some((one) => one.centreId === centreId)
	);
}

/** Invited parties and those that are in come first, in the order in which they came; those that went come last. */
export function inOrder(parties: readonly Party[]): readonly Party[] {
	const gone = (party: Party) => (party.state.is === 'in' || party.state.is === 'invited' ? 0 : 1);
	return [...parties].sort((a, b) => gone(a) - gone(b));
}

export function isInvited(draft: SeenDraft, centreId: Id | null): boolean {
	return partyOf(draft, centreId)?.state.is === 'invited';
}
