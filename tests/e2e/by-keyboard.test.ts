import { expect, type Page } from '@playwright/test';
import { m } from '#lib/messages/messages.ts';
import { card, expectBoard } from './delegate.ts';
import { test } from './house.ts';
import { KeyboardPerson } from './keyboard.ts';

test.describe.configure({ timeout: 180_000 });

const me = { name: 'Zoë Ørsted', typed: 'campus mobilite', organisation: 'Sample Campus Mobilité, Lyon' };
const partner = { typed: 'tampereen', organisation: 'Sample Tampereen ajoneuvoalan ammattiopisto' };
const need = 'A course on hydrogen buses for evening classes';

async function joins(keys: KeyboardPerson, link: string): Promise<void> {
	const { page } = keys;
	await page.goto(link);
	await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
	const organisation = page.getByRole('combobox', { name: m.join_organisation() });
	await expect(organisation).toHaveAccessibleDescription(m.join_organisation_hint());
	await keys.write(organisation, me.typed);
	await expect(organisation).toHaveAttribute('aria-expanded', 'true');
	await keys.expectHeard(m.common_found({ count: 1 }));
	await page.keyboard.press('ArrowDown');
	const active = (await organisation.getAttribute('aria-activedescendant')) ?? '';
	await expect(page.locator(`[id="${active}"]`)).toHaveRole('option');
	await expect(page.locator(`[id="${active}"]`)).toHaveAccessibleName(new RegExp(me.organisation));
	await page.keyboard.press('Enter');
	await expect(organisation).toHaveValue(me.organisation);
	const goIn = page.getByRole('button', { name: m.join_go_in() });
	await keys.press(goIn);
	const name = page.getByRole('textbox', { name: m.join_name() });
	await expect(name, 'what is missing has the focus').toBeFocused();
	await expect(name).toHaveAccessibleDescription(new RegExp(m.join_name_missing()));
	await page.keyboard.type(me.name);
	await keys.press(goIn);
	await expectBoard(page);
}

async function posts(keys: KeyboardPerson): Promise<void> {
	const { page } = keys;
	const post = page.getByRole('button', { name: m.board_post_need() });
	await keys.press(post);
	const form = page.getByRole('dialog', { name: m.board_compose_title() });
	const title = form.getByRole('textbox', { name: m.board_ask_need() });
	await expect(title).toBeFocused();
	await expect(title).toHaveAccessibleName(m.board_ask_need());
	await keys.press(form.getByRole('button', { name: m.board_post_this_need() }));
	await expect(title, 'what is missing has the focus').toBeFocused();
	await expect(title).toHaveAccessibleDescription(new RegExp(m.board_gap_title()));
	await page.keyboard.type(need);
	await keys.press(form.getByRole('button', { name: m.board_post_this_need() }));
	await expect(form).toBeHidden();
	await keys.expectHeard(m.board_said_posted_need());
	await expect(post, 'the focus is where the form was opened').toBeFocused();
}

async function marksInterest(keys: KeyboardPerson): Promise<void> {
	const { page } = keys;
	const row = card(page, 'Hoe leren studenten werken met slimme watermeters?');
	const mark = row.getByRole('button', { name: m.board_mark_can_help() });
	await keys.tabTo(mark);
	await expect(mark).toHaveAttribute('aria-pressed', 'false');
	await page.keyboard.press('Space');
	await expect(row.getByRole('button', { name: m.board_mark_can_help(), pressed: true })).toBeFocused();
	await expect(row).toContainText(m.board_count_can_help({ count: 1 }));
}

/** The facilitator vouches for the newcomer; both of their pages go on. */
async function isVerified(keys: KeyboardPerson, facilitator: Page): Promise<void> {
	await expect(keys.page.getByText(m.board_you_not_verified())).toBeVisible();
	await facilitator.getByRole('link', { name: /people joined/ }).click();
	const row = facilitator.getByRole('listitem').filter({ hasText: me.name });
	await row.getByRole('button', { name: m.facilitate_verify() }).click();
	await facilitator.getByRole('button', { name: m.facilitate_verify_confirm() }).click();
	await expect(keys.page.getByText(m.board_you_not_verified())).toBeHidden();
}

/** From the own card to a draft with a partner who is asked. */
async function proposes(keys: KeyboardPerson): Promise<void> {
	const { page } = keys;
	await keys.tabTo(page.getByRole('link', { name: need, exact: true }), 'Shift+Tab');
	await page.keyboard.press('Enter');
	const sheet = page.getByRole('dialog', { name: m.board_kind_need() });
	await expect(sheet).toBeVisible();
	await keys.press(sheet.getByRole('link', { name: m.board_start_draft() }));
	await expect(page.getByRole('heading', { level: 1, name: m.proposal_start() })).toBeVisible();
	await expect(page.getByRole('textbox', { name: m.proposal_title() })).toHaveValue(need);
	const search = page.getByRole('combobox', { name: m.proposal_search_centre() });
	await keys.write(search, partner.typed);
	await expect(page.getByRole('option', { name: partner.organisation })).toBeVisible();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('checkbox', { name: partner.organisation })).toBeChecked();
	await keys.press(page.getByRole('button', { name: m.proposal_create() }));
	await expect(page.getByRole('heading', { level: 1, name: need })).toBeVisible();
}

