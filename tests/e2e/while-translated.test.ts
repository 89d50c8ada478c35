import { expect, type Page } from '@playwright/test';
import { m } from '#lib/messages/messages.ts';
import { translated } from './browser-translation.ts';
import { expectBoard, postNeed } from './delegate.ts';
import { test } from './house.ts';

test.describe.configure({ timeout: 180_000 });

const titles = ['A first need while the page is translated', 'A second need while the page is translated'] as const;
const changed = 'A need that was changed while the page is translated';

/** The new words are there and the old ones are gone. */
async function expectTurned(page: Page, before: string, after: string): Promise<void> {
	await expect(page.getByText(after).first()).toBeVisible();
	await expect(page.getByText(before, { exact: true })).toHaveCount(0);
}

async function editNeed(page: Page, from: string, to: string): Promise<void> {
	await page.getByRole('link', { name: from, exact: true }).click();
	await page.getByRole('dialog').getByRole('button', { name: m.board_edit(), exact: true }).click();
	const form = page.getByRole('dialog', { name: m.board_edit_title() });
	await form.getByRole('textbox', { name: m.board_ask_need() }).fill(to);
	await form.getByRole('button', { name: m.board_save_change() }).click();
	await expect(form).toBeHidden();
}

async function markFirst(page: Page, title: string): Promise<void> {
	const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title }) });
	await row.getByRole('button', { name: m.board_mark_can_help() }).click();
}

test('the way in and the board on a phone go on while the browser translates them', async ({ server, person }) => {
	const [page, other] = [await person('phone'), await person('laptop')];
	const { expectUnbroken } = await translated(page);
	await other.goto(server.links.delegates[1]);
	await expectBoard(other);
	await page.goto(server.links.join);
	await page.getByRole('button', { name: m.join_go_in() }).click();
	await expect(page.getByText(m.join_choose_organisation())).toBeVisible();
	await page.getByRole('combobox', { name: m.join_organisation() }).fill('campus mobilite');
	await page.getByRole('option', { name: 'Mobilité' }).click();
	await page.getByRole('button', { name: m.join_go_in() }).click();
	await expectTurned(page, m.join_choose_organisation(), m.join_name_missing());
	await page.getByRole('textbox', { name: m.join_name() }).fill('Zoë Ørsted');
	await page.getByRole('button', { name: m.join_go_in() }).click();
	await expectBoard(page);

	await postNeed(other, titles[0], m.board_post_this_need());
	await expect(page.getByText(`${m.board_new_cards({ count: 1 })} ✓`, { exact: true })).toBeVisible();
	await postNeed(other, titles[1], m.board_post_this_need());
	await expect(page.getByText(`${m.board_new_cards({ count: 2 })} ✓`, { exact: true })).toBeVisible();
	await expect(page.getByText(`${m.board_new_cards({ count: 1 })} ✓`, { exact: true })).toHaveCount(0);
	await page.getByRole('button', { name: m.board_show_them({ count: 2 }) }).click();
	await expect(page.getByRole('link', { name: titles[1] })).toBeVisible();
	await markFirst(page, titles[1]);
	await expect(other.getByText(m.board_count_can_help({ count: 1 })).first()).toBeVisible();

	await postNeed(page, 'My own need while the page is translated', m.board_post_this_need());
	await expect(page.getByText(m.board_on_board()).first()).toBeVisible();
	await page.getByRole('tab', { name: m.board_kind_offer() }).click();
	await page.getByRole('tab', { name: m.board_kind_need() }).click();
	await editNeed(other, titles[0], changed);
	await expect(page.getByText(m.board_changed_cards({ count: 1 }))).toBeVisible();
	await page.getByRole('button', { name: m.board_show_them({ count: 1 }) }).click();
	await expectTurned(page, titles[0], changed);
	await page.context().setOffline(true);
	await expect(page.getByText(m.board_offline_title())).toBeVisible();
	await page.context().setOffline(false);
	await expect(page.getByText(m.board_offline_title())).toHaveCount(0);
	await expectUnbroken();
});

test('what is typed and sent on a translated page before its code has come is still there, and is sent', async ({
	server,
	person
}) => {
	const page = await person('phone');
	await translated(page);
	const { promise: code, resolve: come } = Promise.withResolvers<void>();
	await page.route('**/_app/**/*.js', async (route) => {
		await code;
		await route.continue();
	});
	await page.goto(server.links.join, { waitUntil: 'commit' });
	await page.getByRole('textbox', { name: m.join_name() }).fill('Zoë Ørsted');
	await page.getByRole('button', { name: m.join_go_in() }).click();
	await expect(page.locator('font').first(), 'the page is translated before its code').toBeAttached();
	come();
	await expect(page.getByText(m.join_choose_organisation())).toBeVisible();
	await expect(page.getByRole('textbox', { name: m.join_name() })).toHaveValue('Zoë Ørsted');
});

