import type { Seen } from '#lib/domain/seen.ts';

export type BoardCounts = {
	readonly published: number;
	readonly hidden: number;
	/** Every draft, the confirmed partnerships among them. */
	readonly drafts: number;
	readonly confirmed: number;
};

/** What stands on the board, as far as this reader sees it. */
export function boardCounts(seen: Seen): BoardCounts {
	let [published, hidden, confirmed] = [0, 0, 0];
	for (const { state } of seen.cards.values()) {
		if (state.is === 'published') published += 1;
		else if (state.is === 'hidden') hidden += 1;
	}
	for (const { is } of seen.proposals.values()) if (is === 'partnership') confirmed += 1;
	return { published, hidden, drafts: seen.proposals.size, confirmed };
}
