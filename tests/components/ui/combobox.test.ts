import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { ComboboxOption } from '#lib/ui/combobox-option.ts';
import ComboboxStage from './stages/ComboboxStage.svelte';

const roster: readonly ComboboxOption[] = [
	{ id: 'garage', lead: 'FI', leadName: 'Finland', label: 'Sample Tampereen ajoneuvoalan ammattiopisto' },
	{ id: 'wood', lead: 'FI', leadName: 'Finland', label: 'Sample Puuala', detail: 'Tampere' },
	{ id: 'bus', lead: 'FR', leadName: 'France', label: 'Sample Campus Mobilité', detail: 'Lyon' }
];

function find(text: string): Promise<readonly ComboboxOption[]> {
	const wanted = text.toLowerCase();
	const found = roster.filter((option) => `${option.label} ${option.detail ?? ''}`.toLowerCase().includes(wanted));
	return Promise.resolve(
		found.map((option) => {
			const at = option.label.toLowerCase().indexOf(wanted);
			return at < 0 ? option : { ...option, marks: [[at, at + wanted.length] as const] };
		})
	);
}

const field = () => page.getByRole('combobox', { name: 'Your organisation' });
const options = () => page.getByRole('option');
const activeOption = () => document.getElementById(field().element().getAttribute('aria-activedescendant') ?? '');

describe('finding one of many by a part of its name', () => {
	beforeEach(async () => {
		await render(ComboboxStage, { search: find });
	});

	test('shows what was found, says how many, and marks the letters that match', async () => {
		await field().fill('tamp');
		await expect.element(options()).toHaveLength(2);
		await expect.element(field()).toHaveAttribute('aria-expanded', 'true');
		await expect.element(page.getByRole('status')).toHaveTextContent('2 found');
		expect(options().first().element().querySelector('mark')?.textContent).toBe('Tamp');
	});

	test('says the country in full where the eye sees its code', async () => {
		await field().fill('lyon');
		await expect.element(page.getByRole('option', { name: /^France, Sample Campus Mobilité/ })).toBeVisible();
	});

	test('goes through the options with the arrows, around the end, without leaving the field', async () => {
		await field().fill('tamp');
		await expect.element(options()).toHaveLength(2);
		await userEvent.keyboard('{ArrowDown}');
		expect(activeOption()?.textContent).toContain('ajoneuvoalan');
		await userEvent.keyboard('{ArrowDown}');
		expect(activeOption()?.textContent).toContain('Puuala');
		await userEvent.keyboard('{ArrowDown}');
		expect(activeOption()?.textContent).toContain('ajoneuvoalan');
		await userEvent.keyboard('{ArrowUp}');
		expect(activeOption()?.textContent).toContain('Puuala');
		await expect.element(field()).toHaveFocus();
	});

	test('chooses with Enter without sending the form', async () => {
		await field().fill('tamp');
		await expect.element(options()).toHaveLength(2);
		await userEvent.keyboard('{ArrowDown}{Enter}');
		await expect.element(page.getByText('chosen: garage')).toBeVisible();
		await expect.element(field()).toHaveValue('Sample Tampereen ajoneuvoalan ammattiopisto');
		await expect.element(page.getByText('sent 0 times')).toBeVisible();
		await expect.element(field()).toHaveAttribute('aria-expanded', 'false');
	});

	test('chooses the only one with Enter alone', async () => {
		await field().fill('lyon');
		await expect.element(options()).toHaveLength(1);
		await userEvent.keyboard('{Enter}');
		await expect.element(page.getByText('chosen: bus')).toBeVisible();
	});

	test('chooses with a finger and keeps the focus in the field', async () => {
		await field().fill('tamp');
		await page.getByRole('option', { name: /Puuala/ }).click();
		await expect.element(page.getByText('chosen: wood')).toBeVisible();
		await expect.element(field()).toHaveFocus();
	});

	test('takes a choice back as soon as the text is changed', async () => {
		await field().fill('lyon');
		await page.getByRole('option').click();
		await userEvent.keyboard('x');
		await expect.element(page.getByText('chosen: nothing')).toBeVisible();
	});

	test('closes the list with Escape and keeps the text', async () => {
		await field().fill('tamp');
		await expect.element(options()).toHaveLength(2);
		await userEvent.keyboard('{Escape}');
		await expect.element(field()).toHaveAttribute('aria-expanded', 'false');
		await expect.element(field()).toHaveValue('tamp');
	});

	test('keeps the list while its way out is used, and closes it when the focus goes on', async () => {
		await field().fill('tamp');
		await expect.element(options()).toHaveLength(2);
		await userEvent.keyboard('{Tab}');
		await expect.element(page.getByRole('button', { name: 'My organisation is not here' })).toHaveFocus();
		await userEvent.keyboard('{Tab}');
		await expect.element(page.getByRole('button', { name: 'Go in' })).toHaveFocus();
		await expect.element(field()).toHaveAttribute('aria-expanded', 'false');
	});

	test('closes the list when the press that left it becomes a scroll', async () => {
		await field().fill('tamp');
		await expect.element(options()).toHaveLength(2);
		window.dispatchEvent(new PointerEvent('pointerdown'));
		(page.getByRole('button', { name: 'Go in' }).element() as HTMLElement).focus();
		await expect.element(field()).toHaveAttribute('aria-expanded', 'true');
		window.dispatchEvent(new PointerEvent('pointercancel'));
		await expect.element(field()).toHaveAttribute('aria-expanded', 'false');
	});

	test('says what to do when nothing is found', async () => {
		await field().fill('zzz');
		await expect.element(page.getByText('Nothing found. Try fewer letters.')).toBeVisible();
		await expect.element(page.getByRole('button', { name: 'My organisation is not here' })).toBeVisible();
	});
});

test('an answer that comes late does not replace the answer to what was typed since', async () => {
	const waiting = new Map<string, () => void>();
	const search = async (text: string, signal: AbortSignal) => {
		await new Promise<void>((resolve) => waiting.set(text, resolve));
		return signal.aborted ? roster : find(text);
	};
	await render(ComboboxStage, { search });
	await field().fill('tamp');
	await expect.poll(() => waiting.has('tamp')).toBe(true);
	await expect.element(page.getByText('Looking …')).toBeVisible();
	await field().fill('lyon');
	await expect.poll(() => waiting.has('lyon')).toBe(true);
	waiting.get('lyon')?.();
	await expect.element(options()).toHaveLength(1);
	waiting.get('tamp')?.();
	await expect.element(page.getByRole('option', { name: /Campus Mobilité/ })).toBeVisible();
	await expect.element(options()).toHaveLength(1);
});

test('a search that fails says so, and the next one works', async () => {
	let broken = true;
	await render(ComboboxStage, {
		search: (text: string) => (broken ? Promise.reject(new TypeError('Failed to fetch')) : find(text))
	});
	await field().fill('tamp');
	await expect.element(page.getByText('We could not look. Try again in a moment.')).toBeVisible();
	broken = false;
	await field().fill('tampe');
	await expect.element(options()).toHaveLength(2);
});
