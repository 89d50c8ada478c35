import { preloadCode } from '$app/navigation';
import { areasOf } from '#lib/messages/areas.ts';
import { loadMessages, locale } from '#lib/messages/messages.ts';

/**
 * Fetches what the board is drawn with while somebody still types on the way in. What is not reached now is asked for
 * again on the board, and that says so.
 */
export async function fetchBoardAhead(): Promise<void> {
	await Promise.allSettled([preloadCode('/board/ahead'), loadMessages(locale, areasOf('/board/[board]'))]);
}
