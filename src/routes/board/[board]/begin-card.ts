import type { BoardPlace } from '#lib/board/board-place.svelte.ts';
import type { CardDesk } from '#lib/board/card-desk.svelte.ts';
import type { CardKind } from '#lib/domain/board.ts';
import { announcer } from '#lib/ui/announcer.svelte.ts';

/** Opens the form of a card, or tells why nothing can be posted now. */
export function beginCard(kind: CardKind, desk: Pick<CardDesk, 'noPosting'>, place: Pick<BoardPlace, 'compose'>): void {
	if (desk.noPosting === null) place.compose(kind);
	else announcer.show(desk.noPosting);
}
