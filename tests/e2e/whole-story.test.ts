import { expect, type Page } from '@playwright/test';
import { joinProposal } from '#lib/domain/commands/join-proposal.ts';
import { m } from '#lib/messages/messages.ts';
import { card, expectArrived, expectBoard, joinAsNewcomer, postNeed, postOffer, postSector } from './delegate.ts';
import { hideCard, moveToPhase, showOnScreen, startWorkshop } from './facilitator.ts';
import { expectFormsFetched } from './fetched-parts.ts';
import { forge } from './forged-command.ts';
import { HeardBytes } from './heard-bytes.ts';
import { test } from './house.ts';
import {
	codeOf,
	createForum,
	createWorkshop,
	download,
	expectRosterRefused,
	expectKindFound,
	importRoster,
	makeLink
} from './organiser.ts';
import { broken, centres, networkCount, networks, organisationCount, organisations } from './rosters.ts';
import * as writer from './writer.ts';

const workshop = 'Skills for hydrogen buses';
const titles = {
	need: 'A course on hydrogen buses for evening classes',
	offer: 'A workshop with two fuel cells',
	offline: 'A host company for two apprentices',
	hidden: 'Canary 71f3: not for this board'
};
const sector = { words: 'motor vehicles', name: 'Motor vehicles, ships and aircraft' };
const draft = 'Evening classes for hydrogen buses';
const contacts = {
	utrecht: { name: 'Anna Visser', function: 'International office', email: 'anna.visser@gracht.example' },
	aarhus: { name: 'Søren Holm', function: 'Head of department', email: 'soren.holm@sondervang.example' }
};
const decidesBy = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);

/** The people of the story, each with a browser of their own. */
type Room = {
	readonly organiser: Page;
	readonly facilitator: Page;
	readonly screen: Page;
	/** On a phone at plain http. */
	readonly utrecht: Page;
	/** On a phone whose network the test cuts. */
	readonly aarhus: Page;
	/** On a laptop, and not verified. */
	readonly lyon: Page;
};

// Six browsers, two openings of ten seconds, and a server that is killed.
test.describe.configure({ timeout: 300_000 });

test('from an empty database to the files of one confirmed partnership', async ({ empty, person, wire }) => {
	const room: Room = {
		organiser: await person('laptop'),
		facilitator: await person('laptop'),
		screen: await person('laptop'),
		utrecht: await person('phone'),
		aarhus: await person('phone', wire),
		lyon: await person('laptop')
	};
	const way = await test.step('the organiser prepares the forum', () => prepare(room.organiser, empty.organiserLink));
	await test.step('the facilitator opens the room, and the screen says how to join', async () => {
		await room.facilitator.goto(way.facilitator);
		await startWorkshop(room.facilitator);
		await room.screen.goto(way.screen);
		await expect(room.screen.getByText(workshop).first()).toBeVisible();
	});
	await test.step('three delegates come in', () => arrive(room, way, (address) => empty.here(address)));
	await test.step('they post, join a sector and mark interest, and see each other', () => meet(room));
	await test.step('what is posted offline is there once', async () => {
		await expectFormsFetched(room.aarhus);
		wire.cut();
		await expect(room.aarhus.getByText(m.board_offline_title())).toBeVisible();
		await postNeed(room.aarhus, titles.offline, m.board_post_when_online());
		wire.mend();
		await expectArrived(room.aarhus, titles.offline);
		await expect(card(room.lyon, titles.offline)).toHaveCount(1);
	});
	await test.step('a hidden card is in no byte that a delegate receives', () => hide(room));
	await test.step('two write one draft in two languages, one through a dropped connection', async () => {
		await moveToPhase(room.facilitator, m.facilitate_phase_match());
		await begin(room);
		await writeTogether(room, wire);
	});
	await test.step('they open it, the server is killed, and everything acknowledged is there', async () => {
		await moveToPhase(room.facilitator, m.facilitate_phase_confirm());
		await writer.openForYes(room.utrecht, 1, [room.utrecht, room.aarhus]);
		await writer.sayYes(room.aarhus, 1, contacts.aarhus);
		await expect(room.aarhus.getByText(m.proposal_waiting_text())).toBeVisible();
		await empty.end('SIGKILL');
		await empty.start();
		await expect(room.utrecht.getByText(/^Yes /)).toBeVisible();
	});
	await test.step('a change is asked for, the yes is void, and they say yes to the next version', () => agree(room));
	await test.step('the files hold exactly that partnership', () => takeHome(room.organiser));
});

