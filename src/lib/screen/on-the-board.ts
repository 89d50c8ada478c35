import type { InterestKind } from '#lib/domain/board.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { Seen, SeenCard, SeenProposal } from '#lib/domain/seen.ts';

/** Cards on the board, the newest first. */
export function newestCards(seen: Seen): readonly SeenCard[] {
	return [...seen.cards.values()]
		.filter((card) => card.state.is === 'published')
		.sort((a, b) => b.postedAt - a.postedAt || (a.id < b.id ? 1 : -1));
}

/** How many organisations speak through these cards. */
export function centresOf(cards: readonly SeenCard[]): number {
	return new Set(cards.map((card) => card.centreId)).size;
}

/** How many organisations meet at a sector's card. */
export function meetingAt(seen: Seen, cardId: Id): number {
	let count = 0;
	for (const line of seen.lines.values()) if (line.cardId === cardId) count += 1;
	return count;
}

export type SectorRow = {
	readonly id: Id;
	readonly code: string;
	readonly centres: number;
	readonly needs: number;
	readonly offers: number;
};

/** The sectors of the board with who meets there and what is tagged with them; where most meet comes first. */
export function sectorRows(seen: Seen): readonly SectorRow[] {
	const cards = newestCards(seen);
	const tagged = (code: string, kind: SeenCard['kind']) =>
		cards.filter((card) => card.kind === kind && card.sectors.includes(code)).length;
	return cards
		.filter((card) => card.kind === 'sector')
		.map(({ id, sectors: [code = ''] }) => ({
			id,
			code,
			centres: meetingAt(seen, id),
			needs: tagged(code, 'challenge'),
			offers: tagged(code, 'offer')
		}))
		.sort((a, b) => b.centres - a.centres || b.needs + b.offers - a.needs - a.offers || (a.code < b.code ? -1 : 1));
}

/** Confirmed partnerships, the newest first. */
export function partnershipsOf(seen: Seen): readonly SeenProposal[] {
	return [...seen.proposals.values()]
		.filter((proposal) => proposal.is === 'partnership')
		.sort((a, b) => (b.since ?? 0) - (a.since ?? 0) || (a.id < b.id ? -1 : 1));
}

/** Drafts that are still written, and those that wait for a yes. */
export function draftsUnderway(seen: Seen): { readonly written: number; readonly asked: number } {
	let [written, asked] = [0, 0];
	for (const { is } of seen.proposals.values()) {
		if (is === 'open') asked += 1;
		else if (is === 'draft' || is === 'opening') written += 1;
	}
	return { written, asked };
}

/** How many organisations marked each kind of interest in a card. */
export function interestIn(seen: Seen, cardId: Id): ReadonlyMap<InterestKind, number> {
	const counts = new Map<InterestKind, number>();
	for (const interest of seen.interests.values()) {
		if (interest.cardId === cardId) counts.set(interest.kind, (counts.get(interest.kind) ?? 0) + 1);
	}
	return counts;
}
