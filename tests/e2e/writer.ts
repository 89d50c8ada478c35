import { expect, type Locator, type Page } from '@playwright/test';
import { m } from '#lib/messages/messages.ts';

/** What the partners of a draft do, by the names that a screen reader says. */

/** Starts a draft from a card on the board. @returns its address */
export async function startDraft(
	page: Page,
	card: Locator,
	title: string,
	partners: readonly string[]
): Promise<string> {
	await card.getByRole('link').first().click();
	await page.getByRole('dialog').getByRole('link', { name: m.board_start_draft() }).click();
	await page.getByRole('textbox', { name: m.proposal_title() }).fill(title);
	for (const partner of partners) await invited(page, partner).check();
	// Pressed twice by a hasty finger, it is one draft: whoever opens it by its title finds no second one.
	await page.getByRole('button', { name: m.proposal_create() }).dblclick();
	await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
	return page.url();
}

function invited(page: Page, partner: string): Locator {
	return page.getByRole('group', { name: m.proposal_ask_partners() }).getByRole('checkbox', { name: partner });
}

export function editor(page: Page): Locator {
	return page
		.getByRole('textbox', { name: m.proposal_text_label() })
		.or(page.getByRole('textbox', { name: m.proposal_our_text() }));
}

/** Writes at the end of what stands there. */
export async function write(page: Page, words: string): Promise<void> {
	await editor(page).click();
	await page.keyboard.press('Control+End');
	await page.keyboard.type(words, { delay: 10 });
}

export async function expectSaved(page: Page): Promise<void> {
	await expect(page.getByText(m.proposal_save_saved(), { exact: true })).toBeVisible();
}

export async function sayContribution(
	page: Page,
	words: string,
	button = m.proposal_say_contribution()
): Promise<void> {
	await page.getByRole('button', { name: button }).click();
	await page.getByRole('textbox', { name: m.proposal_we_give() }).fill(words);
	await page.getByRole('button', { name: m.proposal_keep() }).click();
	await expect(page.getByRole('textbox', { name: m.proposal_we_give() })).toBeHidden();
	await expect(page.getByText(words)).toBeVisible();
}

export async function addStep(page: Page, what: string): Promise<void> {
	await page.getByRole('button', { name: m.proposal_add_step() }).click();
	const dialog = page.getByRole('dialog', { name: m.proposal_step_new() });
	await dialog.getByRole('textbox', { name: m.proposal_step_what() }).fill(what);
	await dialog.getByRole('button', { name: m.proposal_keep() }).click();
	await expect(dialog).toBeHidden();
}

/** Opens the draft for everybody's yes: its writers are warned, and ten seconds later all of it is read-only. */
export async function openForYes(page: Page, version: number, readers: readonly Page[]): Promise<void> {
	await page.getByRole('button', { name: m.proposal_open_for_yes() }).click();
	for (const reader of readers)
		await expect(reader.getByRole('region', { name: m.proposal_opening_notice() })).toBeVisible();
	// Whoever still writes when everything freezes loses the editor from under the hands, and no more.
	for (const reader of readers) await editor(reader).focus();
	for (const reader of readers) {
		const frozen = new RegExp(m.proposal_version_frozen({ version, time: '.*' }));
		await expect(reader.getByText(frozen)).toBeVisible({ timeout: 20_000 });
	}
}

/** Whoever read an older version reads the new one at once, with what changed since. */
export async function readNewVersion(page: Page, version: number, change: string): Promise<void> {
	const news = page.getByRole('region', { name: m.proposal_changed_since({ version: version - 1 }) });
	await expect(news.getByText(change)).toBeVisible();
	await expect(page.getByRole('button', { name: m.proposal_our_yes({ version }) })).toBeVisible();
}

export type Contact = { readonly name: string; readonly function: string; readonly email: string };

export async function sayYes(page: Page, version: number, contact: Contact, decidesBy?: string): Promise<void> {
	if (decidesBy === undefined) await page.getByRole('radio', { name: m.proposal_agreed(), exact: true }).check();
	else {
		await page.getByRole('radio', { name: new RegExp(m.proposal_agreed_management()) }).check();
		await page.getByLabel(m.proposal_decides_by()).fill(decidesBy);
	}
	await page.getByRole('textbox', { name: m.proposal_contact_name() }).fill(contact.name);
	await page.getByRole('textbox', { name: m.proposal_contact_function() }).fill(contact.function);
	await page.getByRole('textbox', { name: m.proposal_contact_email() }).fill(contact.email);
	await page.getByRole('checkbox', { name: new RegExp(m.proposal_contact_consent()) }).check();
	await page.getByRole('button', { name: m.proposal_our_yes({ version }) }).click();
}

export async function askForChange(page: Page, reason: string): Promise<void> {
	await page.getByRole('button', { name: m.proposal_ask_change() }).click();
	const dialog = page.getByRole('dialog', { name: m.proposal_ask_change() });
	await dialog.getByRole('textbox', { name: m.proposal_reason() }).fill(reason);
	await dialog.getByRole('button', { name: m.proposal_ask_change() }).click();
	await expect(dialog).toBeHidden();
}