test('the board on a laptop, its filter and its outline go on while the browser translates them', async ({
	server,
	person
}) => {
	const [page, other, room] = [await person('laptop'), await person('laptop'), await person('laptop')];
	const { expectUnbroken } = await translated(page);
	await page.goto(server.links.delegates[0]);
	await other.goto(server.links.delegates[1]);
	await room.goto(server.links.facilitator);
	await Promise.all([expectBoard(page), expectBoard(other)]);
	await postNeed(other, titles[0], m.board_post_this_need());
	await expect(page.getByRole('link', { name: titles[0] })).toBeVisible();
	await editNeed(other, titles[0], changed);
	await expectTurned(page, titles[0], changed);
	await markFirst(page, changed);
	await expect(page.getByText(m.board_count_can_help({ count: 1 })).first()).toBeVisible();
	await page.getByRole('searchbox', { name: m.board_find_words() }).fill('changed while');
	await expect(page.getByRole('button', { name: m.board_filter_clear() }).first()).toBeVisible();
	await page.getByRole('radio', { name: m.board_view_outline() }).click();
	await expect(page.getByRole('link', { name: changed })).toBeVisible();
	await page.getByRole('button', { name: m.board_filter_clear() }).first().click();
	await page.getByRole('radio', { name: m.board_view_board() }).click();
	await room.getByRole('button', { name: m.facilitate_lock(), exact: true }).click();
	await room.getByRole('button', { name: m.facilitate_lock_confirm() }).click();
	await expect(page.getByText(m.refusal_board_locked()).first()).toBeVisible();
	await expectUnbroken();
});

test('a partnership draft goes on, and freezes, while the browser translates it', async ({ server, person }) => {
	const [page, other] = [await person('phone'), await person('laptop')];
	const { expectUnbroken } = await translated(page);
	await page.goto(server.links.delegates[0]);
	await other.goto(server.links.delegates[1]);
	await Promise.all([expectBoard(page), expectBoard(other)]);
	await page.goto(`${page.url()}/drafts/new`);
	const title = 'A draft while the page is translated';
	await page.getByRole('textbox', { name: m.proposal_title() }).fill(title);
	await page.getByRole('combobox', { name: m.proposal_search_centre() }).fill('tampereen');
	await page.getByRole('listbox').getByRole('option').first().click();
	await page.getByRole('button', { name: m.proposal_create() }).click();
	await expect(page.getByText(m.proposal_state_draft({ joined: 1, all: 2 }))).toBeVisible();
	const text = page.getByRole('textbox', { name: m.proposal_text_label() });
	await text.click();
	await page.keyboard.press('ControlOrMeta+End');
	await page.keyboard.type('Written while the page is translated.');

	await other.goto(new URL(new URL(page.url()).pathname, other.url()).href);
	await other.getByRole('button', { name: m.proposal_join(), exact: true }).click();
	await expectTurned(
		page,
		m.proposal_state_draft({ joined: 1, all: 2 }),
		m.proposal_state_draft({ joined: 2, all: 2 })
	);
	const theirs = other.getByRole('textbox', { name: m.proposal_text_label() });
	await expect(theirs).toContainText('Written while the page is translated.');
	await expect(other.getByText(m.proposal_save_saved(), { exact: true })).toBeVisible();
	await theirs.click();
	await other.keyboard.press('ControlOrMeta+End');
	await other.keyboard.type(' And answered.');
	await expect(text).toContainText('Written while the page is translated. And answered.');
	for (const one of [page, other]) {
		await one.getByRole('button', { name: m.proposal_say_contribution() }).click();
		await one.getByRole('textbox', { name: m.proposal_we_give() }).fill('What our organisation gives');
		await one.getByRole('button', { name: m.proposal_keep() }).click();
		await expect(one.getByRole('button', { name: m.proposal_change_contribution() })).toBeVisible();
	}
	await expect(page.getByText(m.proposal_missing_contributions())).toHaveCount(0);
	await other.getByRole('button', { name: m.proposal_add_step() }).click();
	await other.getByRole('textbox', { name: m.proposal_step_what() }).fill('Meet online');
	await other.getByRole('dialog').getByRole('button', { name: m.proposal_keep() }).click();
	await expect(page.getByText(m.proposal_ready())).toBeVisible();
	await page.getByRole('button', { name: m.proposal_open_for_yes() }).click();
	await expect(page.getByRole('button', { name: m.proposal_our_yes({ version: 1 }) })).toBeVisible({ timeout: 20_000 });
	await expect(page.getByText('And answered.')).toBeVisible();
	await other.getByRole('button', { name: m.proposal_ask_change() }).click();
	await other.getByRole('textbox', { name: m.proposal_reason() }).fill('Our spring term is full.');
	await other.getByRole('dialog').getByRole('button', { name: m.proposal_ask_change() }).click();
	await expect(page.getByText('Our spring term is full.').first()).toBeVisible();
	await expect(text).toBeVisible();
	await expectUnbroken();
});

