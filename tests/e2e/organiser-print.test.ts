import { expect } from '@playwright/test';
import { m } from '#lib/messages/messages.ts';
import { test } from './house.ts';

test('a printed list of partnerships holds the whole text of each, which the screen keeps closed', async ({
	server,
	person
}) => {
	const page = await person('laptop');
	await page.goto(server.links.organiser);
	await page.getByRole('textbox', { name: m.organise_your_name() }).fill('Odile Marchand');
	await page.getByLabel(m.organise_new_passphrase(), { exact: true }).fill('seven quiet lamps by the door');
	await page.getByRole('button', { name: m.organise_begin() }).click();
	const pages = page.getByRole('navigation', { name: m.organise_pages() });
	await pages.getByRole('link', { name: m.organise_partnerships() }).click();
	const partnership = page.getByRole('article', { name: 'Timber apprentices on exchange, Jura and Tampere' });
	const text = partnership.getByText('They go in pairs').filter({ visible: true });
	await expect(partnership).toBeVisible();
	await expect(text).toHaveCount(0);
	await page.emulateMedia({ media: 'print' });
	await expect(text).toHaveCount(1);
	await expect(pages).toBeHidden();
});
