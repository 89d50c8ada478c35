import { expect } from '@playwright/test';
import { m } from '#lib/messages/messages.ts';
import { expectFormsFetched } from './fetched-parts.ts';
import { test } from './house.ts';
import { card, expectArrived, expectBoard, joinAsNewcomer, postNeed, showNewCards } from './delegate.ts';

const newcomer = { typed: 'campus mobilite', organisation: 'Sample Campus Mobilité, Lyon', name: 'Zoë Ørsted' };
const titles = {
	live: 'A course on hydrogen buses for evening classes',
	offline: 'A host company in Ravenna for two apprentices'
};

test('a newcomer is told who is responsible, finds the organisation without its accents, and is in', async ({
	server,
	person
}) => {
	const phone = await person('phone');
	await phone.goto(server.links.join);
	await expect(phone.getByText(m.join_who_answers({ controller: 'Sample Agency Lyon' }))).toBeVisible();
	await expect(phone.getByText(/People at this forum see your name until .*\d{4}\./)).toBeVisible();
	await joinAsNewcomer(phone, server.links.join, newcomer);
	await expect(phone.getByRole('heading', { level: 1 })).not.toBeEmpty();
});

test('whoever goes in without a name or an organisation is told what is missing', async ({ server, person }) => {
	const phone = await person('phone');
	await phone.goto(server.links.join);
	await phone.getByRole('button', { name: m.join_go_in() }).click();
	const organisation = phone.getByRole('combobox', { name: m.join_organisation() });
	await expect(organisation).toHaveAccessibleDescription(new RegExp(m.join_choose_organisation()));
	await expect(organisation).toBeFocused();
	await organisation.fill(newcomer.typed);
	await phone.getByRole('option', { name: newcomer.organisation }).click();
	await phone.getByRole('button', { name: m.join_go_in() }).click();
	const name = phone.getByRole('textbox', { name: m.join_name() });
	await expect(name).toHaveAccessibleDescription(new RegExp(m.join_name_missing()));
	await expect(name).toBeFocused();
});

test('what is typed and sent before the code of the page has come is still there, and is looked for', async ({
	server,
	person
}) => {
	const phone = await person('phone');
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await phone.route('**/_app/**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await phone.goto(server.links.join, { waitUntil: 'commit' });
	await phone.getByRole('combobox', { name: m.join_organisation() }).fill(newcomer.typed);
	await phone.getByRole('textbox', { name: m.join_name() }).fill(newcomer.name);
	await phone.getByRole('button', { name: m.join_go_in() }).click();
	release();
	await phone.getByRole('option', { name: newcomer.organisation }).click();
	await expect(phone.getByRole('textbox', { name: m.join_name() })).toHaveValue(newcomer.name);
	await phone.getByRole('button', { name: m.join_go_in() }).click();
	await expectBoard(phone);
});

test('two delegates come in by their links, a third by the room code, and each sees what the others post', async ({
	server,
	person
}) => {
	const [phone, laptop, other] = [await person('phone'), await person('laptop'), await person('phone')];
	await phone.goto(server.links.delegates[0]);
	await laptop.goto(server.links.delegates[1]);
	await Promise.all([expectBoard(phone), expectBoard(laptop), joinAsNewcomer(other, server.links.join, newcomer)]);

	await postNeed(phone, titles.live, m.board_post_this_need());
	await expectArrived(phone, titles.live);
	await expect(card(laptop, titles.live)).toHaveCount(1);
	await showNewCards(other, 1);
	await expect(card(other, titles.live)).toHaveCount(1);
	await expect(card(other, titles.live)).not.toContainText(m.board_on_board());
});

test('what is posted without a network is on the board once when the network is back, even after a reload', async ({
	server,
	person,
	wire
}) => {
	const [phone, laptop] = [await person('phone', wire), await person('laptop')];
	await phone.goto(server.links.delegates[0]);
	await laptop.goto(server.links.delegates[1]);
	await Promise.all([expectBoard(phone), expectBoard(laptop)]);

	await expectFormsFetched(phone);
	wire.cut();
	await expect(phone.getByText(m.board_offline_title())).toBeVisible();
	await postNeed(phone, titles.offline, m.board_post_when_online());
	await expect(card(phone, titles.offline)).toContainText(`${m.board_on_this_phone()}, ${m.common_state_now()}`);

	wire.mend();
	await expectArrived(phone, titles.offline);
	await expect(card(laptop, titles.offline)).toHaveCount(1);
	await phone.reload();
	await expectArrived(phone, titles.offline);
	await laptop.reload();
	await expect(card(laptop, titles.offline)).toHaveCount(1);
});

test('a server that is killed has everything that it acknowledged when it starts again, and the phones come back', async ({
	server,
	person
}) => {
	const [phone, laptop] = [await person('phone'), await person('laptop')];
	await phone.goto(server.links.delegates[0]);
	await expectBoard(phone);
	await postNeed(phone, titles.live, m.board_post_this_need());
	await expectArrived(phone, titles.live);

	await server.end('SIGKILL');
	await expect(phone.getByText(m.board_offline_title())).toBeVisible();
	await postNeed(phone, titles.offline, m.board_post_when_online());
	await server.start();
	await expectArrived(phone, titles.offline);
	await expectArrived(phone, titles.live);

	await laptop.goto(server.links.delegates[1]);
	await expectBoard(laptop);
	for (const title of Object.values(titles)) await expect(card(laptop, title)).toHaveCount(1);
});
