import type { Id } from '#lib/domain/ids.ts';
import { browserStorage } from '#lib/ui/browser-storage.ts';
import { DraftShelf, holdsSomething, type CardDraft } from './card-draft.ts';

/** The card that this person began on this device and did not post. Read and parsed anew each time it is asked for. */
export function begunCard(board: Id, personId: Id): CardDraft | undefined {
	const draft = new DraftShelf(browserStorage(), board, personId).read(null);
	return draft && holdsSomething(draft) ? draft : undefined;
}
