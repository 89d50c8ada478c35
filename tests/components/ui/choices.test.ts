import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ChoicesStage from './stages/ChoicesStage.svelte';

beforeEach(async () => {
	await render(ChoicesStage);
});

describe('a choice of two views', () => {
	test('is a group of radio buttons with a name', async () => {
		await expect.element(page.getByRole('group', { name: 'View' })).toBeInTheDocument();
		await expect.element(page.getByRole('radio', { name: 'Board' })).toBeChecked();
	});

	test('changes with a press and with the arrows', async () => {
		await page.getByRole('radio', { name: 'Outline' }).click();
		await expect.element(page.getByText(/view outline/)).toBeVisible();
		await userEvent.keyboard('{ArrowLeft}');
		await expect.element(page.getByText(/view board/)).toBeVisible();
	});
});

describe('the three kinds as tabs', () => {
	const tab = (name: string) => page.getByRole('tablist', { name: 'Lanes' }).getByRole('tab', { name });

	test('show one panel, named by its tab', async () => {
		await tab('6 We work here').click();
		await expect
			.element(page.getByRole('tabpanel', { name: '6 We work here' }))
			.toHaveTextContent('the lane of sector');
	});

	test('are one stop of the Tab key and change with the arrows', async () => {
		await tab('9 We need').click();
		await userEvent.keyboard('{ArrowRight}');
		await expect.element(tab('6 We work here')).toHaveFocus();
		await expect.element(tab('6 We work here')).toHaveAttribute('aria-selected', 'true');
		await userEvent.keyboard('{End}');
		await expect.element(tab('11 We can give')).toHaveFocus();
		await userEvent.keyboard('{ArrowRight}');
		await expect.element(tab('9 We need')).toHaveFocus();
		await expect.element(tab('11 We can give')).toHaveAttribute('tabindex', '-1');
	});
});

test('the three kinds without a panel are a choice of one', async () => {
	const choice = page.getByRole('radiogroup', { name: 'Kind of card' });
	await choice.getByRole('radio', { name: '11 We can give' }).click();
	await expect.element(page.getByText(/kind offer/)).toBeVisible();
	await expect.element(choice.getByRole('radio', { name: '11 We can give' })).toBeChecked();
});

test('a row is pressed anywhere, its mark and its words', async () => {
	await page.getByText('by a date').click();
	await expect.element(page.getByText(/answer later/)).toBeVisible();
	await expect
		.element(page.getByRole('radio', { name: 'Our management decides' }))
		.toHaveAccessibleDescription('by a date');
});
