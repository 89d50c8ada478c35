import { expect, type Page } from '@playwright/test';
import { m } from '#lib/messages/messages.ts';
import { expectBoard } from './delegate.ts';
import { expectClean, expectCleanAlong } from './every-theme.ts';
import { test } from './house.ts';

test.describe.configure({ timeout: 300_000 });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');

async function back(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await expect(dialog(page)).toHaveCount(0);
}

/** A dialog of the control room, looked at and closed. */
async function expectCleanQuestion(page: Page, question: string, ask: () => Promise<unknown>): Promise<void> {
	await ask();
	await expect(page.getByRole('dialog', { name: question })).toBeVisible();
	await expectClean(page, `the question “${question}”`);
	await back(page);
}

/** To a part of the control room; a phone shows the room itself in between. */
async function toPart(page: Page, device: string, name: RegExp): Promise<void> {
	const home = page.getByRole('link', { name: m.facilitate_back() });
	if (device === 'phone' && (await home.isVisible())) await home.click();
	await page.getByRole('navigation', { name: m.facilitate_more() }).getByRole('link', { name }).click();
}

async function expectCleanRoom(page: Page): Promise<void> {
	await expectClean(page, 'the control room');
	const next = m.facilitate_next({ number: 5, phase: m.facilitate_phase_confirm() });
	const move = m.facilitate_move_question({ number: 5, phase: m.facilitate_phase_confirm() });
	await expectCleanQuestion(page, move, () => button(page, next).click());
	await expectCleanQuestion(page, m.facilitate_which_phase(), async () => {
		await button(page, m.facilitate_other_phase()).click();
		await button(page, m.facilitate_move_room()).click();
		await expect(page.getByText(m.facilitate_choose_phase())).toBeVisible();
	});
	await expectCleanQuestion(page, m.facilitate_lock_question(), () => button(page, m.facilitate_lock()).click());
	const privately = `${m.facilitate_change()}: ${m.facilitate_private()}`;
	await expectCleanQuestion(page, m.facilitate_private(), () => button(page, privately).click());
	const screen = `${m.facilitate_change()}: ${m.facilitate_screen_shows()}`;
	await expectCleanQuestion(page, m.facilitate_screen_choose(), () => button(page, screen).click());
}

async function expectCleanCards(page: Page, device: string): Promise<void> {
	await toPart(page, device, /cards on the board/);
	await expect(page.getByRole('heading', { level: 2, name: m.facilitate_cards() })).toBeVisible();
	await expectClean(page, 'the cards');
	const actions = page.getByRole('button', { name: /^Actions for/ }).first();
	await actions.click();
	await expectClean(page, 'the menu of a card');
	await page.getByRole('menuitem', { name: m.facilitate_hide() }).click();
	await button(page, m.facilitate_hide_confirm()).click();
	await expectClean(page, 'a card hidden without a reason');
	await dialog(page).getByRole('textbox').fill('A test card');
	await button(page, m.facilitate_hide_confirm()).click();
	await expect(dialog(page)).toHaveCount(0);
	await page.getByRole('radio', { name: m.facilitate_cards_hidden() }).click();
	await expectClean(page, 'the hidden cards');
	await expectCleanQuestion(page, m.facilitate_restore_question(), () => button(page, m.facilitate_restore()).click());
}

async function expectCleanPeople(page: Page, device: string): Promise<void> {
	await toPart(page, device, /people joined/);
	await expect(button(page, m.facilitate_verify()).first()).toBeVisible();
	await expectClean(page, 'the people, one organisation waiting');
	await page.getByRole('radio', { name: /^Not yet verified/ }).check();
	await expectClean(page, 'the people who are not yet verified');
	await page.getByRole('radio', { name: m.facilitate_people_all() }).check();
	const approve = page.getByRole('button', { name: m.facilitate_approve() });
	const add = m.facilitate_approve_question({ name: 'Sample Nova' });
	await expectCleanQuestion(page, add, () => approve.click());
	await button(page, m.facilitate_verify()).first().click();
	await expectClean(page, 'the question before a person is verified');
	await back(page);
	await page
		.getByRole('button', { name: /^Actions for/ })
		.last()
		.click();
	await page.getByRole('menuitem', { name: m.facilitate_remove() }).click();
	await dialog(page).getByRole('textbox').fill('Left the room');
	await expectClean(page, 'the question before a person is removed');
	await button(page, m.facilitate_remove_confirm()).click();
	await expect(button(page, m.facilitate_readmit())).toBeVisible();
	await button(page, m.facilitate_readmit()).click();
	await expectClean(page, 'the question before a person is let back in');
	await back(page);
}

