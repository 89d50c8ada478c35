import type { SeenCard } from '#lib/domain/seen.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { Pending, Progress } from '#lib/sync/board-session.ts';

/** What of a card is on its way: the card itself, a change of it, or our mark on it. */
export type Underway = { readonly what: 'post' | 'edit' | 'line' | 'mark'; readonly progress: Progress };

const whatOf: Readonly<Record<string, Underway['what']>> = {
	'post-challenge': 'post',
	'post-offer': 'post',
	'post-sector': 'line',
	'leave-sector': 'line',
	'edit-card': 'edit',
	'withdraw-card': 'edit',
	'keep-card': 'edit',
	'mark-interest': 'mark',
	'unmark-interest': 'mark'
};

/** By card: the last thing said about it that the board does not include yet. A card that is being posted is that first. */
export function underwayByCard(pending: readonly Pending[]): ReadonlyMap<Id, Underway> {
	const byCard = new Map<Id, Underway>();
	for (const { command, progress } of pending) {
		const what = whatOf[command.name];
		const cardId = cardIdOf(command.input);
		if (!what || cardId === null) continue;
		if (byCard.get(cardId)?.what !== 'post') byCard.set(cardId, { what, progress });
	}
	return byCard;
}

export function cardIdOf(input: unknown): Id | null {
	if (typeof input !== 'object' || input === null || !('cardId' in input)) return null;
	return typeof input.cardId === 'string' ? input.cardId : null;
}

/**
 * Where an own card stands on the line *on this device → saved on the server → on the board*: the index of the station
 * where it is now; 3 when it has arrived; `private` and `hidden` end at the server.
 */
export function stationOf(card: SeenCard, underway: Underway | undefined): 0 | 1 | 3 | 'private' | 'hidden' {
	if (card.state.is === 'hidden') return 'hidden';
	if (underway && underway.what !== 'mark') return underway.progress === 'saved' ? 1 : 0;
	return card.state.is === 'private' ? 'private' : 3;
}
