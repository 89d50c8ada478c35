import { ask } from '#lib/board/rest.ts';
import { refusalWords } from '#lib/board/refusal-words.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { ScreenClaimed, SessionsHere } from '#lib/protocol/rest.ts';

/** What a browser finds at the door of a room's screen. */
export type ScreenDoor =
	| { readonly is: 'open'; readonly board: Id; readonly joinUrl: string }
	| { readonly is: 'nobody' }
	| { readonly is: 'refused'; readonly sentence: string };

/** @param token what stood behind `#` in the one-time link; empty: only look which session this browser holds */
export async function openScreenDoor(token: string): Promise<ScreenDoor> {
	if (token !== '') {
		const claimed = await ask<ScreenClaimed>('POST', '/api/screen/claim', 'screen', { token });
		return claimed.ok ? { is: 'open', ...claimed.body } : refused(claimed.problem);
	}
	const sessions = await ask<SessionsHere>('GET', '/api/sessions', 'screen');
	if (!sessions.ok) return refused(sessions.problem);
	return sessions.body.screen ? { is: 'open', ...sessions.body.screen } : { is: 'nobody' };
}

function refused(problem: Parameters<typeof refusalWords>[0]): ScreenDoor {
	return { is: 'refused', sentence: refusalWords(problem) };
}