async function prepare(page: Page, link: string) {
	await createForum(page, link, { name: 'Forum on Vocational Excellence', controller: 'Sample Agency Lyon' });
	await page.getByRole('link', { name: m.organise_roster(), exact: true }).first().click();
	await expectKindFound(page, organisations, m.organise_then_organisations());
	await importRoster(page, networks, networkCount);
	await expectRosterRefused(page, broken, ['XX', 'No such network']);
	await importRoster(page, organisations, organisationCount);
	const join = await createWorkshop(page, workshop);
	const facilitator = await makeLink(page, workshop, 'Mirjam');
	const screen = await makeLink(page, workshop);
	await page.getByRole('article', { name: workshop }).getByRole('link', { name: m.organise_to_codes() }).click();
	const codes = { utrecht: await codeOf(page, centres.utrecht), aarhus: await codeOf(page, centres.aarhus) };
	return { join, facilitator, screen, codes };
}

async function arrive(room: Room, way: Awaited<ReturnType<typeof prepare>>, here: (address: string) => string) {
	expect(new URL(way.join).hostname).toBe('room.test');
	await joinAsNewcomer(room.utrecht, way.join, { typed: 'gracht', organisation: centres.utrecht, name: 'Anna Visser' });
	await joinAsNewcomer(room.aarhus, here(way.join), {
		typed: 'arhus',
		organisation: centres.aarhus,
		name: 'Søren Holm'
	});
	await joinAsNewcomer(room.lyon, here(way.join), {
		typed: 'auto-cove',
		organisation: centres.lyon,
		name: 'Zoë Martin'
	});
	for (const [page, code] of [
		[room.utrecht, way.codes.utrecht],
		[room.aarhus, way.codes.aarhus]
	] as const) {
		const board = page.url();
		await page.getByRole('link', { name: m.board_place_me() }).click();
		await page.getByRole('textbox', { name: m.me_code() }).fill(code);
		await page.getByRole('button', { name: m.me_verify() }).click();
		await expect(page.getByText(m.me_verified(), { exact: true })).toBeVisible();
		await expect(page.locator(':focus'), 'the form is gone, its answer is not').toContainText(m.me_verified_now());
		await page.goto(board);
		await expectBoard(page);
	}
	await expect(room.screen.getByText('3', { exact: true }).first()).toBeVisible();
}

async function meet({ utrecht, aarhus, lyon, facilitator, screen }: Room) {
	await postNeed(utrecht, titles.need, m.board_post_this_need());
	await postOffer(aarhus, titles.offer, m.board_offer_facility());
	await postSector(lyon, sector, 'We train mechanics for buses.');
	for (const title of [titles.need, titles.offer, sector.name]) await expect(card(lyon, title)).toHaveCount(1);

	await utrecht.getByRole('tab', { name: m.board_kind_sector() }).click();
	await card(utrecht, sector.name).getByRole('link').first().click();
	const sheet = utrecht.getByRole('dialog', { name: m.board_kind_sector() });
	await sheet.getByRole('textbox', { name: m.board_line_label() }).fill('Our drivers start in May.');
	await sheet.getByRole('button', { name: m.board_join_sector() }).click();
	await expect(sheet.getByText('Our drivers start in May.')).toHaveCount(2);
	await utrecht.keyboard.press('Escape');
	await expect(card(lyon, sector.name)).toContainText(m.board_count_meet({ count: 2 }));

	await aarhus.getByRole('tab', { name: m.board_kind_need() }).click();
	await card(aarhus, titles.need).getByRole('button', { name: m.board_mark_can_help() }).click();
	await expect(card(lyon, titles.need)).toContainText(m.board_count_can_help({ count: 1 }));
	await utrecht.getByRole('link', { name: m.board_place_me() }).click();
	await expect(utrecht.getByText(new RegExp(`${centres.aarhus}.*`)).first()).toBeVisible();
	await utrecht.getByRole('link', { name: m.board_place_board() }).click();

	await showOnScreen(facilitator, m.facilitate_scene_newest());
	await expect(screen.getByText(titles.need).first()).toBeVisible();
}

async function hide({ lyon, aarhus, utrecht, facilitator, screen }: Room) {
	await postNeed(lyon, titles.hidden, m.board_post_this_need());
	await expectArrived(lyon, titles.hidden);
	await facilitator.getByRole('link', { name: new RegExp(m.facilitate_cards_count({ count: 5 })) }).click();
	await hideCard(facilitator, titles.hidden, 'An advertisement');
	await expect(card(lyon, titles.hidden)).toContainText(m.board_hidden_state());
	const heard = [utrecht, aarhus, screen].map((page) => new HeardBytes(page));
	for (const page of [utrecht, aarhus, screen]) await page.reload();
	await expectBoard(utrecht);
	await expectBoard(aarhus);
	await expect(card(aarhus, titles.need)).toHaveCount(1);
	await expect(screen.getByText(titles.need).first()).toBeVisible();
	for (const bytes of heard) {
		expect(await bytes.count(titles.need)).toBeGreaterThan(0);
		expect(await bytes.count('Canary 71f3')).toBe(0);
	}
}

