import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyBoard, type Board } from '#lib/domain/board.ts';
import { eventTypes } from '#lib/domain/catalogue.ts';
import type { BoardEvent } from '#lib/domain/command.ts';
import { evolve, replay } from '#lib/domain/evolve.ts';
import { goldenStory } from './golden-story.ts';

const golden = join(import.meta.dirname, 'golden-log.json');
type Golden = { readonly events: readonly BoardEvent[]; readonly board: unknown };

/** A board as JSON: its tables as lists of pairs. */
function written(board: Board): unknown {
	return JSON.parse(
		JSON.stringify(board, (_key, value: unknown) =>
			value instanceof Map ? [...(value as Map<unknown, unknown>)] : value
		)
	);
}

describe('The log', () => {
	test('a log with every event kind that was ever shipped replays to the committed board', () => {
		expect(existsSync(golden), 'Write the golden log with: node tests/domain/write-golden-log.ts').toBe(true);
		const { events, board } = JSON.parse(readFileSync(golden, 'utf8')) as Golden;
		expect(written(replay(emptyBoard, events))).toEqual(board);
	});

	test('the golden log has every event kind of this version', () => {
		const { events } = JSON.parse(readFileSync(golden, 'utf8')) as Golden;
		const kinds = new Set(events.map(({ type }) => type));
		expect(eventTypes.filter((type) => !kinds.has(type))).toEqual([]);
	});

	test('an event that this version does not know stops the sum', () => {
		const event: BoardEvent = { seq: 1, type: 'moon-landed', at: 0, by: null, data: {}, texts: {} };
		expect(() => evolve(emptyBoard, event)).toThrow('does not know: moon-landed');
	});

	test('an event out of order stops the sum', () => {
		const [first] = goldenStory().events;
		expect(() => evolve(emptyBoard, { ...(first as BoardEvent), seq: 2 })).toThrow('does not follow');
	});

	test('the texts of any event can be erased, and the log still replays with the same seq, types, references and hashes', () => {
		const story = goldenStory();
		for (const erased of story.events) {
			const log = story.events.map((event) => (event === erased ? { ...event, texts: {} } : event));
			const board = replay(emptyBoard, log);
			expect(board.seq).toBe(story.board.seq);
			expect([...board.cards.keys()]).toEqual([...story.board.cards.keys()]);
			for (const { title, text } of board.cards.values())
				expect([typeof title, typeof text]).toEqual(['string', 'string']);
			for (const [id, proposal] of board.proposals) {
				expect(proposal.confirmations.length).toBe(story.board.proposals.get(id)?.confirmations.length);
				if ('frozen' in proposal.state) expect(proposal.state.frozen.sha256).toMatch(/^[0-9a-f]{64}$/);
			}
		}
	});
});
