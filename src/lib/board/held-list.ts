import type { Id } from '#lib/domain/ids.ts';
import type { CardEntry } from './card-index.ts';

/** A card as it stands in a list that somebody reads. `gone`: it was taken off the board meanwhile, and its place is kept. */
export type HeldCard = { readonly entry: CardEntry; readonly gone: boolean };

/** A list that others cannot move: what is read, and how much waits. */
export type HeldList = {
	readonly cards: readonly HeldCard[];
	/** New cards that are not in the list yet. */
	readonly fresh: number;
	/** Cards whose title changed or that are gone. */
	readonly changed: number;
};

export type HoldWish = {
	/** True where nobody reads: everything comes in at once. */
	readonly open: boolean;
	/** One's own doings come in at once. */
	readonly mine: (entry: CardEntry) => boolean;
	/** The card as the board has it now; undefined when it is gone. Cards that a filter leaves out count as there. */
	readonly now: (id: Id) => CardEntry | undefined;
};

/**
 * The list to show next. What others did waits as a number until it is asked for, so that nothing moves under a finger:
 * new cards stay out, cards that went keep their place, and a changed title stays as it was read.
 * @param current what the board has, newest first
 */
export function hold(before: HeldList | null, current: readonly CardEntry[], wish: HoldWish): HeldList {
	if (before === null || wish.open || before.cards.length === 0) return taken(before, current);
	const shown = new Map(before.cards.map((held) => [held.entry.card.id, held]));
	const coming = current.filter((entry) => !shown.has(entry.card.id));
	const own = coming.filter(wish.mine);
	let changed = 0;
	const kept: HeldCard[] = [];
	for (const held of before.cards) {
		const now = wish.now(held.entry.card.id);
		if (!now && wish.mine(held.entry)) continue;
		const next = kept.push(stillRead(held, now, wish.mine));
		const { entry, gone } = kept[next - 1] as HeldCard;
		if (gone || (now && entry.card !== now.card && entry.card.title !== now.card.title)) changed += 1;
	}
	const cards = [...own.map((entry): HeldCard => ({ entry, gone: false })), ...kept];
	const list = {
		cards: sameCards(before.cards, cards) ? before.cards : cards,
		fresh: coming.length - own.length,
		changed
	};
	return list.cards === before.cards && list.fresh === before.fresh && list.changed === before.changed ? before : list;
}

function taken(before: HeldList | null, current: readonly CardEntry[]): HeldList {
	const cards = current.map((entry): HeldCard => ({ entry, gone: false }));
	if (before && before.fresh + before.changed === 0 && sameCards(before.cards, cards)) return before;
	return { cards, fresh: 0, changed: 0 };
}

function stillRead(held: HeldCard, now: CardEntry | undefined, mine: HoldWish['mine']): HeldCard {
	if (!now) return held.gone ? held : { entry: held.entry, gone: true };
	if (now.card.title === held.entry.card.title || mine(now)) {
		return held.entry === now && !held.gone ? held : { entry: now, gone: false };
	}
	// Counts go on; the words stay until they are asked for.
	const entry = { ...now, card: held.entry.card };
	const same =
		held.entry.interests === now.interests && held.entry.lines === now.lines && held.entry.centre === now.centre;
	return same && !held.gone ? held : { entry, gone: false };
}

function sameCards(a: readonly HeldCard[], b: readonly HeldCard[]): boolean {
	return (
		a.length === b.length && a.every((held, index) => held.entry === b[index]?.entry && held.gone === b[index].gone)
	);
}