async function expectCleanDrafts(page: Page, device: string): Promise<void> {
	await toPart(page, device, /partnership drafts/);
	await expectClean(page, 'the drafts');
	const reopen = page.getByRole('button', { name: m.facilitate_reopen() }).first();
	await expectCleanQuestion(page, m.facilitate_reopen_question(), () => reopen.click());
	await toPart(page, device, new RegExp(m.facilitate_links()));
	await expectClean(page, 'the code and the screen');
	await button(page, m.facilitate_screen_make()).click();
	await expect(page.getByRole('link', { name: m.facilitate_screen_open_here() })).toBeVisible();
	await expectClean(page, 'the link of a screen');
}

/** Somebody whose organisation is not in the list. */
async function askForCentre(page: Page, link: string): Promise<void> {
	await page.goto(link);
	await button(page, m.join_not_here()).click();
	await page.getByRole('textbox', { name: m.join_organisation_name() }).fill('Sample Nova');
	await page.getByRole('textbox', { name: m.join_name() }).fill('Ana Nova');
	await button(page, m.join_go_in()).click();
	await expectBoard(page);
}

for (const device of ['phone', 'laptop'] as const) {
	test(`axe finds nothing in the control room on a ${device}, in any part or theme, with every question asked`, async ({
		server,
		person
	}) => {
		const [page, asker] = [await person(device), await person('phone')];
		await askForCentre(asker, server.links.join);
		await page.goto(server.links.facilitator);
		await expect(page.getByText(m.facilitate_board_open())).toBeVisible();
		const room = page.url();
		await expectCleanRoom(page);
		await expectCleanCards(page, device);
		await expectCleanPeople(page, device);
		await expectCleanDrafts(page, device);
		await page.goto(new URL('/facilitate', room).href);
		await expect(page.getByRole('heading', { name: m.facilitate_your_workshops() })).toBeVisible();
		await expectClean(page, 'the workshops of a facilitator');
		await asker.goto(server.links.facilitator);
		await expect(asker.getByRole('alert')).toContainText(m.refusal_link_used());
		await expectClean(asker, 'a facilitator link that was used');
	});
}

test('axe finds nothing on the screen, in any scene or theme', async ({ server, person }) => {
	const [wall, desk] = [await person('laptop'), await person('laptop')];
	await wall.setViewportSize({ width: 1920, height: 1080 });
	await wall.goto(server.links.screen);
	await desk.goto(server.links.facilitator);
	const show = async (scene: string, shown: string | RegExp) => {
		await button(desk, `${m.facilitate_change()}: ${m.facilitate_screen_shows()}`).click();
		await desk.getByRole('radio', { name: scene }).check();
		await button(desk, m.facilitate_screen_apply()).click();
		await expect(wall.getByText(shown).first()).toBeVisible();
	};
	await expectCleanAlong(wall, [
		['how to join', () => show(m.facilitate_scene_join(), m.screen_how_scan())],
		['the newest cards', () => show(m.facilitate_scene_newest(), m.screen_room_code())],
		['the sectors', () => show(m.facilitate_scene_sectors(), m.screen_sectors_legend())],
		['the partnerships', () => show(m.facilitate_scene_partnerships(), /Timber apprentices/)],
		[
			'one card',
			async () => {
				await button(desk, `${m.facilitate_change()}: ${m.facilitate_screen_shows()}`).click();
				await desk.getByRole('radio', { name: m.facilitate_scene_card() }).check();
				await button(desk, m.facilitate_choose_card()).click();
				await expect(desk.getByText(m.facilitate_choose_for_screen())).toBeVisible();
				await expectClean(desk, 'the choice of the card for the screen');
				await desk
					.getByRole('button', { name: m.facilitate_show_card_named({ title: '' }) })
					.first()
					.click();
				await expect(button(desk, `${m.facilitate_change()}: ${m.facilitate_screen_shows()}`)).toBeVisible();
				await expect(wall.getByText(/Timber apprentices/)).toHaveCount(0);
			}
		],
		[
			'a screen without a connection',
			async () => {
				await wall.context().setOffline(true);
				await expect(wall.getByText(m.screen_offline())).toBeVisible();
			}
		],
		[
			'a page without a screen link',
			async () => {
				await wall.context().setOffline(false);
				await wall.context().clearCookies();
				await wall.goto(new URL('/screen', server.links.join).href);
				await expect(wall.getByText(m.screen_no_session_title())).toBeVisible();
			}
		]
	]);
});
