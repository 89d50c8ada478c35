import { expect } from '@playwright/test';
import { m } from '#lib/messages/messages.ts';
import { expectClean } from './every-theme.ts';
import { test } from './house.ts';

for (const device of ['phone', 'laptop'] as const) {
	test(`axe finds nothing on the way in on a ${device}, in any theme, with its faults shown`, async ({
		server,
		person
	}) => {
		const page = await person(device);
		await page.goto(new URL('/', server.links.join).href);
		await expect(page.getByRole('heading', { name: m.join_arrival_title() })).toBeVisible();
		await expectClean(page, 'the way in');
		await page.getByRole('textbox', { name: m.join_room_code() }).fill('no code');
		await page.getByRole('button', { name: m.join_find_room() }).click();
		await expect(page.getByText(m.join_code_shape())).toBeVisible();
		await expectClean(page, 'a room code that is none');
	});

	test(`axe finds nothing on the join page on a ${device}, in any theme, with its list open and its faults shown`, async ({
		server,
		person
	}) => {
		const page = await person(device);
		await page.goto(server.links.join);
		await expect(page.getByText(m.join_who_answers({ controller: 'Sample Agency Lyon' }))).toBeVisible();
		await expectClean(page, 'the join page');
		await page.getByText(m.join_who_sees_what()).click();
		await page.getByRole('button', { name: m.join_go_in() }).click();
		await expect(page.getByText(m.join_choose_organisation())).toBeVisible();
		await expectClean(page, 'the join page with its faults');
		await page.getByRole('combobox', { name: m.join_organisation() }).fill('sample');
		await expect(page.getByRole('option').first()).toBeVisible();
		await expectClean(page, 'the list of organisations');
		await page.getByRole('button', { name: m.join_not_here() }).click();
		await expect(page.getByRole('textbox', { name: m.join_organisation_name() })).toBeVisible();
		await expectClean(page, 'an organisation that is not in the list');
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
		await expectClean(page, 'a device link that was used');
	});

	test(`axe finds nothing on the question of a device link where somebody else has a seat, on a ${device}, in any theme`, async ({
		server,
		person
	}) => {
		const page = await person(device);
		const [own, others] = server.links.delegates;
		await page.goto(own);
		await expect(page).toHaveURL(/\/board\//);
		// The second link is printed with another host name, for another person's cookies.
		const here = new URL(others);
		here.host = new URL(page.url()).host;
		await page.goto(here.href);
		await expect(page.getByRole('button', { name: m.join_device_become({ other: 'Päivi Sundström' }) })).toBeVisible();
		await expectClean(page, 'the question of a device link');
	});
}
