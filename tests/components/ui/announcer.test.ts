import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { Announcer } from '#lib/ui/announcer.svelte.ts';
import LiveRegion from '#lib/ui/LiveRegion.svelte';

const noon = Date.UTC(2024, 8, 10, 12);
const cards = (count: number) => (count === 1 ? '1 new card' : `${count} new cards`);

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
	vi.useRealTimers();
});

const oneBreath = () => vi.advanceTimersByTime(1000);

describe('news', () => {
	test('gathers for one breath and is said once', () => {
		const announcer = new Announcer(() => noon);
		announcer.say('Phase 2, Read, has begun');
		announcer.say('The card “Welding” is in the spotlight');
		expect(announcer.spoken.text).toBe('');
		oneBreath();
		expect(announcer.spoken.text).toBe('Phase 2, Read, has begun. The card “Welding” is in the spotlight.');
	});

	test('of one topic is counted into one sentence', () => {
		const announcer = new Announcer(() => noon);
		announcer.count('cards', 1, cards);
		announcer.count('cards', 2, cards);
		oneBreath();
		expect(announcer.spoken.text).toBe('3 new cards.');
		announcer.count('cards', 1, cards);
		oneBreath();
		expect(announcer.spoken.text).toBe('1 new card.');
	});

	test('that comes twice in one breath is said once, and again in the next', () => {
		const announcer = new Announcer(() => noon);
		announcer.say('Saved.');
		announcer.say('Saved.');
		oneBreath();
		const first = announcer.spoken;
		expect(first.text).toBe('Saved.');
		announcer.say('Saved.');
		oneBreath();
		expect(announcer.spoken.text).toBe('Saved.');
		expect(announcer.spoken.turn).toBeGreaterThan(first.turn);
	});

	test('is kept newest first, with its time, until it has been read', () => {
		const announcer = new Announcer(() => noon);
		announcer.say('one');
		announcer.say('two');
		oneBreath();
		expect(announcer.kept.map((item) => item.text)).toEqual(['two', 'one']);
		expect(announcer.kept[0]?.at).toBe(noon);
		expect(announcer.unread).toBe(2);
		announcer.markRead();
		expect(announcer.unread).toBe(0);
		expect(announcer.kept).toHaveLength(2);
	});

	test('is kept up to fifty items', () => {
		const announcer = new Announcer(() => noon);
		for (let item = 1; item <= 60; item += 1) announcer.say(`item ${item}`);
		oneBreath();
		expect(announcer.kept).toHaveLength(50);
		expect(announcer.kept[0]?.text).toBe('item 60');
	});

	test('is not said while silenced, only kept; and the wish outlives the visit', () => {
		const shelf = new Map<string, string>();
		const memory = {
			getItem: (key: string) => shelf.get(key) ?? null,
			setItem: (key: string, value: string) => void shelf.set(key, value)
		};
		const first = new Announcer(() => noon, memory);
		first.silent = true;
		first.say('Phase 2 has begun');
		oneBreath();
		expect(first.spoken.text).toBe('');
		expect(first.kept).toHaveLength(1);
		expect(new Announcer(() => noon, memory).silent).toBe(true);
	});
});

describe('the live region', () => {
	test('is there before its words, polite, and holds the last batch', async () => {
		const from = new Announcer(() => noon);
		await render(LiveRegion, { from });
		await expect.element(page.getByRole('status')).toHaveAttribute('aria-live', 'polite');
		from.say('3 new cards');
		oneBreath();
		await expect.element(page.getByRole('status')).toHaveTextContent('3 new cards.');
	});

	test('comes with a message that stays until it is closed, and never takes the focus', async () => {
		const from = new Announcer(() => noon);
		await render(LiveRegion, { from });
		let undone = 0;
		from.show('Your card is withdrawn.', { label: 'Undo', run: () => (undone += 1) });
		await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible();
		expect(document.activeElement).toBe(document.body);
		vi.advanceTimersByTime(60_000);
		await page.getByRole('button', { name: 'Undo' }).click();
		expect(undone).toBe(1);
		await expect.element(page.getByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
	});
});
