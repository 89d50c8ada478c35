import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import CheckRow from '#lib/ui/CheckRow.svelte';
import TextArea from '#lib/ui/TextArea.svelte';
import TextField from '#lib/ui/TextField.svelte';

describe('a field with a limit', () => {
	test('counts down in characters as a person counts them', async () => {
		await render(TextField, { label: 'Title', most: 10, value: '👩🏽‍🏫' });
		// A teacher of four code points: the rules of the board count these, not the sixteen-bit halves.
		await expect.element(page.getByText('6 left', { exact: true }).first()).toBeVisible();
	});

	test('keeps a text that is too long, and says by how much', async () => {
		await render(TextField, { label: 'Title', most: 5 });
		await page.getByRole('textbox', { name: 'Title' }).fill('Hydrogen');
		await expect.element(page.getByText('3 too many').first()).toBeVisible();
		await expect.element(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Hydrogen');
	});

	test('is described by its hint and its count', async () => {
		await render(TextField, { label: 'Title', most: 5, hint: 'What you look for.' });
		await expect
			.element(page.getByRole('textbox', { name: 'Title' }))
			.toHaveAccessibleDescription('What you look for. 5 left');
	});
});

test('a field with a problem is marked, and the problem is heard first', async () => {
	await render(TextField, { label: 'Room code', hint: 'From the screen.', problem: 'This code is not in use.' });
	const field = page.getByRole('textbox', { name: 'Room code' });
	await expect.element(field).toHaveAttribute('aria-invalid', 'true');
	await expect.element(field).toHaveAccessibleDescription('This code is not in use. From the screen.');
	await expect.element(page.getByRole('alert')).toHaveTextContent('This code is not in use.');
});

test('a title is one line: Enter adds no break, and pasted breaks become spaces', async () => {
	await render(TextArea, { label: 'What do you need?', size: 'title' });
	const field = page.getByRole('textbox', { name: 'What do you need?' });
	await field.fill('Who teaches\nhydrogen\r\nsafety?');
	await expect.element(field).toHaveValue('Who teaches hydrogen safety?');
	await userEvent.keyboard('{Enter}');
	await expect.element(field).toHaveValue('Who teaches hydrogen safety?');
});

test('a text grows with its words, so that all of it can be read', async () => {
	await render(TextArea, { label: 'More about it' });
	const field = page.getByRole('textbox', { name: 'More about it' });
	const before = field.element().clientHeight;
	await field.fill('line\n'.repeat(12));
	await expect.poll(() => field.element().clientHeight).toBeGreaterThan(before);
	expect(field.element().scrollHeight).toBe(field.element().clientHeight);
});

test('a consent is named by its words and described by its detail', async () => {
	await render(CheckRow, { label: 'Partners may see my e-mail', detail: 'Only in this partnership.' });
	const box = page.getByRole('checkbox', { name: 'Partners may see my e-mail' });
	await expect.element(box).toHaveAccessibleDescription('Only in this partnership.');
	await page.getByText('Only in this partnership.').click();
	await expect.element(box).toBeChecked();
});