async function begin({ utrecht, aarhus, lyon }: Room) {
	const address = await writer.startDraft(utrecht, card(utrecht, titles.need), draft, [centres.aarhus]);
	const path = new URL(address).pathname;
	await aarhus.getByRole('link', { name: m.board_place_drafts() }).click();
	await aarhus.getByRole('link', { name: draft }).click();
	await aarhus.getByRole('button', { name: m.proposal_join(), exact: true }).click();
	await expect(aarhus.getByRole('button', { name: m.proposal_say_contribution() })).toBeVisible();

	// Whoever is not verified may start a draft, and may not answer for the centre.
	await utrecht.getByRole('button', { name: m.proposal_invite(), exact: true }).click();
	const dialog = utrecht.getByRole('dialog', { name: m.proposal_invite_title() });
	await dialog.getByRole('combobox', { name: m.proposal_search_centre() }).fill('lycee');
	await dialog.getByRole('option', { name: centres.lyon }).click();
	await dialog.getByRole('button', { name: m.proposal_invite(), exact: true }).click();
	await expect(dialog).toBeHidden();
	await lyon.goto(new URL(path, lyon.url()).href);
	await expect(lyon.getByText(m.proposal_answer_needs_verified())).toBeVisible();
	await expect(lyon.getByRole('button', { name: m.proposal_join(), exact: true })).toHaveCount(0);
	await expect(writer.editor(lyon)).toHaveCount(0);
	const proposalId = path.split('/').pop() ?? '';
	expect(await forge(lyon, joinProposal.with({ proposalId }))).toMatchObject({ is: 'refused', code: 'not-verified' });
}

async function writeTogether({ utrecht, aarhus }: Room, wire: { cut: () => void; mend: () => void }) {
	await Promise.all([
		writer.write(utrecht, 'Drivers learn in the evening. '),
		writer.write(aarhus, 'Les moteurs restent à l’atelier. ')
	]);
	wire.cut();
	await writer.write(aarhus, 'Écrit sans réseau. ');
	await writer.write(utrecht, 'Two groups of twelve. ');
	wire.mend();
	for (const page of [utrecht, aarhus]) {
		for (const words of ['Écrit sans réseau.', 'Two groups of twelve.', 'restent à l’atelier.', 'in the evening.'])
			await expect(writer.editor(page)).toContainText(words);
		await writer.expectSaved(page);
	}
	await writer.sayContribution(utrecht, 'Twelve places and a teacher');
	await writer.sayContribution(aarhus, 'The workshop on Tuesdays');
	await writer.addStep(utrecht, 'Write the timetable');
}

async function agree({ utrecht, aarhus, facilitator, screen }: Room) {
	await writer.askForChange(utrecht, 'We have only ten places.');
	await expect(aarhus.getByText(m.proposal_yes_is_void({ centres: centres.aarhus }))).toBeVisible();
	await writer.sayContribution(utrecht, 'Ten places and a teacher', m.proposal_change_contribution());
	await writer.openForYes(utrecht, 2, [utrecht, aarhus]);
	for (const page of [utrecht, aarhus]) await writer.readNewVersion(page, 2, 'Ten places and a teacher');
	await writer.sayYes(aarhus, 2, contacts.aarhus);
	await writer.sayYes(utrecht, 2, contacts.utrecht, decidesBy);
	for (const page of [utrecht, aarhus])
		await expect(page.getByText(/^Confirmed partnership, international/)).toBeVisible();
	await expect(utrecht.getByText(contacts.aarhus.email)).toBeVisible();
	await showOnScreen(facilitator, m.facilitate_scene_partnerships());
	await expect(screen.getByText(draft)).toBeVisible();
}

async function takeHome(page: Page) {
	await page.getByRole('link', { name: m.organise_partnerships(), exact: true }).first().click();
	await expect(page.getByRole('article', { name: draft })).toBeVisible();
	const list = JSON.parse((await download(page, m.organise_agreed_files(), 'JSON')).toString('utf8')) as {
		readonly partnerships: readonly object[];
	};
	expect(list.partnerships).toMatchObject([
		{
			title: draft,
			international: true,
			version: 2,
			workshop: { title: workshop },
			parties: expect.arrayContaining([
				expect.objectContaining({ name: centres.utrecht, country: 'NL', decision: 'management', decidesBy }),
				expect.objectContaining({ name: centres.aarhus, country: 'DK', decision: 'agreed' })
			]) as unknown
		}
	]);
	const csv = (await download(page, m.organise_agreed_files(), 'CSV')).toString('utf8');
	expect(csv.split(draft)).toHaveLength(3);
	const xlsx = await download(page, m.organise_agreed_files(), 'XLSX');
	expect(xlsx.subarray(0, 2).toString()).toBe('PK');
}
