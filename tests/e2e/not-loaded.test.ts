import { expect } from '@playwright/test';
import { m } from '#lib/messages/messages.ts';
import { expectBoard } from './delegate.ts';
import { test } from './house.ts';

const lost = 'This page did not load completely.';

// A context of its own: that the page's code fails is what is tested here, and `person` would take it for a fault.
test('a page whose code does not come says so and loads again, and keeps what its address holds', async ({
	server,
	browser
}) => {
	const context = await browser.newContext({ locale: 'en-GB' });
	const page = await context.newPage();
	await page.route('**/_app/immutable/entry/**', (route) => route.abort());
	await page.goto(server.links.delegates[0]);
	await expect(page.getByRole('alert').getByText(lost)).toBeVisible();
	await page.unrouteAll();
	await page.getByRole('button', { name: 'Load it again' }).click();
	await expectBoard(page);
	await expect(page.getByText(lost)).toBeHidden();
	await context.close();
});

test('a reader of French is told in French', async ({ server, browser }) => {
	const context = await browser.newContext({ locale: 'fr-FR' });
	const page = await context.newPage();
	await page.route('**/_app/immutable/entry/**', (route) => route.abort());
	await page.goto(server.links.delegates[0]);
	await expect(page.getByRole('button', { name: 'La charger à nouveau' })).toBeVisible();
	await context.close();
});

test('a form that is sent before the code of its page has come is sent when it has', async ({ server, person }) => {
	const page = await person('phone');
	const { promise: code, resolve: come } = Promise.withResolvers<void>();
	await page.route('**/_app/immutable/entry/**', async (route) => {
		await code;
		await route.continue();
	});
	await page.goto(new URL('/', server.links.join).href, { waitUntil: 'commit' });
	await page.getByRole('textbox', { name: m.join_room_code() }).fill('7QFM2XT');
	await page.getByRole('button', { name: m.join_find_room() }).click();
	come();
	await expect(page.getByText(m.join_code_shape())).toBeVisible();
	await expect(page.getByRole('textbox', { name: m.join_room_code() })).toHaveValue('7QFM2XT');
});

test('a button that is pressed before the code of its page has come does its work when it has, once', async ({
	server,
	person
}) => {
	const page = await person('phone');
	const { promise: code, resolve: come } = Promise.withResolvers<void>();
	await page.route('**/_app/immutable/entry/**', async (route) => {
		await code;
		await route.continue();
	});
	await page.goto(server.links.join, { waitUntil: 'commit' });
	const missing = page.getByRole('button', { name: m.join_not_here(), exact: true });
	await missing.click();
	come();
	await expect(page.getByRole('textbox', { name: m.join_organisation_name() })).toBeVisible();
	await expect(missing).toBeHidden();
});

test('an address that nothing stands at says so and leads to the first page', async ({ server, person }) => {
	const page = await person('phone');
	await page.goto(new URL('/boards', server.links.join).href);
	await expect(page.getByRole('heading', { name: m.common_no_page_title() })).toBeVisible();
	await page.getByRole('link', { name: m.common_first_page() }).click();
	await expect(page.getByRole('textbox', { name: m.join_room_code() })).toBeVisible();
});
