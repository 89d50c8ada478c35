import { expect, type Page } from '@playwright/test';
import { m } from '#lib/messages/messages.ts';
import { test } from './house.ts';
import { violations } from '../support/violations.ts';

const themes = [
	{ theme: 'light', colorScheme: 'light', contrast: 'no-preference' },
	{ theme: 'dark', colorScheme: 'dark', contrast: 'no-preference' },
	{ theme: 'contrast', colorScheme: 'light', contrast: 'more' }
] as const;

/** The page as it stands, in every theme that the device may ask for. */
async function expectCleanInEveryTheme(page: Page): Promise<void> {
	for (const { theme, colorScheme, contrast } of themes) {
		await page.emulateMedia({ colorScheme, contrast });
		await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
		expect(await violations(page), `in the ${theme} theme`).toEqual([]);
	}
}

for (const device of ['phone', 'laptop'] as const) {
	test(`axe finds nothing on the way in on a ${device}, in any theme, with its faults shown`, async ({
		server,
		person
	}) => {
		const page = await person(device);
		await page.goto(new URL('/', server.links.join).href);
		await expect(page.getByRole('heading', { name: m.join_arrival_title() })).toBeVisible();
		await expectCleanInEveryTheme(page);
		await page.getByRole('textbox', { name: m.join_room_code() }).fill('no code');
		await page.getByRole('button', { name: m.join_find_room() }).click();
		await expect(page.getByText(m.join_code_shape())).toBeVisible();
		await expectCleanInEveryTheme(page);
	});

	test(`axe finds nothing on the join page on a ${device}, in any theme, with its list open and its faults shown`, async ({
		server,
		person
	}) => {
		// Axe looks at the page twelve times.
		test.slow();
		const page = await person(device);
		await page.goto(server.links.join);
		await expect(page.getByText(m.join_who_answers({ controller: 'Sample Agency Lyon' }))).toBeVisible();
		await expectCleanInEveryTheme(page);
		await page.getByText(m.join_who_sees_what()).click();
		await page.getByRole('button', { name: m.join_go_in() }).click();
		await expect(page.getByText(m.join_choose_organisation())).toBeVisible();
		await expectCleanInEveryTheme(page);
		await page.getByRole('combobox', { name: m.join_organisation() }).fill('sample');
		await expect(page.getByRole('option').first()).toBeVisible();
		await expectCleanInEveryTheme(page);
		await page.getByRole('button', { name: m.join_not_here() }).click();
		await expect(page.getByRole('textbox', { name: m.join_organisation_name() })).toBeVisible();
		await expectCleanInEveryTheme(page);
	});

	test(`axe finds nothing on the page of a device link that was used, on a ${device}, in any theme`, async ({
		server,
		person
	}) => {
		const [first, page] = [await person(device), await person(device)];
		await first.goto(server.links.delegates[0]);
		await expect(first).toHaveURL(/\/board\//);
		await page.goto(server.links.delegates[0]);
		await expect(page.getByRole('alert')).toContainText(m.refusal_link_used());
		await expectCleanInEveryTheme(page);
	});
}
