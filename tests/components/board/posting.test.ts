import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-svelte';
import { loadRefusals } from '#lib/messages/messages.ts';
import { announcer } from '#lib/ui/announcer.svelte.ts';
import LaptopBoard from '../../../src/routes/board/[board]/LaptopBoard.svelte';
import PhoneBoard from '../../../src/routes/board/[board]/PhoneBoard.svelte';
import OutlineStage from './stages/OutlineStage.svelte';
import { paivi } from '../proposal-pages/partners-room.ts';
import { boardIn, partOf } from './given.ts';

beforeAll(() => loadRefusals());
afterEach(() => {
	localStorage.clear();
	announcer.closeToast();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const fields = page.getByRole('combobox', { name: /^Fields/ });

async function begin(title: string, words: string): Promise<void> {
	// An empty list invites with a button of its own, above the bar.
	await button('Post a need').last().click();
	await page.getByRole('textbox', { name: 'What do you need?' }).fill(title);
	await fields.fill(words);
}

describe('A word that was typed to find a field, and for which none was chosen', () => {
	test('is asked about before the card is posted, with the list that it finds', async () => {
		const room = boardIn('gather');
		await partOf(room, paivi, PhoneBoard);
		await begin('Trainers for evenings', 'weld');
		await button('Post this need').click();
		await expect.element(page.getByText('Choose a field for “weld”, or leave it out.')).toBeVisible();
		await expect.element(fields).toHaveFocus();
		await page.getByRole('option').first().click();
		await button('Post this need').click();
		await expect.poll(() => [...room.board.cards.values()].map(({ sectors }) => sectors.length)).toEqual([1]);
	});

	test('is left out when that is wanted', async () => {
		const room = boardIn('gather');
		await partOf(room, paivi, PhoneBoard);
		await begin('Trainers for evenings', 'weld');
		await button('Post this need').click();
		expect(room.board.cards.size).toBe(0);
		await button('Leave “weld” out').click();
		await expect.element(fields).toHaveFocus();
		await button('Post this need').click();
		await expect.poll(() => [...room.board.cards.values()].map(({ sectors }) => sectors)).toEqual([[]]);
	});

	test('is still there when the form was closed and is opened again', async () => {
		await partOf(boardIn('gather'), paivi, PhoneBoard);
		await begin('Trainers for evenings', 'weld');
		await userEvent.keyboard('{Escape}{Escape}');
		await button('Go on writing your card').last().click();
		await expect.element(fields).toHaveValue('weld');
	});
});

describe('Where posting is closed', () => {
	const why = 'Posting is closed in this phase.';

	test.each([
		['phone', PhoneBoard],
		['laptop', LaptopBoard],
		['outline', OutlineStage]
	])('the button on the %s is off, and says why when it is pressed', async (device, part) => {
		if (device === 'laptop') await page.viewport(1440, 900);
		await partOf(boardIn('confirm'), paivi, part);
		const post = button('Post a need');
		await expect.element(post).toHaveAttribute('aria-disabled', 'true');
		await expect.element(post).toHaveAccessibleDescription(why);
		await post.click({ force: true });
		expect(announcer.toast?.text).toBe(why);
		await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
		// Nothing invites to what is closed.
		await expect.element(page.getByText('Post it here.')).not.toBeInTheDocument();
		await page.viewport(360, 740);
	});

	test.each([
		['phone', PhoneBoard],
		['laptop', LaptopBoard],
		['outline', OutlineStage]
	])('a card that was begun before can still be opened on the %s', async (device, part) => {
		const room = boardIn('gather');
		await partOf(room, paivi, PhoneBoard);
		await begin('Trainers for evenings', '');
		await userEvent.keyboard('{Escape}');
		cleanup();
		if (device === 'laptop') await page.viewport(1440, 900);
		await partOf(boardIn('confirm'), paivi, part);
		await button('Go on writing your card').first().click();
		await expect.element(page.getByRole('textbox', { name: 'What do you need?' })).toHaveValue('Trainers for evenings');
		await expect.element(button('Post this need')).toHaveAttribute('aria-disabled', 'true');
		await page.viewport(360, 740);
	});
});

test('What was typed for one kind of card stays on the device when a card of another kind was posted', async () => {
	const room = boardIn('gather');
	await partOf(room, paivi, PhoneBoard);
	await begin('Trainers for evenings', 'weld');
	await page.getByRole('dialog').getByText('We work here').click();
	await page.getByRole('combobox', { name: /sector/i }).fill('constr');
	await page.getByRole('option').first().click();
	await button('Post this sector').click();
	await expect.poll(() => [...room.board.cards.values()].map(({ kind }) => kind)).toEqual(['sector']);
	await button('Go on writing your card').last().click();
	await expect.element(page.getByRole('textbox', { name: 'What do you need?' })).toHaveValue('Trainers for evenings');
	await expect.element(fields).toHaveValue('weld');
});
