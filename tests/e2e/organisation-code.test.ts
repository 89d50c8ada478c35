import { expect, type Page } from '@playwright/test';
import { m } from '#lib/messages/messages.ts';
import { expectBoard } from './delegate.ts';
import { expectClean } from './every-theme.ts';
import { test } from './house.ts';

const organisation = 'Sample Campus Mobilité, Lyon';

/** What stands on a sheet whose QR code leads to any workshop, and what is typed from it. */
const sheetOf = ({ join, organisationCode }: { readonly join: string; readonly organisationCode: string }) => ({
	address: new URL('/', join).href,
	scanned: new URL(`/join#.${organisationCode.replaceAll('-', '')}`, join).href,
	roomCode: new URL(join).hash.slice(1)
});

async function enterRoom(page: Page, roomCode: string): Promise<void> {
	await page.getByRole('textbox', { name: m.join_room_code() }).fill(roomCode);
	await page.getByRole('button', { name: m.join_find_room() }).click();
	await expect(page).toHaveURL(/\/join#/);
}

async function goInVerified(page: Page): Promise<void> {
	await expect(page.getByRole('combobox', { name: m.join_organisation() })).toHaveValue(organisation);
	await page.getByRole('textbox', { name: m.join_name() }).fill('Nils Ferrand');
	await page.getByRole('button', { name: m.join_go_in() }).click();
	await expectBoard(page);
	await page.getByRole('link', { name: m.board_place_me() }).click();
	await expect(page.getByText(m.me_verified(), { exact: true })).toBeVisible();
}

test('an organisation code typed where a room code is asked is named, and goes along to the room, where it is tried', async ({
	server,
	person
}) => {
	const page = await person('phone');
	const { address, roomCode } = sheetOf(server.links);
	await page.goto(address);
	const field = page.getByRole('textbox', { name: m.join_room_code() });
	await field.fill(server.links.organisationCode.toLowerCase());
	// A press before the code of the page has come keeps what was typed and does nothing else: one presses again.
	await expect(async () => {
		await page.getByRole('button', { name: m.join_find_room() }).click();
		await expect(page.getByRole('status')).toContainText(m.join_organisation_code_tried(), { timeout: 2000 });
	}).toPass();
	await expect(field).toHaveValue('');
	await expect(field).toBeFocused();
	await expectClean(page, 'an organisation code that waits for the room code');
	await enterRoom(page, roomCode);
	await goInVerified(page);
});

test('a scanned sheet of any workshop asks for the room code, and then knows the organisation', async ({
	server,
	person
}) => {
	const page = await person('phone');
	const { scanned, roomCode } = sheetOf(server.links);
	await page.goto(scanned);
	await expect(page.getByText(m.join_organisation_code_then())).toBeVisible();
	await enterRoom(page, roomCode);
	await goInVerified(page);
});

test('an organisation code is given with the name, and a wrong one is said beside it and can be left out', async ({
	server,
	person
}) => {
	const page = await person('phone');
	await page.goto(server.links.join);
	// Said once the code of the page has come.
	await expect(page.getByText(m.join_who_answers({ controller: 'Sample Agency Lyon' }))).toBeVisible();
	await page.getByRole('button', { name: m.join_organisation_code_have() }).click();
	const code = page.getByRole('textbox', { name: m.join_organisation_code() });
	await expect(code).toBeFocused();
	await code.fill('0000-1111');
	await page.getByRole('textbox', { name: m.join_name() }).fill('Nils Ferrand');
	await page.getByRole('button', { name: m.join_go_in() }).click();
	await expect(code).toHaveAccessibleDescription(new RegExp(m.join_organisation_code_shape()));
	await expect(code).toBeFocused();
	await expectClean(page, 'an organisation code that is none');
	await code.fill('0000-1111-2222');
	await page.getByRole('button', { name: m.join_go_in() }).click();
	await expect(code).toHaveAccessibleDescription(new RegExp(m.refusal_delegation_code_wrong()));
	await code.fill(server.links.organisationCode);
	await code.blur();
	await goInVerified(page);
});
