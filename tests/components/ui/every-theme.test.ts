import axe from 'axe-core';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import KitStage from './stages/KitStage.svelte';
import '../../../src/app.css';

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function violations(): Promise<readonly string[]> {
	const { violations: found } = await axe.run(document, {
		runOnly: rules,
		// The page of the test runner has no title of its own, and its stage no order of headings.
		rules: { 'document-title': { enabled: false }, 'heading-order': { enabled: false } }
	});
	return found.map(
		(violation) =>
			`${violation.id}: ${violation.nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`).join(' ')}`
	);
}

afterAll(async () => {
	await page.viewport(360, 740);
	document.documentElement.setAttribute('data-theme', 'light');
});

describe.each(['light', 'dark', 'contrast'])('in the %s theme', (theme) => {
	beforeEach(async () => {
		document.documentElement.setAttribute('data-theme', theme);
		await render(KitStage);
	});

	test('axe finds nothing', async () => {
		expect(await violations()).toEqual([]);
	});

	test('axe finds nothing while a dialog asks whether to keep what was typed', async () => {
		await page.getByRole('button', { name: 'Ask for a change' }).click();
		await page.getByRole('textbox', { name: 'Your reason' }).fill('a reason');
		await userEvent.keyboard('{Escape}');
		await expect.element(page.getByRole('button', { name: 'Keep writing' })).toHaveFocus();
		expect(await violations()).toEqual([]);
	});

	test('axe finds nothing while a menu and a list of options are open', async () => {
		await page.getByRole('combobox', { name: 'Your organisation' }).fill('d');
		await expect.element(page.getByRole('option', { name: /Donau/ })).toBeVisible();
		await userEvent.keyboard('{ArrowDown}');
		expect(await violations()).toEqual([]);
		await page.getByRole('button', { name: 'Move to …' }).click();
		await expect.element(page.getByRole('menuitem', { name: 'Read' })).toHaveFocus();
		expect(await violations()).toEqual([]);
	});
});

test('everything that is pressed is at least 44 pixels high, links within a sentence through their padding', async () => {
	await render(KitStage);
	const pressed = document.querySelectorAll<HTMLElement>(
		'button, a, select, summary, label:has(input), input:not([type=radio], [type=checkbox])'
	);
	const low = [...pressed].filter((element) => element.getBoundingClientRect().height < 44);
	expect(low.map((element) => element.outerHTML)).toEqual([]);
});

test('nothing is wider than a view of 320 pixels, the longest words included', async () => {
	await page.viewport(320, 640);
	await render(KitStage);
	expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
});

test('in the contrast theme all text has at least seven to one', async () => {
	document.documentElement.setAttribute('data-theme', 'contrast');
	await render(KitStage);
	const { violations: found, passes } = await axe.run(document, {
		runOnly: { type: 'rule', values: ['color-contrast-enhanced'] }
	});
	expect(found.flatMap((violation) => violation.nodes.map((node) => node.html))).toEqual([]);
	expect(passes.flatMap((pass) => pass.nodes).length).toBeGreaterThan(50);
});
