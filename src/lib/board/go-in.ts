import type { Joined, Workshop } from '#lib/protocol/rest.ts';
import type { Problem } from '#lib/protocol/rest-problems.ts';
import { ask } from './rest.ts';

/**
 * Takes a delegate of the forum into another of its workshops; nothing is asked again of who is here already.
 * @returns why not, or null: the board can be opened
 */
export async function goIn(
	workshop: Pick<Workshop, 'joinCode'> & { readonly joined: boolean }
): Promise<Problem | null> {
	if (workshop.joined) return null;
	const answer = await ask<Joined>('POST', `/api/join/${workshop.joinCode}/again`, 'delegate', {});
	return answer.ok ? null : answer.problem;
}
