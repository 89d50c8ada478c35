import type { Id } from '#lib/domain/ids.ts';
import type { Seen, SeenProposal } from '#lib/domain/seen.ts';
import { ourTurn } from './own-standing.ts';

export type DraftsList = {
	/** An answer or a yes of the own centre is asked for; longest waiting first. */
	readonly forUs: readonly SeenProposal[];
	/** What the own centre is in and nothing is asked for now. */
	readonly ours: readonly SeenProposal[];
	readonly ourPartnerships: readonly SeenProposal[];
	/** What everybody may know of. */
	readonly others: readonly SeenProposal[];
};

/** All proposals of a board as one reader goes through them: what needs the own centre first. */
export function draftsList(seen: Pick<Seen, 'proposals'>, centreId: Id | null): DraftsList {
	const list = { forUs: [] as SeenProposal[], ours: [] as SeenProposal[], ourPartnerships: [] as SeenProposal[] };
	const others: SeenProposal[] = [];
	const byAge = [...seen.proposals.values()].sort((a, b) => a.createdAt - b.createdAt);
	for (const proposal of byAge) {
		const own = proposal.parties.find((party) => party.centreId === centreId)?.is;
		if (own !== 'in' && own !== 'invited') others.unshift(proposal);
		else if (own === 'invited' || ourTurn(proposal, centreId)) list.forUs.push(proposal);
		else if (proposal.is === 'partnership') list.ourPartnerships.unshift(proposal);
		else list.ours.unshift(proposal);
	}
	return { ...list, others };
}
