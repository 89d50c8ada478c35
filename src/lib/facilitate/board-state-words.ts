import type { Room } from '#lib/domain/board.ts';
import { phaseAllows } from '#lib/domain/phases.ts';
import { m } from '#lib/messages/messages.ts';

type StateWords = { readonly title: string; readonly detail: string };

/** What delegates may do with cards now: the lock says it first, then the phase. */
export function boardStateWords({ locked, phase }: Pick<Room, 'locked' | 'phase'>): StateWords {
	if (locked) return { title: m.facilitate_board_locked(), detail: m.facilitate_board_locked_detail() };
	if (phase === null) return { title: m.facilitate_board_before(), detail: m.facilitate_board_before_detail() };
	if (phaseAllows(phase, 'post')) {
		return { title: m.facilitate_board_open(), detail: m.facilitate_board_open_detail() };
	}
	if (phaseAllows(phase, 'edit')) {
		return { title: m.facilitate_board_no_new(), detail: m.facilitate_board_no_new_detail() };
	}
	return { title: m.facilitate_board_over(), detail: m.facilitate_board_over_detail() };
}
