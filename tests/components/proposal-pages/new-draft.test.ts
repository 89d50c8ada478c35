import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-svelte';
import NewDraft from '../../../src/routes/board/[board]/drafts/new/+page.svelte';
import { boardIn, partOf } from '../board/given.ts';
import { paivi } from './partners-room.ts';

afterEach(() => localStorage.clear());

const kept = () => Object.keys(localStorage).filter((key) => key.startsWith('begun-draft:'));
const title = page.getByRole('textbox', { name: 'Title' });
const language = () => page.getByRole('combobox', { name: 'Language that counts' });

test('a new draft that nobody has touched is not kept on the device', async () => {
	await partOf(boardIn('match'), paivi, NewDraft);
	await expect.element(title).toBeVisible();
	expect(kept()).toEqual([]);
});

test.each([
	['a title', () => title.fill('Hydrogen bus lessons'), () => title, 'Hydrogen bus lessons'],
	['another language', () => language().selectOptions('français'), language, 'fr']
])('a new draft with %s is kept on the device', async (_what, touch, field, value) => {
	const room = boardIn('match');
	await partOf(room, paivi, NewDraft);
	await touch();
	await expect.poll(kept).toHaveLength(1);
	cleanup();
	await partOf(room, paivi, NewDraft);
	await expect.element(field()).toHaveValue(value);
});
