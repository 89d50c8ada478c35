import type { Id } from '#lib/domain/ids.ts';
import type { Seen } from '#lib/domain/seen.ts';

/** A centre that a proposal from these cards could ask first, and why. */
export type SuggestedParty = {
	readonly centreId: Id;
	readonly why: 'card' | 'interest' | 'sector';
	/** Asked unless the person says no: whose card it is, or the only centre there is to ask. */
	readonly chosen: boolean;
};

/** Centres of the cards, then those that marked them or met in their sector; each once, the own one never. */
export function suggestedParties(
	seen: Pick<Seen, 'cards' | 'interests' | 'lines'>,
	cardIds: readonly Id[],
	own: Id | null
): readonly SuggestedParty[] {
	const found = new Map<Id, SuggestedParty['why']>();
	const add = (centreId: Id, why: SuggestedParty['why']) => {
		if (centreId !== own && !found.has(centreId)) found.set(centreId, why);
	};
	for (const id of cardIds) {
		const card = seen.cards.get(id);
		if (card && card.kind !== 'sector') add(card.centreId, 'card');
	}
	for (const id of cardIds) {
		for (const mark of seen.interests.values()) if (mark.cardId === id) add(mark.centreId, 'interest');
		for (const line of seen.lines.values()) if (line.cardId === id) add(line.centreId, 'sector');
	}
	return [...found].map(([centreId, why]) => ({ centreId, why, chosen: why === 'card' || found.size === 1 }));
}
