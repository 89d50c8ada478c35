import { expect, type Page } from '@playwright/test';
import { m } from '#lib/messages/messages.ts';
import { card, expectArrived, expectBoard, postNeed, showNewCards } from './delegate.ts';
import { expectCleanAlong, type Stop } from './every-theme.ts';
import { moveToPhase } from './facilitator.ts';
import { test } from './house.ts';

test.describe.configure({ timeout: 300_000 });

const own = 'A course on hydrogen buses for evening classes';
const others = 'Who teaches hydrogen safety to mechanics already at work?';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const openDialog = (page: Page) => expect(page.getByRole('dialog')).toBeVisible();

/** Goes back from whatever lies over the board. */
async function back(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** The form of a new card, for each kind, empty and sent off too early. */
function composerStops(page: Page): readonly Stop[] {
	const kind = (name: string) => page.getByRole('dialog').getByRole('radio', { name }).click();
	return [
		['the form of a need', () => press(page, m.board_post_need())],
		['the form of a need without a title', () => press(page, m.board_post_this_need())],
		[
			'the form of an offer without its kind',
			async () => {
				await kind(m.board_kind_offer());
				await press(page, m.board_post_this_offer());
			}
		],
		[
			'the form of a card with its language and a list of fields',
			async () => {
				await press(page, m.board_language_change());
				await page.getByRole('combobox', { name: m.board_fields() }).fill('weld');
				await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
			}
		],
		[
			'the form of a card with a field chosen',
			async () => {
				await page.getByRole('listbox').getByRole('option').first().click();
				await expect(page.getByRole('list', { name: m.board_fields_chosen() })).toBeVisible();
			}
		],
		['the form of a sector', () => kind(m.board_kind_sector())],
		['the form of a sector without a sector', () => press(page, m.board_post_this_sector())],
		[
			'the form of a sector that is there',
			async () => {
				await page.getByRole('list', { name: m.board_own_sectors() }).getByRole('button').first().click();
				await expect(page.getByRole('button', { name: m.board_sector_other() })).toBeVisible();
			}
		]
	];
}

/** A card of my own and one of others, each opened. */
function cardStops(page: Page): readonly Stop[] {
	const open = async (title: string) => {
		await card(page, title).getByRole('link', { name: title, exact: true }).click();
		await openDialog(page);
	};
	return [
		['a card of others', () => open(others)],
		[
			'my own card on the board',
			async () => {
				await back(page);
				await expectArrived(page, own);
			}
		],
		['my own card', () => open(own)],
		['the question before a card is withdrawn', () => press(page, m.board_withdraw())],
		[
			'the form of a card that is changed',
			async () => {
				await page.keyboard.press('Escape');
				await press(page, m.board_edit());
				await expect(page.getByRole('dialog', { name: m.board_edit_title() })).toBeVisible();
			}
		]
	];
}

async function post(page: Page, title: string): Promise<void> {
	// Nothing that the forms before kept is posted with it.
	await page.evaluate(() => localStorage.clear());
	await page.goto(page.url().replace(/\?.*$/, ''));
	await expectBoard(page);
	await postNeed(page, title, m.board_post_this_need());
}

test('axe finds nothing on the board on a phone, in any theme, with everything opened that opens', async ({
	server,
	person
}) => {
	const [page, other, facilitator] = [await person('phone'), await person('laptop'), await person('laptop')];
	await page.goto(server.links.delegates[0]);
	await other.goto(server.links.delegates[1]);
	await Promise.all([expectBoard(page), expectBoard(other)]);
	const tab = (name: string) => page.getByRole('tab', { name }).click();
	await expectCleanAlong(page, [
		['the needs', () => tab(m.board_kind_need())],
		['the offers', () => tab(m.board_kind_offer())],
		['the sectors', () => tab(m.board_kind_sector())],
		[
			'a sector',
			async () => {
				await page.getByRole('listitem').getByRole('link').first().click();
				await openDialog(page);
			}
		],
		[
			'the filter',
			async () => {
				await back(page);
				await tab(m.board_kind_need());
				await page.getByRole('button', { name: m.board_filter() }).click();
				await openDialog(page);
			}
		],
		[
			'a filter that finds nothing',
			async () => {
				await page.getByRole('searchbox', { name: m.board_find_words() }).fill('zzzz');
				await page.getByRole('button', { name: m.board_show_count({ count: 0 }) }).click();
				await expect(page.getByText(m.board_nothing_left())).toBeVisible();
			}
		],
		[
			'who is here',
			async () => {
				await page.getByRole('button', { name: m.board_filter_clear() }).first().click();
				await page.getByRole('button', { name: m.board_state_live() }).click();
				await openDialog(page);
				await page.getByRole('dialog').getByRole('listitem').getByRole('button').first().click();
				await expect(page.getByRole('dialog').getByRole('listitem').getByRole('listitem').first()).toBeVisible();
			}
		],
		[
			'new cards that wait to be shown',
			async () => {
				await back(page);
				await postNeed(other, 'Another need', m.board_post_this_need());
				await expect(page.getByRole('button', { name: m.board_show_them({ count: 1 }) })).toBeVisible();
			}
		]
	]);
	await showNewCards(page, 1);
	await expectCleanAlong(page, composerStops(page));
	await post(page, own);
	await expectCleanAlong(page, cardStops(page));
	await back(page);
	await expectCleanAlong(page, [
		['an address of a card that is gone', () => page.goto(`${page.url().split('?')[0]}?card=none`)],
		[
			'the board without a network',
			async () => {
				await back(page);
				await page.context().setOffline(true);
				await expect(page.getByText(m.board_offline_title())).toBeVisible();
				await postNeed(page, 'A need without a network', m.board_post_when_online());
			}
		],
		[
			'a text that came back, since posting was closed meanwhile',
			async () => {
				await facilitator.goto(server.links.facilitator);
				await moveToPhase(facilitator, m.facilitate_phase_confirm());
				await page.context().setOffline(false);
				await expect(page.getByText(m.board_returned_title())).toBeVisible();
				await expect(page.getByText('A need without a network').first()).toBeVisible();
				await expect(page.getByRole('button', { name: m.board_post_need() }).last()).toHaveAttribute(
					'aria-disabled',
					'true'
				);
			}
		],
		[
			'the closed board without a network, which promises nothing',
			async () => {
				await button(page, m.board_returned_dismiss()).click();
				await page.context().setOffline(true);
				// The notice, and what is said to those who do not see it.
				await expect(page.getByText(m.board_offline_reading_title())).toHaveCount(2);
				await expect(page.getByText(m.board_offline_title(), { exact: true })).toBeHidden();
			}
		]
	]);
});

test('axe finds nothing on the board on a laptop and in its outline, in any theme, with everything opened that opens', async ({
	server,
	person
}) => {
	const page = await person('laptop');
	await page.goto(server.links.delegates[0]);
	await expectBoard(page);
	await expectCleanAlong(page, [
		['the lanes', () => expect(page.getByRole('heading', { name: m.board_kind_offer() })).toBeVisible()],
		[
			'the lanes with a filter and a name opened',
			async () => {
				await page.getByRole('complementary').getByRole('listitem').getByRole('button').first().click();
				await page.getByRole('searchbox', { name: m.board_find_words() }).fill('hydrogen');
				await expect(page.getByRole('button', { name: m.board_filter_clear() })).toBeVisible();
			}
		],
		['the outline with a filter', () => page.getByRole('radio', { name: m.board_view_outline() }).click()],
		['the outline', () => page.getByRole('button', { name: m.board_filter_clear() }).click()]
	]);
	await page.getByRole('radio', { name: m.board_view_board() }).click();
	await expectCleanAlong(page, composerStops(page));
	await post(page, own);
	await expectCleanAlong(page, cardStops(page));
	await back(page);
	await page.goto(page.url().replace(/\?.*$/, ''));
	await expectCleanAlong(page, [
		[
			'a sector',
			async () => {
				await expectBoard(page);
				const lane = page.getByRole('region', { name: m.board_kind_sector() });
				await lane.getByRole('listitem').getByRole('link').first().click();
				await openDialog(page);
			}
		],
		[
			'a first card that waits for its second',
			async () => {
				await press(page, m.board_start_from_two());
				await expect(page.getByText(m.board_choose_second())).toBeVisible();
			}
		]
	]);
});

for (const device of ['phone', 'laptop'] as const) {
	test(`axe finds nothing on My forum on a ${device}, in any theme, with its faults and questions shown`, async ({
		server,
		person
	}) => {
		const page = await person(device);
		await page.goto(server.links.delegates[0]);
		await expectBoard(page);
		const places = page.getByRole('navigation', { name: m.board_places() });
		await expectCleanAlong(page, [
			[
				'My forum',
				async () => {
					await places.getByRole('link', { name: m.board_place_me() }).click();
					await expect(page.getByRole('heading', { name: m.me_seat() })).toBeVisible();
				}
			],
			[
				'the link to another device',
				async () => {
					await press(page, m.me_device_make());
					await expect(page.getByRole('img', { name: m.me_device_qr() })).toBeVisible();
				}
			],
			[
				'a name that is missing',
				async () => {
					await page.getByRole('textbox', { name: m.me_name() }).fill('');
					await press(page, m.me_save());
					await expect(page.getByRole('textbox', { name: m.me_name() })).toHaveAttribute('aria-invalid', 'true');
				}
			],
			[
				'the question before signing out',
				async () => {
					await press(page, m.me_sign_out_all());
					await openDialog(page);
				}
			],
			[
				'the question before I am forgotten',
				async () => {
					await back(page);
					await press(page, m.me_forget());
					await openDialog(page);
				}
			]
		]);
	});
}
