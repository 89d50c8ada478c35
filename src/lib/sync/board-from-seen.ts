import type { Board, Card, Interest, Party, Proposal, SectorLine } from '#lib/domain/board.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { Seen, SeenDraft, SeenProposal } from '#lib/domain/seen.ts';

/**
 * The board as far as one reader sees it, so that the phone can ask the same `decide` as the server. What is not seen is
 * not there: only the server's answer counts.
 */
export function boardFromSeen(seen: Seen, seq: number): Board {
	const sectorCards = new Map<string, Id>();
	for (const card of seen.cards.values()) {
		if (card.kind === 'sector' && card.state.is === 'published') sectorCards.set(card.sectors[0] ?? '', card.id);
	}
	const proposals = new Map<Id, Proposal>();
	for (const [id, proposal] of seen.proposals) proposals.set(id, proposalFromSeen(proposal, seen.drafts.get(id)));
	return {
		seq,
		room: seen.room.get('room') ?? emptyRoom,
		// A screen's records lack persons; a screen decides nothing.
		cards: seen.cards as ReadonlyMap<string, Card>,
		interests: seen.interests as ReadonlyMap<string, Interest>,
		lines: seen.lines as ReadonlyMap<string, SectorLine>,
		proposals,
		members: seen.members,
		sectorCards
	};
}

const emptyRoom = {
	phase: null,
	phaseSince: null,
	locked: false,
	privateWriting: false,
	scene: 'join',
	sceneCardId: null
} as const;

function proposalFromSeen(proposal: SeenProposal, draft: SeenDraft | undefined): Proposal {
	const { id, title, language, createdAt, cardIds, version } = proposal;
	const parties: readonly Party[] =
		draft?.parties ??
		proposal.parties.map(({ centreId, role, is }) => ({
			centreId,
			role,
			contribution: '',
			country: null,
			kind: null,
			state: { is, by: '', at: 0, reason: '' }
		}));
	return {
		id,
		title,
		language,
		createdAt,
		cardIds,
		version,
		parties,
		createdBy: draft?.createdBy ?? '',
		createdFor: draft?.createdFor ?? '',
		letIn: draft?.letIn ?? [],
		steps: draft?.steps ?? [],
		state: stateFromSeen(proposal, draft),
		confirmations: draft?.confirmations ?? [],
		moments: draft?.moments ?? []
	};
}

function stateFromSeen({ is, opensAt, version, since }: SeenProposal, draft: SeenDraft | undefined): Proposal['state'] {
	const frozen = draft?.frozen ?? { version, at: 0, by: '', sha256: '', snapshot: null };
	if (is === 'opening') return { is, by: '', at: 0, opensAt: opensAt ?? 0 };
	if (is === 'open') return { is, frozen };
	if (is === 'partnership') return { is, frozen, since: since ?? 0 };
	return { is: 'draft' };
}
