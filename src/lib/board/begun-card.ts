import { browserStorage } from '#lib/ui/browser-storage.ts';
import type { BoardPlace } from './board-place.svelte.ts';
import { DraftShelf, holdsSomething, type CardDraft } from './card-draft.ts';
import type { LiveBoard } from './live-board.svelte.ts';

/** The card that was begun on this device and not posted. Asked while nothing lies over the board: a form may change it. */
export function begunCard(live: LiveBoard, place: BoardPlace): CardDraft | undefined {
	const { you } = live.state;
	if (!you || place.over.is !== 'nothing') return undefined;
	const draft = new DraftShelf(browserStorage(), live.id, you.personId).read(null);
	return draft && holdsSomething(draft) ? draft : undefined;
}
