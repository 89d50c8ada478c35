import { expect, type Locator, type Page } from '@playwright/test';
import { m } from '#lib/messages/messages.ts';

/** What a delegate does and sees, by the names that a screen reader says. */

export async function joinAsNewcomer(
	page: Page,
	link: string,
	who: { readonly typed: string; readonly organisation: string; readonly name: string }
): Promise<void> {
	await page.goto(link);
	await page.getByRole('combobox', { name: m.join_organisation() }).fill(who.typed);
	await page.getByRole('option', { name: who.organisation }).click();
	await page.getByRole('textbox', { name: m.join_name() }).fill(who.name);
	await page.getByRole('button', { name: m.join_go_in() }).click();
	await expectBoard(page);
}

/** The board is there with its cards: the tab of the needs on a phone, their lane on a laptop. */
export async function expectBoard(page: Page): Promise<void> {
	await expect(page).toHaveURL(/\/board\/[^/]+$/);
	const tab = page.getByRole('tab', { name: m.board_kind_need() });
	const lane = page.getByRole('heading', { name: m.board_kind_need() });
	// A phone has both, one of them only heard.
	await expect(tab.or(lane).first()).toBeVisible();
}

/** Fills in the form of a new need and sends it off; what becomes of it is shown on its card. */
export async function postNeed(page: Page, title: string, send: string): Promise<void> {
	const form = await compose(page, m.board_kind_need(), m.board_post_need());
	await form.getByRole('textbox', { name: m.board_ask_need() }).fill(title);
	await form.getByRole('button', { name: send }).click();
	await expect(form).toBeHidden();
}

/** On a phone from the tab of the kind, on a laptop from its lane. */
async function compose(page: Page, kind: string, button: string): Promise<Locator> {
	const tab = page.getByRole('tab', { name: kind });
	if ((await tab.count()) > 0) await tab.click();
	// An empty lane invites with a button of its own, above the bar of the page.
	await page.getByRole('button', { name: button }).last().click();
	return page.getByRole('dialog', { name: m.board_compose_title() });
}

export async function postOffer(page: Page, title: string, offerKind: string): Promise<void> {
	const form = await compose(page, m.board_kind_offer(), m.board_post_offer());
	await form.getByRole('textbox', { name: m.board_ask_offer() }).fill(title);
	await form.getByRole('combobox', { name: m.board_offer_kind() }).selectOption({ label: offerKind });
	await form.getByRole('button', { name: m.board_post_this_offer() }).click();
	await expect(form).toBeHidden();
}

/** Finds a sector by everyday words and posts it with a line. */
export async function postSector(
	page: Page,
	sector: { readonly words: string; readonly name: string },
	line: string
): Promise<void> {
	const form = await compose(page, m.board_kind_sector(), m.board_post_sector());
	await form.getByRole('combobox', { name: m.board_ask_sector() }).fill(sector.words);
	await form.getByRole('option', { name: sector.name }).click();
	await form.getByRole('textbox', { name: m.board_line_label() }).fill(line);
	await form.getByRole('button', { name: m.board_post_this_sector() }).click();
	await expect(form).toBeHidden();
}

/** The card's place in its list. */
export function card(page: Page, title: string): Locator {
	return page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title, exact: true }) });
}

/** The author is told in words that the card has arrived. */
export async function expectArrived(page: Page, title: string): Promise<void> {
	await expect(card(page, title)).toHaveCount(1);
	await expect(card(page, title)).toContainText(m.board_on_board());
	await expect(card(page, title).getByRole('list', { name: m.board_where_card() })).toBeHidden();
}

/** Others' new cards wait on a phone until its reader asks for them. */
export async function showNewCards(page: Page, count: number): Promise<void> {
	await expect(page.getByText(m.board_new_cards({ count }), { exact: true })).toBeVisible();
	await page.getByRole('button', { name: m.board_show_them({ count }) }).click();
}
