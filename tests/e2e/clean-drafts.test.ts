import { expect, type Page } from '@playwright/test';
import { m } from '#lib/messages/messages.ts';
import { expectBoard, joinAsNewcomer } from './delegate.ts';
import { expectClean, expectCleanAlong, type Stop } from './every-theme.ts';
import { test } from './house.ts';

test.describe.configure({ timeout: 300_000 });

const sample = {
	open: 'Hydrogen bus lessons for working mechanics',
	draft: 'A care robot in every small school, one month a year',
	partnership: 'Timber apprentices on exchange, Jura and Tampere'
};
const partner = 'Sample Tampereen ajoneuvoalan ammattiopisto';
const title = 'Evening lessons about hydrogen, from Lyon to Tampere';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });

async function openDialog(page: Page, name: string): Promise<void> {
	await button(page, name).first().click();
	await expect(page.getByRole('dialog')).toBeVisible();
}

async function back(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function toDrafts(page: Page): Promise<void> {
	await page
		.getByRole('navigation', { name: m.board_places() })
		.getByRole('link', { name: m.board_place_drafts() })
		.click();
	await expect(page.getByRole('link', { name: sample.open })).toBeVisible();
}

/** From the list to one of its drafts. */
async function toDraft(page: Page, name: string): Promise<void> {
	await page.getByRole('link', { name, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function toListAgain(page: Page): Promise<void> {
	await page.getByRole('link', { name: m.proposal_place_short() }).click();
	await expect(page.getByRole('link', { name: sample.open })).toBeVisible();
}

/** A dialog that is opened by a button of its own name or another, looked at, and closed. */
async function expectCleanDialog(page: Page, opener: string, fault?: () => Promise<unknown>): Promise<void> {
	await openDialog(page, opener);
	await fault?.();
	await expectClean(page, `the dialog of “${opener}”`);
	await back(page);
}

function othersStops(page: Page, board: string): readonly Stop[] {
	return [
		['the list of drafts', () => toDrafts(page)],
		['a draft of others', () => toDraft(page, sample.draft)],
		[
			'a partnership of others',
			async () => {
				await toListAgain(page);
				await toDraft(page, sample.partnership);
			}
		],
		[
			'a draft that is gone',
			async () => {
				await page.goto(`${board}/drafts/none`);
				await expect(page.getByText(m.proposal_gone_text())).toBeVisible();
			}
		]
	];
}

/** The version that waits for our yes, with all that can be answered. */
async function expectCleanAnswers(page: Page, board: string): Promise<void> {
	await page.goto(`${board}/drafts`);
	await toDraft(page, sample.open);
	await expectCleanAlong(page, [
		['a version that waits for our yes', () => expect(button(page, m.proposal_our_yes({ version: 1 }))).toBeVisible()],
		[
			'our yes without a contact person, and with the day of a decision',
			async () => {
				await page.getByRole('radio', { name: m.proposal_agreed_management() }).check();
				await page.getByRole('textbox', { name: m.proposal_contact_name() }).fill('');
				await button(page, m.proposal_our_yes({ version: 1 })).click();
				await expect(page.getByText(m.proposal_contact_consent_missing())).toBeVisible();
			}
		],
		['what happened', () => page.getByText(m.proposal_history()).click()]
	]);
	await expectCleanDialog(page, m.proposal_ask_change(), () => inDialog(page, m.proposal_ask_change()).click());
	await expectCleanDialog(page, m.proposal_go_on_without());
	await expectCleanDialog(page, m.proposal_leave());
}

async function giveContact(page: Page, name: string): Promise<void> {
	await page.getByRole('textbox', { name: m.proposal_contact_name() }).fill(name);
	await page.getByRole('textbox', { name: m.proposal_contact_email() }).fill('contact@centre.example');
	await page.getByRole('checkbox', { name: m.proposal_contact_consent() }).check();
}

/** A newer version comes while the first is read; both say yes to it, and one thinks of taking it back. */
async function expectCleanPartnership(page: Page, other: Page): Promise<void> {
	await toDrafts(other);
	await toDraft(other, sample.open);
	await expectClean(other, 'a version that our organisation has confirmed');
	await openDialog(other, m.proposal_go_on_without());
	const waits = other.getByRole('listitem').filter({ hasText: 'ПГ по транспорт' });
	await back(other);
	await waits.getByRole('button', { name: m.proposal_go_on_without() }).click();
	await inDialog(other, m.proposal_go_on_without()).click();
	await expect(page.getByText(m.proposal_version_changed({ version: 2 }))).toBeVisible();
	await expectClean(page, 'a newer version that came while the first was read');
	for (const one of [page, other]) {
		await button(one, m.proposal_read_version({ version: 2 })).click();
		await giveContact(one, 'Claire Bouvet');
		await button(one, m.proposal_our_yes({ version: 2 })).click();
		if (one === page) await expect(page.getByText(m.proposal_waiting_text())).toBeVisible();
	}
	await expect(page.getByText(m.proposal_who_confirmed())).toBeVisible();
	await expectClean(page, 'a partnership of ours');
	await expectCleanDialog(page, m.proposal_withdraw(), () => inDialog(page, m.proposal_withdraw()).click());
}

function newDraftStops(page: Page, board: string): readonly Stop[] {
	return [
		[
			'a new draft',
			async () => {
				await page.goto(`${board}/drafts`);
				await page.getByRole('link', { name: m.proposal_start() }).click();
				await expect(page.getByRole('heading', { name: m.proposal_start() })).toBeVisible();
			}
		],
		[
			'a new draft with a partner that is looked for',
			async () => {
				await page.getByRole('textbox', { name: m.proposal_title() }).fill(title);
				await page.getByRole('combobox', { name: m.proposal_search_centre() }).fill('tampereen');
				await expect(page.getByRole('option', { name: partner })).toBeVisible();
			}
		],
		[
			'a new draft with a partner',
			async () => {
				await page.getByRole('option', { name: partner }).click();
				await expect(page.getByRole('checkbox', { name: partner })).toBeChecked();
			}
		],
		[
			'a draft that was just begun',
			async () => {
				await button(page, m.proposal_create()).click();
				await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
				await expect(page.getByRole('textbox', { name: m.proposal_text_label() })).toBeVisible();
			}
		]
	];
}

async function expectCleanWriting(page: Page): Promise<void> {
	const menu = page.getByRole('button', { name: m.proposal_partner_menu({ name: 'Sample Campus Mobilité, Lyon' }) });
	const choose = async (item: string) => {
		await menu.click();
		await page.getByRole('menuitem', { name: item }).click();
		await expect(page.getByRole('dialog')).toBeVisible();
	};
	await button(page, m.proposal_open_for_yes()).click();
	await page.getByText(m.proposal_history()).click();
	await expectClean(page, 'a draft that lacks something to be opened');
	await menu.click();
	await expectClean(page, 'the menu of a partner');
	await page.keyboard.press('Escape');
	for (const item of [m.proposal_change_role(), m.proposal_let_in()]) {
		await choose(item);
		await expectClean(page, `the dialog of “${item}”`);
		await back(page);
	}
	await expectCleanDialog(page, m.proposal_change_title());
	await expectCleanDialog(page, m.proposal_invite(), () => inDialog(page, m.proposal_invite()).click());
	await expectCleanDialog(page, m.proposal_add_step(), () => inDialog(page, m.proposal_keep()).click());
	await expectCleanDialog(page, m.proposal_discard());
	await button(page, m.proposal_say_contribution()).click();
	await expectClean(page, 'our contribution being written');
}

async function contribute(page: Page, words: string): Promise<void> {
	const say = button(page, m.proposal_say_contribution());
	if (await say.isVisible()) await say.click();
	await page.getByRole('textbox', { name: m.proposal_we_give() }).fill(words);
	await button(page, m.proposal_keep()).click();
	await expect(button(page, m.proposal_change_contribution())).toBeVisible();
}

/** The other centre is asked and joins, what is needed is written, and the draft is opened. */
async function expectCleanOpening(page: Page, other: Page, draft: string): Promise<void> {
	await other.goto(new URL(new URL(draft).pathname, other.url()).href);
	await expect(button(other, m.proposal_join())).toBeVisible();
	await expectClean(other, 'an invitation');
	await expectCleanDialog(other, m.proposal_decline());
	await button(other, m.proposal_join()).click();
	await contribute(other, 'Forty mechanics and a garage.');
	await contribute(page, 'The bus and a trainer.');
	await openDialog(page, m.proposal_add_step());
	await page.getByRole('textbox', { name: m.proposal_step_what() }).fill('Meet online');
	await inDialog(page, m.proposal_keep()).click();
	await expect(page.getByText(m.proposal_ready())).toBeVisible();
	await expectClean(page, 'a draft that can be opened');
	await button(page, m.proposal_open_for_yes()).click();
	await expect(button(other, m.proposal_not_yet())).toBeVisible();
	await expectClean(other, 'a draft that opens');
	await expect(button(other, m.proposal_our_yes({ version: 1 }))).toBeVisible({ timeout: 20_000 });
	await openDialog(other, m.proposal_ask_change());
	await other.getByRole('textbox', { name: m.proposal_reason() }).fill('Our spring term is full.');
	await inDialog(other, m.proposal_ask_change()).click();
	await expect(page.getByText('Our spring term is full.').first()).toBeVisible();
	await expectClean(page, 'a draft after somebody asked for a change');
}

for (const device of ['phone', 'laptop'] as const) {
	test(`axe finds nothing on a partnership draft on a ${device}, in any state or theme, with its questions and faults`, async ({
		server,
		person
	}) => {
		const [page, other] = [await person(device), await person(device)];
		await page.goto(server.links.delegates[0]);
		await other.goto(server.links.delegates[1]);
		await Promise.all([expectBoard(page), expectBoard(other)]);
		const board = page.url();
		await expectCleanAlong(page, othersStops(page, board));
		await expectCleanAnswers(page, board);
		await expectCleanPartnership(page, other);
		await expectCleanAlong(page, newDraftStops(page, board));
		const draft = page.url();
		await expectCleanWriting(page);
		await expectCleanOpening(page, other, draft);
	});
}

async function verify(facilitator: Page, name: string): Promise<void> {
	await facilitator.getByRole('link', { name: /people joined/ }).click();
	const row = facilitator.getByRole('listitem').filter({ hasText: name });
	await row.getByRole('button', { name: m.facilitate_verify() }).click();
	await button(facilitator, m.facilitate_verify_confirm()).click();
	await expect(row.getByRole('button', { name: m.facilitate_verify() })).toBeHidden();
}

test('axe finds nothing on the question for facts that the list does not know, on a phone and a laptop, in any theme', async ({
	server,
	person
}) => {
	const [page, other, facilitator] = [await person('phone'), await person('phone'), await person('laptop')];
	// The roster's page of this organisation does not say what kind it is.
	await joinAsNewcomer(page, server.links.join, {
		typed: 'cleantech',
		organisation: 'Cleantech',
		name: 'Galina Ilieva'
	});
	await facilitator.goto(server.links.facilitator);
	await verify(facilitator, 'Galina Ilieva');
	await page.goto(`${page.url()}/drafts/new`);
	await page.getByRole('textbox', { name: m.proposal_title() }).fill(title);
	await page.getByRole('combobox', { name: m.proposal_search_centre() }).fill('campus mobil');
	await page.getByRole('option', { name: 'Sample Campus' }).click();
	await page.reload();
	await expect(page.getByRole('textbox', { name: m.proposal_title() }), 'a reload loses nothing').toHaveValue(title);
	await expect(page.getByRole('checkbox', { name: 'Sample Campus' })).toBeChecked();
	await button(page, m.proposal_create()).click();
	await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
	await other.goto(server.links.delegates[0]);
	await expectBoard(other);
	await other.goto(new URL(new URL(page.url()).pathname, other.url()).href);
	await button(other, m.proposal_join()).click();
	await contribute(other, 'Forty mechanics and a garage.');
	await contribute(page, 'A bus.');
	await openDialog(page, m.proposal_add_step());
	await page.getByRole('textbox', { name: m.proposal_step_what() }).fill('Meet online');
	await inDialog(page, m.proposal_keep()).click();
	await expect(page.getByText(m.proposal_ready())).toBeVisible();
	await button(page, m.proposal_open_for_yes()).click();
	await expect(page.getByRole('dialog', { name: m.proposal_facts_title() })).toBeVisible();
	await inDialog(page, m.proposal_open_for_yes()).click();
	await expect(page.getByText(m.proposal_choose_one()).first()).toBeVisible();
	await expectClean(page, 'the question for unknown facts on a phone');
	await page.setViewportSize({ width: 1440, height: 900 });
	await expectClean(page, 'the question for unknown facts on a laptop');
});
