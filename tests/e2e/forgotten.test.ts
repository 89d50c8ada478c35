import { expect, type Page } from '@playwright/test';
import { m } from '#lib/messages/messages.ts';
import { expectBoard, joinAsNewcomer, postNeed } from './delegate.ts';
import { test } from './house.ts';

const newcomer = { typed: 'campus mobilite', organisation: 'Sample Campus Mobilité, Lyon', name: 'Zoë Ørsted' };
const elsewhere = 'Sample Süddeutsche Busflotten';
const title = 'A course on hydrogen buses for evening classes';

/** What the address bar, a dialog and the page's own words never hold: the server's answer to somebody else. */
async function answersTo(page: Page): Promise<string> {
	const board = page.url().split('/board/')[1]?.split(/[/?#]/)[0] ?? '';
	return page.evaluate(async (id) => (await fetch(`/api/boards/${id}/seen`)).text(), board);
}

test('a delegate asks to be forgotten: the dialog says what goes and what stays, and nobody reads the name again', async ({
	server,
	person
}) => {
	const [phone, other] = [await person('phone'), await person('laptop')];
	await joinAsNewcomer(phone, server.links.join, newcomer);
	await postNeed(phone, title, m.board_post_this_need());
	await joinAsNewcomer(other, server.links.join, { ...newcomer, name: 'Amélie' });
	await other.getByRole('link', { name: title, exact: true }).click();
	await expect(other.getByText('Zoë Ørsted').first()).toBeVisible();

	await phone.goto(`${phone.url().split('?')[0]}/me`);
	await phone.getByRole('button', { name: m.me_forget(), exact: true }).click();
	const dialog = phone.getByRole('dialog', { name: m.me_forget_ask() });
	for (const words of [m.me_forget_goes(), m.me_forget_stays(), m.me_forget_out()]) {
		await expect(dialog.getByText(words)).toBeVisible();
	}
	await dialog.getByRole('button', { name: m.me_forget(), exact: true }).click();
	await expect(phone).not.toHaveURL(/\/board\//);

	await expect(other.getByText('Zoë Ørsted')).toHaveCount(0);
	await expect(other.getByText(m.board_no_name()).first()).toBeVisible();
	const bytes = await answersTo(other);
	expect(bytes).toContain(title);
	expect(bytes).not.toContain('Ørsted');
	const kept = await phone.evaluate(() => JSON.stringify(Object.entries(localStorage)));
	expect(kept).not.toContain('Ørsted');
});

test('a delegate changes to another organisation and is not verified for it; the card stays with the one before', async ({
	server,
	person
}) => {
	const phone = await person('phone');
	await phone.goto(server.links.delegates[0]);
	await expectBoard(phone);
	await phone.goto(`${phone.url().split('?')[0]}/me`);
	await expect(phone.getByText(m.me_verified(), { exact: true })).toBeVisible();
	await phone.getByRole('button', { name: m.me_change_centre() }).click();
	const dialog = phone.getByRole('dialog', { name: m.me_change_centre_title() });
	await dialog.getByRole('button', { name: m.me_change_centre() }).click();
	await expect(dialog.getByText(m.me_change_centre_choose())).toBeVisible();
	await dialog.getByRole('combobox', { name: m.me_change_centre_field() }).fill(elsewhere);
	await dialog.getByRole('option', { name: elsewhere }).click();
	await dialog.getByRole('button', { name: m.me_change_centre() }).click();
	await expect(dialog).toBeHidden();
	await expect(phone.getByText(elsewhere, { exact: true })).toBeVisible();
	await expect(phone.getByText(m.me_not_verified(), { exact: true })).toBeVisible();
	await expect(phone.getByRole('textbox', { name: m.me_code() })).toBeVisible();
});

test('an organiser takes a name away on request, and is told why an organisation in use stays', async ({
	server,
	person
}) => {
	const [phone, office] = [await person('phone'), await person('laptop')];
	await joinAsNewcomer(phone, server.links.join, newcomer);
	await office.goto(server.links.organiser);
	await office.getByRole('textbox', { name: m.organise_your_name() }).fill('Orla Byrne');
	await office.getByLabel(m.organise_new_passphrase()).fill('quiet river stone lamp');
	await office.getByRole('button', { name: m.organise_begin() }).click();
	await office.getByRole('link', { name: m.organise_people_place(), exact: true }).click();
	await office.getByRole('searchbox', { name: m.organise_people_find() }).fill('orsted');
	const line = office.getByRole('listitem').filter({ hasText: 'Zoë Ørsted' });
	await expect(line).toContainText('Sample Campus Mobilité');
	await line.getByRole('button', { name: m.organise_actions_for({ name: 'Zoë Ørsted' }) }).click();
	await office.getByRole('menuitem', { name: m.organise_forget() }).click();
	const dialog = office.getByRole('dialog', { name: m.organise_forget_question({ name: 'Zoë Ørsted' }) });
	await dialog.getByRole('button', { name: m.organise_forget() }).click();
	await expect(dialog).toBeHidden();
	await expect(line).toHaveCount(0);

	await office.getByRole('link', { name: m.organise_roster(), exact: true }).click();
	await office.getByRole('searchbox', { name: m.organise_find_centre() }).fill('campus mobilite');
	const centre = office.getByRole('listitem').filter({ hasText: 'Sample Campus Mobilité' }).last();
	await centre.getByRole('button', { name: /Sample Campus/ }).click();
	await office.getByRole('menuitem', { name: m.organise_take_off() }).click();
	const stays = office.getByRole('dialog');
	await stays.getByRole('button', { name: m.organise_take_off() }).click();
	await expect(stays.getByRole('alert')).toContainText('You can edit it.');
});
