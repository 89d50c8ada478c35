import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import MenuStage from './stages/MenuStage.svelte';

const trigger = () => page.getByRole('button', { name: 'Move to …' });
const item = (name: string) => page.getByRole('menuitem', { name });

beforeEach(async () => {
	await render(MenuStage);
});

test('a menu opens with a press, with its first item under the focus', async () => {
	await expect.element(trigger()).toHaveAttribute('aria-expanded', 'false');
	await trigger().click();
	await expect.element(item('Read')).toHaveFocus();
	await expect.element(trigger()).toHaveAttribute('aria-expanded', 'true');
});

test('the arrows go around, Home and End to the ends, a letter to the item that starts with it', async () => {
	(trigger().element() as HTMLElement).focus();
	await userEvent.keyboard('{ArrowUp}');
	await expect.element(item('Write together')).toHaveFocus();
	await userEvent.keyboard('{ArrowDown}');
	await expect.element(item('Read')).toHaveFocus();
	await userEvent.keyboard('{End}');
	await expect.element(item('Write together')).toHaveFocus();
	await userEvent.keyboard('{Home}');
	await expect.element(item('Read')).toHaveFocus();
	await userEvent.keyboard('f');
	await expect.element(item('Find partners')).toHaveFocus();
});

test('Enter chooses, closes the menu and gives the focus back', async () => {
	await trigger().click();
	await expect.element(item('Read')).toHaveFocus();
	await userEvent.keyboard('{ArrowDown}{Enter}');
	await expect.element(page.getByText('chosen find')).toBeVisible();
	await expect.element(item('Read')).not.toBeInTheDocument();
	await expect.element(trigger()).toHaveFocus();
});

test('Escape and Tab close it without choosing', async () => {
	await trigger().click();
	await expect.element(item('Read')).toHaveFocus();
	await userEvent.keyboard('{Escape}');
	await expect.element(item('Read')).not.toBeInTheDocument();
	await expect.element(trigger()).toHaveFocus();
	await trigger().click();
	await expect.element(item('Read')).toHaveFocus();
	await userEvent.keyboard('{Tab}');
	await expect.element(item('Read')).not.toBeInTheDocument();
	await expect.element(page.getByRole('button', { name: 'After' })).toHaveFocus();
	await expect.element(page.getByText('chosen nothing')).toBeVisible();
});

test('it stays within the view', async () => {
	await trigger().click();
	await expect.element(item('Read')).toHaveFocus();
	const box = page.getByRole('menu').element().getBoundingClientRect();
	expect(box.left).toBeGreaterThanOrEqual(0);
	expect(box.right).toBeLessThanOrEqual(window.innerWidth);
});
