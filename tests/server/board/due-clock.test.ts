import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Due } from '#lib/domain/due.ts';
import type { Ack } from '#lib/protocol/messages.ts';
import { DueClock } from '../../../server/board/due-clock.ts';
import { TextUnreadable } from '../../../server/board/ports.ts';
import { announce, readyDraft } from '../../domain/given.ts';
import { id, paivi } from '../../domain/story.ts';
import { KnownPeople } from '../../support/known-people.ts';

const story = readyDraft().did(paivi, announce);
const refused = (code: string): Ack => ({ is: 'refused', code, sentence: '', values: {} });

/** A clock over a draft that opens in ten seconds; what is spoken gets these answers, one after the other. */
function clockWith(answers: readonly (Ack | Error)[]) {
	const said: string[] = [];
	const start = Date.now();
	const clock = new DueClock({
		board: () => story.board,
		directory: new KnownPeople(id('board'), [paivi]),
		now: () => story.now + (Date.now() - start),
		speak: (speaker, { command }: Due) => {
			said.push(`${speaker.personId === paivi.personId ? 'for Päivi' : 'for nobody'}: ${command.name}`);
			const answer = answers[said.length - 1] ?? { is: 'saved', seq: 1 };
			return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
		},
		giveUp: ({ type, data }) => {
			said.push(`${type} ${String(data['code'])}`);
			return Promise.resolve();
		},
		fault: () => void said.push('fault')
	});
	clock.watch();
	return { clock, said };
}

describe('What falls due', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	test('is spoken once, in the name of whoever asked for it, and not before its time', async () => {
		const { said } = clockWith([]);
		await vi.advanceTimersByTimeAsync(9_999);
		expect(said).toEqual([]);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(said).toEqual(['for Päivi: open-for-confirmation']);
	});
	test('is spoken again when it was too early by a clock that was set back', async () => {
		const { said } = clockWith([refused('opening-not-due')]);
		await vi.advanceTimersByTimeAsync(11_000);
		expect(said).toEqual(['for Päivi: open-for-confirmation', 'for Päivi: open-for-confirmation']);
	});
	test('comes to nothing, and says so, when whoever asked for it may not any more', async () => {
		const { said } = clockWith([refused('person-removed')]);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(said).toEqual(['for Päivi: open-for-confirmation', 'opening-failed seat']);
	});
	test('is tried for as long as the disk is full, each time after a longer while', async () => {
		const again: Ack = { is: 'again', code: 'not-saved', sentence: '' };
		const { clock, said } = clockWith(Array.from({ length: 99 }, () => again));
		await vi.advanceTimersByTimeAsync(10_000 + 250 + 500 + 1000);
		expect(said).toHaveLength(4);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(said.length).toBeLessThanOrEqual(14);
		const before = said.length;
		// What else happens on the board does not make it hurry.
		clock.watch();
		await vi.advanceTimersByTimeAsync(1);
		expect(said).toHaveLength(before);
		await vi.advanceTimersByTimeAsync(8000);
		expect(said).toHaveLength(before + 1);
		clock.close();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(said).toHaveLength(before + 1);
	});
	test('is tried for as long as the disk fails, even when the text could not be read before', async () => {
		const [damaged, disk] = [new TextUnreadable('damaged'), new Error('I/O error')];
		const { clock, said } = clockWith([damaged, damaged, damaged, ...Array.from({ length: 99 }, () => disk)]);
		await vi.advanceTimersByTimeAsync(120_000);
		clock.close();
		expect(new Set(said)).toEqual(new Set(['for Päivi: open-for-confirmation', 'fault']));
		expect(said.length).toBeGreaterThan(20);
	});
	test('comes to nothing, and says so, when its text is unreadable a few times', async () => {
		const { said } = clockWith(Array.from({ length: 99 }, () => new TextUnreadable('damaged')));
		await vi.advanceTimersByTimeAsync(60_000);
		const once = ['for Päivi: open-for-confirmation', 'fault'];
		expect(said).toEqual([...once, ...once, ...once, ...once, 'opening-failed text']);
	});
});
