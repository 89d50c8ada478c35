import type { Id } from '#lib/domain/ids.ts';

const keyOf = (board: Id) => `last-person:${board}`;

/** Keeps who this device was on a board, so that what they wrote is found when the server will not have them any more. */
export function rememberPerson(memory: Pick<Storage, 'setItem'> | undefined, board: Id, personId: Id): void {
	try {
		memory?.setItem(keyOf(board), personId);
	} catch {
		// Full: the texts of this page are still shown, those of an earlier visit are not.
	}
}

export function lastPerson(memory: Pick<Storage, 'getItem'> | undefined, board: Id): Id | null {
	return memory?.getItem(keyOf(board)) ?? null;
}
