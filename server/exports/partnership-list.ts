import { isInternational, type Board } from '#lib/domain/board.ts';
import type { Id } from '#lib/domain/ids.ts';
import { plainTextOf } from '#lib/domain/rich-text.ts';
import { see, type Reader, type SeenDraft } from '#lib/domain/seen.ts';
import type { ListedParty, ListedPartnership, ListedWaiting } from '#lib/protocol/partnership-list.ts';
import type { DirectoryReader } from '../store/store.ts';

/** One board, and who reads it: a list holds nothing that its reader may not see. */
export type ReadBoard = {
	readonly board: Board;
	readonly reader: Reader;
	readonly workshop: { readonly id: string; readonly title: string };
};

/** How persons, centres and sectors are called. */
export type Names = Pick<DirectoryReader, 'personEntry' | 'centreEntry'> & {
	readonly sectorName: (code: string) => string;
};

const iso = (at: number) => new Date(at).toISOString();

/** Every partnership that all its parties have confirmed, from its frozen version; nothing else is ever in this list. */
export function confirmedPartnerships({ board, reader, workshop }: ReadBoard, names: Names): ListedPartnership[] {
	const listed: ListedPartnership[] = [];
	for (const proposal of board.proposals.values()) {
		const draft = see(board, `drafts/${proposal.id}`, reader) as SeenDraft | undefined;
		const snapshot = draft?.frozen?.snapshot;
		if (proposal.state.is !== 'partnership' || !draft?.frozen || !snapshot) continue;
		// An organisation that was invited and never joined reads the text, and is no party of what was agreed.
		if (draft.confirmations.length === 0) continue;
		listed.push({
			id: proposal.id,
			title: snapshot.title,
			language: snapshot.language,
			international: isInternational(snapshot),
			version: draft.frozen.version,
			sha256: draft.frozen.sha256,
			since: iso(proposal.state.since),
			text: plainTextOf(snapshot.text),
			parties: snapshot.parties.map((party) => listedParty(party, draft, names)),
			steps: snapshot.steps.map(({ what, owner, due }) => ({ what, owner, due })),
			cards: proposal.cardIds.flatMap((id) => {
				const card = board.cards.get(id);
				return card && see(board, `cards/${id}`, reader)
					? [{ kind: card.kind, title: card.title || card.sectors.map(names.sectorName).join(', ') }]
					: [];
			}),
			workshop
		});
	}
	return listed;
}

function listedParty(
	party: Omit<ListedParty, 'confirmedBy' | 'confirmedAt' | 'decision' | 'decidesBy' | 'contact'>,
	draft: SeenDraft,
	names: Names
): ListedParty {
	const yes = draft.confirmations.find(({ centreId }) => centreId === party.centreId);
	// A partnership has the yes of every party; without one it would not be here.
	if (!yes) throw new Error('A partnership without the yes of one of its parties');
	const { decision, decidesBy, contact } = yes;
	const confirmedBy = names.personEntry(yes.personId)?.name ?? null;
	return { ...party, confirmedBy, confirmedAt: iso(yes.at), decision, decidesBy, contact };
}

/** What waits for whom: a row for each party of an open version that has not said yes, and who is in that draft. */
export function waitingConfirmations(
	{ board, reader, workshop }: ReadBoard,
	names: Names
): { readonly waiting: ListedWaiting; readonly partyIds: readonly Id[] }[] {
	const listed: { waiting: ListedWaiting; partyIds: readonly Id[] }[] = [];
	for (const proposal of board.proposals.values()) {
		const draft = see(board, `drafts/${proposal.id}`, reader) as SeenDraft | undefined;
		const snapshot = draft?.frozen?.snapshot;
		if (proposal.state.is !== 'open' || !draft?.frozen || !snapshot) continue;
		const yes = new Set(proposal.confirmations.map(({ centreId }) => centreId));
		const nameOf = (centreId: string) => names.centreEntry(centreId)?.name ?? '';
		for (const { centreId, name, country } of snapshot.parties) {
			if (yes.has(centreId)) continue;
			const waiting = {
				proposalId: proposal.id,
				title: snapshot.title,
				version: draft.frozen.version,
				openSince: iso(draft.frozen.at),
				waitsFor: { centreId, name, country },
				saidYes: [...yes].map(nameOf),
				workshop
			};
			listed.push({ waiting, partyIds: proposal.parties.map((party) => party.centreId) });
		}
	}
	return listed;
}
