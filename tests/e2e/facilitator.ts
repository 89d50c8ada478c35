import { expect, type Page } from '@playwright/test';
import { m } from '#lib/messages/messages.ts';

/** What a facilitator does in the control room, by the names that a screen reader says. */

export async function startWorkshop(page: Page): Promise<void> {
	await page.getByRole('button', { name: m.facilitate_start({ phase: m.facilitate_phase_gather() }) }).click();
	await page.getByRole('button', { name: m.facilitate_start_confirm() }).click();
	await expect(page.getByRole('dialog')).toBeHidden();
}

export async function moveToPhase(page: Page, phase: string): Promise<void> {
	await page.getByRole('button', { name: m.facilitate_other_phase() }).click();
	const dialog = page.getByRole('dialog', { name: m.facilitate_which_phase() });
	await dialog.getByRole('radio', { name: new RegExp(phase) }).check();
	await dialog.getByRole('button', { name: new RegExp(phase) }).click();
	await expect(dialog).toBeHidden();
}

export async function showOnScreen(page: Page, scene: string): Promise<void> {
	await page.getByRole('button', { name: new RegExp(m.facilitate_screen_shows()) }).click();
	const dialog = page.getByRole('dialog', { name: m.facilitate_screen_choose() });
	await dialog.getByRole('radio', { name: new RegExp(`^${scene}`) }).check();
	await dialog.getByRole('button', { name: m.facilitate_screen_apply() }).click();
	await expect(dialog).toBeHidden();
}

/** From the page of the cards. */
export async function hideCard(page: Page, title: string, reason: string): Promise<void> {
	await page.getByRole('button', { name: m.facilitate_card_actions({ title }) }).click();
	await page.getByRole('menuitem', { name: m.facilitate_hide() }).click();
	const dialog = page.getByRole('dialog', { name: m.facilitate_hide_question() });
	await dialog.getByRole('textbox', { name: m.facilitate_reason() }).fill(reason);
	await dialog.getByRole('button', { name: m.facilitate_hide_confirm() }).click();
	await expect(page.getByText(m.facilitate_card_hidden_reason({ reason }))).toBeVisible();
}