async function writes(keys: KeyboardPerson): Promise<void> {
	const { page } = keys;
	await keys.press(page.getByRole('button', { name: m.proposal_say_contribution() }));
	await expect(page.getByRole('textbox', { name: m.proposal_we_give() })).toBeFocused();
	await page.keyboard.type('The bus and a trainer.');
	await keys.press(page.getByRole('button', { name: m.proposal_keep() }));
	await expect(page.getByRole('button', { name: m.proposal_change_contribution() })).toBeFocused();
	const text = page.getByRole('textbox', { name: m.proposal_text_label() });
	await keys.tabTo(text);
	await page.keyboard.press('ControlOrMeta+End');
	await page.keyboard.type('Six evenings, with the bus from Lyon.');
	await keys.press(page.getByRole('button', { name: m.proposal_add_step() }));
	const step = page.getByRole('dialog', { name: m.proposal_step_new() });
	await keys.write(step.getByRole('textbox', { name: m.proposal_step_what() }), 'Meet online');
	await keys.press(step.getByRole('button', { name: m.proposal_keep() }));
	await expect(step).toBeHidden();
	await expect(page.getByRole('button', { name: m.proposal_add_step() })).toBeFocused();
}

async function partnerJoins(other: Page, draft: string): Promise<void> {
	await other.goto(new URL(new URL(draft).pathname, other.url()).href);
	await other.getByRole('button', { name: m.proposal_join(), exact: true }).click();
	await other.getByRole('button', { name: m.proposal_say_contribution() }).click();
	await other.getByRole('textbox', { name: m.proposal_we_give() }).fill('Forty mechanics and a garage.');
	await other.getByRole('button', { name: m.proposal_keep() }).click();
	await expect(other.getByRole('button', { name: m.proposal_change_contribution() })).toBeVisible();
}

async function opens(keys: KeyboardPerson): Promise<void> {
	const { page } = keys;
	await expect(page.getByText(m.proposal_ready())).toBeVisible();
	await keys.press(page.getByRole('button', { name: m.proposal_open_for_yes() }));
	await expect(page.getByRole('region', { name: m.proposal_opening_notice() })).toBeVisible();
	await keys.expectHeard(m.proposal_said_opening({ title: need, who: me.name }));
	await expect(page.getByRole('heading', { level: 1, name: need })).toBeFocused({ timeout: 20_000 });
	await keys.expectHeard(m.proposal_said_opened_ours({ title: need, version: 1 }));
}

async function confirms(keys: KeyboardPerson): Promise<void> {
	const { page } = keys;
	const yes = page.getByRole('button', { name: m.proposal_our_yes({ version: 1 }) });
	const agreed = page.getByRole('radio', { name: m.proposal_agreed(), exact: true });
	await keys.tabTo(agreed);
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('radio', { name: m.proposal_agreed_management() })).toBeChecked();
	await page.keyboard.press('ArrowUp');
	await expect(agreed).toBeChecked();
	await keys.write(page.getByRole('textbox', { name: m.proposal_contact_name() }), me.name);
	await keys.write(page.getByRole('textbox', { name: m.proposal_contact_email() }), 'zoe@campus-mobilite.example');
	const consent = page.getByRole('checkbox', { name: m.proposal_contact_consent() });
	await keys.press(yes);
	await expect(consent, 'what is missing has the focus').toBeFocused();
	await keys.expectHeard(m.proposal_contact_consent_missing());
	await page.keyboard.press('Space');
	await keys.press(yes);
	await expect(page.getByText(m.proposal_waiting_text())).toBeVisible();
}

async function partnerConfirms(other: Page): Promise<void> {
	await other.getByRole('textbox', { name: m.proposal_contact_name() }).fill('Päivi Sundström');
	await other.getByRole('textbox', { name: m.proposal_contact_email() }).fill('paivi@ajoneuvo.example');
	await other.getByRole('checkbox', { name: m.proposal_contact_consent() }).check();
	await other.getByRole('button', { name: m.proposal_our_yes({ version: 1 }) }).click();
}

test('a delegate joins, posts, marks, proposes and confirms by keyboard alone, sees the focus and hears what happens', async ({
	server,
	person
}) => {
	const [page, other, room] = [await person('laptop'), await person('laptop'), await person('laptop')];
	await other.goto(server.links.delegates[1]);
	await room.goto(server.links.facilitator);
	await expectBoard(other);
	const keys = await KeyboardPerson.sitDown(page);
	await joins(keys, server.links.join);
	await posts(keys);
	await marksInterest(keys);
	await isVerified(keys, room);
	await proposes(keys);
	await writes(keys);
	await partnerJoins(other, page.url());
	await opens(keys);
	await confirms(keys);
	await partnerConfirms(other);
	await keys.expectHeard(m.proposal_said_partnership({ title: need }));
	await expect(page.getByRole('heading', { level: 2, name: m.proposal_who_confirmed() })).toBeVisible();
});
