import type { Id } from '#lib/domain/ids.ts';
import type { Moment } from '#lib/domain/board.ts';
import type { Seen, SeenProposal } from '#lib/domain/seen.ts';
import { ourTurn } from './own-standing.ts';

/** What happened to a proposal of the own centre, for whoever hears the page. */
export type ProposalNews = { readonly proposalId: Id; readonly title: string } & (
	| { readonly is: 'invited' }
	| { readonly is: 'opening'; readonly by: Id | null }
	| { readonly is: 'cancelled' }
	| { readonly is: 'opened'; readonly version: number; readonly ours: boolean }
	| { readonly is: 'confirmed'; readonly centreId: Id }
	| { readonly is: 'change-asked'; readonly by: Id | null; readonly reason: string }
	| { readonly is: 'reopened'; readonly by: Id | null; readonly reason: string }
	| { readonly is: 'joined'; readonly centreId: Id }
	| { readonly is: 'partnership' }
);

type Known = { readonly proposal: SeenProposal; readonly moments: number };

/** Compares what is seen with what was seen before. The first look is no news; what I did myself is said where I did it. */
export class ProposalNewsReader {
	#known: Map<Id, Known> | null = null;

	/** @returns what happened since the last call */
	since(seen: Pick<Seen, 'proposals' | 'drafts'>, centreId: Id | null): readonly ProposalNews[] {
		const before = this.#known;
		const known = new Map<Id, Known>();
		const news: ProposalNews[] = [];
		for (const [id, proposal] of seen.proposals) {
			const own = proposal.parties.find((party) => party.centreId === centreId)?.is;
			if (own !== 'in' && own !== 'invited') continue;
			const moments = seen.drafts.get(id)?.moments ?? [];
			known.set(id, { proposal, moments: moments.length });
			const was = before?.get(id);
			if (before && was?.proposal !== proposal) news.push(...newsOf(proposal, was, moments, centreId, own));
		}
		this.#known = known;
		return news;
	}
}

function newsOf(
	proposal: SeenProposal,
	was: Known | undefined,
	moments: readonly Moment[],
	centreId: Id | null,
	own: 'in' | 'invited'
): ProposalNews[] {
	const of = { proposalId: proposal.id, title: proposal.title };
	if (!was) return own === 'invited' ? [{ ...of, is: 'invited' }] : [];
	const { proposal: before } = was;
	const news: ProposalNews[] = [];
	for (const party of proposal.parties) {
		const earlier = before.parties.find((one) => one.centreId === party.centreId)?.is;
		if (party.is === 'in' && earlier === 'invited') news.push({ ...of, is: 'joined', centreId: party.centreId });
	}
	for (const { centreId: by } of proposal.confirmed) {
		if (!before.confirmed.some((one) => one.centreId === by)) news.push({ ...of, is: 'confirmed', centreId: by });
	}
	if (proposal.is === 'partnership' && before.is !== 'partnership') news.push({ ...of, is: 'partnership' });
	if (proposal.is === 'opening' && before.is === 'draft') {
		const pressed = moments.filter(({ what }) => what === 'opening-announced').pop();
		news.push({ ...of, is: 'opening', by: pressed?.by ?? null });
	}
	if (proposal.is === 'draft' && before.is === 'opening') news.push({ ...of, is: 'cancelled' });
	if (proposal.is === 'open' && (before.is !== 'open' || before.version !== proposal.version)) {
		news.push({ ...of, is: 'opened', version: proposal.version, ours: ourTurn(proposal, centreId) });
	}
	for (const { what, by, reason } of moments.slice(was.moments)) {
		if (what === 'change-asked' || what === 'reopened') news.push({ ...of, is: what, by, reason });
	}
	return news;
}
