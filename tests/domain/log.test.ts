import { describe, expect, test } from 'vitest';
import { emptyBoard } from '#lib/domain/board.ts';
import { eventTypes } from '#lib/domain/catalogue.ts';
import type { BoardEvent } from '#lib/domain/command.ts';
import { evolve, replay } from '#lib/domain/evolve.ts';
import { readGoldenLog, withNewEvents, written } from './golden-log.ts';
import { goldenStory } from './golden-story.ts';

describe('The log', () => {
	test('a log with every event kind that was ever shipped replays to the committed board', () => {
		const { events, board } = readGoldenLog();
		expect(written(replay(emptyBoard, events))).toEqual(board);
	});

	test('the golden log has every event kind of this version', () => {
		const kinds = new Set(readGoldenLog().events.map(({ type }) => type));
		expect(eventTypes.filter((type) => !kinds.has(type))).toEqual([]);
	});

	test.each([
		['cards-revealed', 'unverified'],
		['person-verified', 'centreId']
	])('the golden log has %s as it was first shipped, and with the field %s that came later', (kind, field) => {
		const shipped = readGoldenLog().events.filter(({ type }) => type === kind);
		expect(new Set(shipped.map(({ data }) => field in (data as object)))).toEqual(new Set([false, true]));
	});

	test('writing the golden log again changes nothing in it: its story is told to the end, and what was shipped stays', () => {
		const golden = readGoldenLog();
		expect(written(withNewEvents(golden.events))).toEqual(golden);
	});

	test('what the story tells beyond a shorter log is appended to it', () => {
		const { events } = readGoldenLog();
		expect(withNewEvents(events.slice(0, -2)).events.slice(-2)).toEqual(events.slice(-2));
		const [first, second] = events as [BoardEvent, BoardEvent];
		expect(() => withNewEvents([second, first])).toThrow('Add to its end');
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
