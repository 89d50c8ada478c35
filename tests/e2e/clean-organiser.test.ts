import { expect, type Page } from '@playwright/test';
import { m } from '#lib/messages/messages.ts';
import { expectClean, expectCleanAlong, type Stop } from './every-theme.ts';
import { test } from './house.ts';
import { rosterField } from './organiser.ts';

test.describe.configure({ timeout: 300_000 });

const who = { name: 'Hélène Marchetti', passphrase: 'seven quiet lamps by the door' };
const rosters = {
	bad: 'short_name;city;country;kind\nSample Nova;Porto;Portugalia;school of life\n;Lisboa;PT;research\n',
	good: 'short_name;city;country;kind\nSample Nova;Porto;PT;vet provider\n'
};

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');

async function back(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await expect(dialog(page)).toHaveCount(0);
}

async function toPage(page: Page, name: string): Promise<void> {
	const pages = page.getByRole('navigation', { name: m.organise_pages() });
	await pages.getByRole('link', { name }).click();
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

function entranceStops(page: Page, link: string): readonly Stop[] {
	return [
		[
			'the first link of the organiser',
			async () => {
				await page.goto(link);
				await expect(page.getByRole('heading', { name: m.organise_welcome() })).toBeVisible();
			}
		],
		[
			'a name and a passphrase that are missing',
			async () => {
				await button(page, m.organise_begin()).click();
				await expect(page.getByText(m.organise_field_missing())).toBeVisible();
			}
		],
		[
			'the overview',
			async () => {
				await page.getByRole('textbox', { name: m.organise_your_name() }).fill(who.name);
				await page.getByLabel(m.organise_new_passphrase(), { exact: true }).fill(who.passphrase);
				await button(page, m.organise_begin()).click();
				await expect(page.getByRole('heading', { level: 1, name: m.organise_overview() })).toBeVisible();
			}
		],
		['the form of the forum', () => page.getByRole('button', { name: m.organise_edit() }).first().click()],
		[
			'the form of the forum without a name',
			async () => {
				await page.getByRole('textbox', { name: m.organise_forum_name() }).fill('');
				await page.getByRole('button', { name: m.organise_save() }).click();
				await expect(page.getByText(m.organise_field_missing()).first()).toBeVisible();
			}
		]
	];
}

function rosterStops(page: Page): readonly Stop[] {
	const choose = (text: string) =>
		rosterField(page).setInputFiles({ name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
	return [
		['the roster', () => toPage(page, m.organise_roster())],
		[
			'the menu of an organisation',
			() => page.getByRole('button', { name: m.organise_actions_for({ name: 'Sample Puuala' }) }).click()
		],
		[
			'the form of an organisation',
			async () => {
				// Whether the look at the menu has left it open or not.
				await page.keyboard.press('Escape');
				await page.getByRole('button', { name: m.organise_actions_for({ name: 'Sample Puuala' }) }).click();
				await page.getByRole('menuitem', { name: m.organise_edit() }).click();
			}
		],
		[
			'the form of an organisation without a name',
			async () => {
				await back(page);
				await button(page, m.organise_add_centre()).click();
				await button(page, m.organise_save()).click();
				await expect(page.getByText(m.organise_field_missing())).toBeVisible();
			}
		],
		[
			'the question before a new code',
			async () => {
				await back(page);
				await page.getByRole('button', { name: m.organise_actions_for({ name: 'Sample Puuala' }) }).click();
				await page.getByRole('menuitem', { name: m.organise_new_code() }).click();
			}
		],
		[
			'a new code',
			async () => {
				await button(page, m.organise_new_code_confirm()).click();
				await expect(page.getByText(m.organise_new_code_done())).toBeVisible();
			}
		],
		[
			'the import of a file',
			async () => {
				await back(page);
				await page.getByText(m.organise_import(), { exact: true }).click();
				await page.getByRole('radio', { name: m.organise_then_organisations() }).click();
			}
		],
		[
			'a file with rows that are wrong',
			async () => {
				await choose(rosters.bad);
				await expect(page.getByRole('table', { name: m.organise_bad_rows() })).toBeVisible();
			}
		],
		[
			'a file as it would stand in the roster',
			async () => {
				await button(page, m.organise_import_nothing()).click();
				await choose(rosters.good);
				await expect(button(page, m.organise_import_all({ count: 1 }))).toBeVisible();
			}
		]
	];
}

function peopleStops(page: Page): readonly Stop[] {
	const actions = page.getByRole('button', { name: m.organise_actions_for({ name: 'Päivi Sundström' }) });
	return [
		['the people of the forum', () => toPage(page, m.organise_people_place())],
		[
			'people found by a word',
			async () => {
				await page.getByRole('searchbox', { name: m.organise_people_find() }).fill('paivi');
				await expect(actions).toBeVisible();
			}
		],
		['the menu of a person', () => actions.click()],
		[
			'the question before somebody is forgotten',
			async () => {
				await page.keyboard.press('Escape');
				await actions.click();
				await page.getByRole('menuitem', { name: m.organise_forget() }).click();
				await expect(page.getByText(m.organise_forget_goes())).toBeVisible();
			}
		],
		[
			'nobody found',
			async () => {
				await back(page);
				await page.getByRole('searchbox', { name: m.organise_people_find() }).fill('zzz');
				await expect(page.getByText(m.common_found({ count: 0 }))).toBeVisible();
			}
		]
	];
}

function workshopStops(page: Page): readonly Stop[] {
	const makeLink = async () => {
		await button(page, m.organise_make_link()).click();
		await expect(page.getByRole('img', { name: m.organise_link_qr() })).toBeVisible();
	};
	return [
		['the workshops', () => toPage(page, m.organise_workshops())],
		[
			'the form of a workshop without a title',
			async () => {
				await button(page, m.organise_new_workshop()).click();
				await button(page, m.organise_save()).click();
				await expect(page.getByText(m.organise_field_missing()).first()).toBeVisible();
			}
		],
		[
			'the question before a new room code',
			async () => {
				await back(page);
				await page
					.getByRole('button', { name: /^Actions for/ })
					.first()
					.click();
				await page.getByRole('menuitem', { name: m.organise_new_join_code() }).click();
			}
		],
		[
			'a facilitator link without a name',
			async () => {
				await back(page);
				await button(page, m.organise_facilitator_link()).first().click();
				await button(page, m.organise_make_link()).click();
				await expect(page.getByText(m.organise_field_missing())).toBeVisible();
			}
		],
		[
			'a facilitator link',
			async () => {
				await page.getByRole('textbox', { name: m.organise_facilitator_name() }).fill('Mirjam Kovač');
				await makeLink();
			}
		],
		[
			'the link of a screen',
			async () => {
				await back(page);
				await button(page, m.organise_screen_link()).first().click();
				await makeLink();
			}
		]
	];
}

function lastStops(page: Page): readonly Stop[] {
	return [
		[
			'the code sheets',
			async () => {
				await back(page);
				await toPage(page, m.organise_codes());
				await expect(page.getByRole('img', { name: /^QR code of/ }).first()).toBeVisible();
				// One sheet is as the next: hundreds tell axe nothing more.
				await page.getByRole('searchbox', { name: m.organise_codes_find() }).fill('sample p');
			}
		],
		[
			'the partnerships',
			async () => {
				await toPage(page, m.organise_partnerships());
				await expect(page.getByText('Timber apprentices on exchange, Jura and Tampere').first()).toBeVisible();
			}
		],
		['the way in for an organiser', () => button(page, m.organise_sign_out()).click()],
		[
			'a passphrase that does not fit',
			async () => {
				await page.getByRole('textbox', { name: m.organise_your_name() }).fill(who.name);
				await page.getByLabel(m.organise_passphrase(), { exact: true }).fill('another passphrase');
				await button(page, m.organise_sign_in()).click();
				await expect(page.getByText(m.refusal_sign_in_wrong())).toBeVisible();
			}
		]
	];
}

for (const device of ['phone', 'laptop'] as const) {
	test(`axe finds nothing on the organiser's pages on a ${device}, in any theme, with every form and its faults`, async ({
		server,
		person
	}) => {
		const page = await person(device);
		await expectCleanAlong(page, entranceStops(page, server.links.organiser));
		await expectCleanAlong(page, rosterStops(page));
		await back(page);
		await expectCleanAlong(page, peopleStops(page));
		await expectCleanAlong(page, workshopStops(page));
		await expectCleanAlong(page, lastStops(page));
		const failed: string[] = [];
		page.on('response', (answer) => answer.ok() || failed.push(`${answer.status()} ${answer.url()}`));
		await page.goto(server.links.organiser);
		await expect(page.getByRole('alert')).toContainText(m.refusal_link_used());
		await expectClean(page, 'an organiser link that was used');
		expect(failed, 'no request fails by opening a link that was used').toEqual([]);
	});

	test(`axe finds nothing on the way to the first forum on a ${device}, in any theme, with its form and its faults`, async ({
		empty,
		person
	}) => {
		const page = await person(device);
		await page.goto(empty.organiserLink);
		await page.getByRole('textbox', { name: m.organise_your_name() }).fill(who.name);
		await page.getByLabel(m.organise_new_passphrase(), { exact: true }).fill(who.passphrase);
		await button(page, m.organise_begin()).click();
		await expect(page.getByRole('textbox', { name: m.organise_forum_name() })).toBeVisible();
		await expectClean(page, 'the form of the first forum');
		await button(page, m.organise_create_forum()).click();
		await expect(page.getByText(m.organise_field_missing()).first()).toBeVisible();
		await expectClean(page, 'the form of the first forum with its faults');
		await page.goto(new URL('/organise/people', page.url()).href);
		await expect(page.getByText(m.organise_forum_first())).toBeVisible();
		await expectClean(page, 'a page that needs the forum first');
	});
}
