import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyBoard, type Board } from '#lib/domain/board.ts';
import type { BoardEvent } from '#lib/domain/command.ts';
import { replay } from '#lib/domain/evolve.ts';
import { goldenStory } from './golden-story.ts';

export const goldenFile = join(import.meta.dirname, 'golden-log.json');

/** The log as it stands in the repository: its events, and the board that they sum to, as JSON. */
export function readGoldenLog(): { readonly events: readonly BoardEvent[]; readonly board: unknown } {
	return JSON.parse(readFileSync(goldenFile, 'utf8')) as ReturnType<typeof readGoldenLog>;
}

/** As JSON: the tables of a board as lists of pairs. */
export function written(value: unknown): unknown {
	const lists = (_key: string, one: unknown) => (one instanceof Map ? [...(one as Map<unknown, unknown>)] : one);
	return JSON.parse(JSON.stringify(value, lists));
}

/**
 * The stored events as they are, then what the story tells beyond them.
 * @throws when the story tells another kind of event where one is stored: it goes on at its end only
 */
export function withNewEvents(stored: readonly BoardEvent[]): { events: readonly BoardEvent[]; board: Board } {
	const told = goldenStory().events;
	const other = stored.find(({ type }, at) => type !== told[at]?.type);
	if (other) throw new Error(`The story does not tell event ${other.seq}, ${other.type}, any more. Add to its end.`);
	const events = [...stored, ...told.slice(stored.length)];
	return { events, board: replay(emptyBoard, events) };
}
