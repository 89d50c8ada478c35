import type { Board } from './board.ts';
import type { BoardEvent } from './command.ts';
import { eventOfType } from './catalogue.ts';

/** The texts of an erased event are gone; its shape must still sum up, so a missing text reads as empty. */
const erased = new Proxy<Record<string, string>>({}, { get: () => '' });

/**
 * Adds one fact to the sum.
 * @throws when the type is unknown, or when the event is not the next one of this board
 */
export function evolve(board: Board, event: BoardEvent): Board {
	if (event.seq !== board.seq + 1) throw new Error(`Event ${event.seq} does not follow ${board.seq}`);
	const definition = eventOfType(event.type);
	const texts = Object.keys(event.texts).length === 0 ? erased : event.texts;
	const { data, at, by } = event;
	return { ...definition.evolve(board, { data, texts, at, by }), seq: event.seq };
}

/** The sum of a whole log. */
export function replay(start: Board, events: Iterable<BoardEvent>): Board {
	let board = start;
	for (const event of events) board = evolve(board, event);
	return board;
}