test('the control room and the screen go on while the browser translates them', async ({ server, person }) => {
	const [room, wall, delegate] = [await person('laptop'), await person('laptop'), await person('laptop')];
	const pages = [await translated(room), await translated(wall)];
	await room.goto(server.links.facilitator);
	await wall.goto(server.links.screen);
	await delegate.goto(server.links.delegates[0]);
	await expectBoard(delegate);
	const show = async (scene: string) => {
		await room.getByRole('button', { name: `${m.facilitate_change()}: ${m.facilitate_screen_shows()}` }).click();
		await room.getByRole('radio', { name: scene }).check();
		await room.getByRole('button', { name: m.facilitate_screen_apply() }).click();
		await expect(room.getByRole('dialog')).toHaveCount(0);
	};
	await expect(wall.getByText(m.screen_how_scan())).toBeVisible();
	await show(m.facilitate_scene_newest());
	await room
		.getByRole('navigation')
		.getByRole('link', { name: /cards on the board/ })
		.click();
	for (const title of titles) {
		await postNeed(delegate, title, m.board_post_this_need());
		await expect(wall.getByText(title).first()).toBeVisible();
		await expect(room.getByRole('heading', { name: title })).toBeVisible();
	}
	await room.getByRole('button', { name: m.facilitate_card_actions({ title: titles[1] }) }).click();
	await room.getByRole('menuitem', { name: m.facilitate_hide() }).click();
	await room.getByRole('dialog').getByRole('textbox').fill('A test card');
	await room.getByRole('button', { name: m.facilitate_hide_confirm() }).click();
	await expect(room.getByText(m.facilitate_card_hidden_reason({ reason: 'A test card' }))).toBeVisible();
	await expect(wall.getByText(titles[1])).toHaveCount(0);
	await show(m.facilitate_scene_partnerships());
	await expect(wall.getByText('Timber apprentices on exchange, Jura and Tampere')).toBeVisible();
	await show(m.facilitate_scene_sectors());
	await expect(wall.getByText(m.screen_sectors_legend())).toBeVisible();
	const confirm = m.facilitate_phase_confirm();
	await room.getByRole('button', { name: m.facilitate_next({ number: 5, phase: confirm }) }).click();
	await room.getByRole('button', { name: m.facilitate_move_confirm({ number: 5, phase: confirm }) }).click();
	await expect(room.getByRole('button', { name: m.facilitate_next_finish() })).toBeVisible();
	for (const page of pages) await page.expectUnbroken();
});

test("the organiser's pages go on while the browser translates them", async ({ server, person }) => {
	const page = await person('laptop');
	const { expectUnbroken } = await translated(page);
	await page.goto(server.links.organiser);
	await page.getByRole('button', { name: m.organise_begin() }).click();
	await expect(page.getByText(m.organise_field_missing())).toBeVisible();
	await page.getByRole('textbox', { name: m.organise_your_name() }).fill('Hélène Marchetti');
	await page.getByLabel(m.organise_new_passphrase()).fill('seven quiet lamps by the door');
	await page.getByRole('button', { name: m.organise_begin() }).click();
	const places = page.getByRole('navigation', { name: m.organise_pages() });
	for (const name of [m.organise_workshops(), m.organise_partnerships(), m.organise_codes(), m.organise_roster()]) {
		await places.getByRole('link', { name }).click();
		await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
	}
	await page.getByText(m.organise_import()).first().click();
	await page.getByRole('radio', { name: m.organise_then_organisations() }).click();
	const choose = (csv: string) =>
		page
			.locator('input[type=file]')
			.setInputFiles({ name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
	await choose('short_name;city;country;kind\nSample Nova;Porto;Portugalia;\n');
	await expect(page.getByText(m.organise_rows_bad({ count: 1 }))).toBeVisible();
	await choose('short_name;city;country;kind\nSample Nova;Porto;PT;research\n');
	await page.getByRole('button', { name: m.organise_import_all({ count: 1 }) }).click();
	await expect(page.getByText(m.organise_imported({ count: 1 }))).toBeVisible();
	await page.getByRole('searchbox', { name: m.organise_find_centre() }).fill('nova porto');
	await expect(page.getByText(m.common_found({ count: 1 }))).toBeVisible();
	await expectUnbroken();
});
