import { expect, type Page } from '@playwright/test';
import { m } from '#lib/messages/messages.ts';

/** What an organiser does, by the names that a screen reader says. */

const who = { name: 'Orla Byrne', passphrase: 'quiet river stone lamp' };

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Opens the one-time link, chooses a passphrase and creates a forum that began today. */
export async function createForum(
	page: Page,
	link: string,
	forum: { readonly name: string; readonly controller: string }
) {
	await page.goto(link);
	await page.getByRole('textbox', { name: m.organise_your_name() }).fill(who.name);
	await page.getByLabel(m.organise_new_passphrase()).fill(who.passphrase);
	await page.getByRole('button', { name: m.organise_begin() }).click();
	await page.getByRole('textbox', { name: m.organise_forum_name() }).fill(forum.name);
	await page.getByRole('textbox', { name: m.organise_forum_place(), exact: true }).fill('Lyon');
	await page.getByLabel(m.organise_forum_first_day()).fill(day(0));
	await page.getByLabel(m.organise_forum_last_day(), { exact: true }).fill(day(2));
	await page.getByLabel(m.organise_forum_zone()).fill('Europe/Paris');
	const responsible = page.getByRole('textbox', { name: m.organise_forum_controller() });
	const create = page.getByRole('button', { name: m.organise_create_forum() });
	await create.click();
	await expect(responsible).toHaveAccessibleDescription(new RegExp(m.organise_field_missing()));
	await responsible.fill(forum.controller);
	await page
		.getByRole('textbox', { name: m.organise_forum_notice() })
		.fill('Your name is shown in the room and erased.');
	await page.getByLabel(m.organise_forum_retention()).fill(day(180));
	await create.click();
	await expect(page.getByRole('banner').getByText(forum.name)).toBeVisible();
}

type File = { readonly name: string; readonly bytes: Buffer };

/** The field for either file of the roster. */
export const rosterField = (page: Page) =>
	page.getByLabel(m.organise_file_networks()).or(page.getByLabel(m.organise_file_organisations()));

async function offerFile(page: Page, { name, bytes }: File): Promise<void> {
	await rosterField(page).setInputFiles({ name, mimeType: 'text/csv', buffer: bytes });
}

/** Whichever list is chosen: a file is read as what its columns say. Nothing is imported. */
export async function expectKindFound(page: Page, file: File, kind: string): Promise<void> {
	await expect(page.getByRole('radio', { name: kind })).not.toBeChecked();
	await offerFile(page, file);
	await expect(page.getByRole('radio', { name: kind })).toBeChecked();
	await page.getByRole('button', { name: m.organise_import_nothing() }).click();
}

/** Offers a file with faults: each of these is named, and nothing can be imported. */
export async function expectRosterRefused(page: Page, file: File, faults: readonly (string | RegExp)[]): Promise<void> {
	await offerFile(page, file);
	const report = page.getByRole('main');
	for (const fault of faults) await expect(report.getByText(fault).first()).toBeVisible();
	await expect(page.getByRole('button', { name: /^Import (all|the)/ })).toHaveCount(0);
	await page.getByRole('button', { name: m.organise_import_nothing() }).click();
}

export async function importRoster(page: Page, file: File, rows: number): Promise<void> {
	await offerFile(page, file);
	await page.getByRole('button', { name: m.organise_import_all({ count: rows }) }).click();
	await expect(page.getByText(m.organise_imported({ count: rows }))).toBeVisible();
}

/** @returns the address that phones scan */
export async function createWorkshop(page: Page, title: string): Promise<string> {
	await page.getByRole('link', { name: m.organise_workshops(), exact: true }).first().click();
	await page.getByRole('button', { name: m.organise_new_workshop() }).click();
	const dialog = page.getByRole('dialog', { name: m.organise_new_workshop() });
	await dialog.getByRole('textbox', { name: m.organise_workshop_title() }).fill(title);
	await dialog.getByRole('button', { name: m.organise_save() }).click();
	const workshop = page.getByRole('article', { name: title });
	const link = workshop.getByRole('link', { name: /\/join#/ });
	return (await link.getAttribute('href')) ?? '';
}

/** A one-time link into the room: for its facilitator, who has a name, or for its screen. */
export async function makeLink(page: Page, workshop: string, facilitator?: string): Promise<string> {
	const button = facilitator ? m.organise_facilitator_link() : m.organise_screen_link();
	await page.getByRole('article', { name: workshop }).getByRole('button', { name: button }).click();
	const dialog = page.getByRole('dialog', { name: button });
	if (facilitator) await dialog.getByRole('textbox', { name: m.organise_facilitator_name() }).fill(facilitator);
	await dialog.getByRole('button', { name: m.organise_make_link() }).click();
	const link = await dialog.getByText(/^http\S+#\S+$/).textContent();
	await page.keyboard.press('Escape');
	return link ?? '';
}

/** What stands on a centre's sheet of paper: the code, as it is typed. */
export async function codeOf(page: Page, centre: string): Promise<string> {
	const sheet = page.getByRole('article', { name: centre });
	await expect(sheet).toBeVisible();
	const groups = await sheet.locator('p.code span').allTextContents();
	return groups.join('-');
}

/** The file behind a link of the page of partnerships, as the browser saves it. */
export async function download(page: Page, files: string, format: 'XLSX' | 'CSV' | 'JSON'): Promise<Buffer> {
	const link = page.getByRole('group', { name: files }).getByRole('link', { name: format });
	const [saved] = await Promise.all([page.waitForEvent('download'), link.click()]);
	const chunks: Buffer[] = [];
	for await (const chunk of await saved.createReadStream()) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}
