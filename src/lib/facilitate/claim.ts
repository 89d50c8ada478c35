import { ask } from '#lib/board/rest.ts';
import { refusalWords } from '#lib/board/refusal-words.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { FacilitatorClaimed, SessionsHere, Workshop } from '#lib/protocol/rest.ts';

/** What a browser finds at the door of the control room. */
export type FacilitatorDoor =
	| { readonly is: 'claimed'; readonly board: Id }
	| { readonly is: 'workshops'; readonly workshops: readonly Workshop[] }
	| { readonly is: 'nobody' }
	| { readonly is: 'refused'; readonly sentence: string; readonly canRetry: boolean };

/** @param token what stood behind `#` in the one-time link; empty: only look which session this browser holds */
export async function openFacilitatorDoor(token: string): Promise<FacilitatorDoor> {
	if (token !== '') {
		const claimed = await ask<FacilitatorClaimed>('POST', '/api/facilitator/claim', 'facilitator', { token });
		if (claimed.ok) return { is: 'claimed', board: claimed.body.board };
		return refused(claimed.problem);
	}
	const sessions = await ask<SessionsHere>('GET', '/api/sessions', 'facilitator');
	if (!sessions.ok) return refused(sessions.problem);
	const { facilitator } = sessions.body;
	return facilitator ? { is: 'workshops', workshops: facilitator.workshops } : { is: 'nobody' };
}

function refused(problem: Parameters<typeof refusalWords>[0]): FacilitatorDoor {
	const spent = ['link-wrong', 'link-used', 'link-expired'];
	return { is: 'refused', sentence: refusalWords(problem), canRetry: !spent.includes(problem.code) };
}
