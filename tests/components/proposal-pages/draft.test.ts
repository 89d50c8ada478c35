import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-svelte';
import { announceOpening } from '#lib/domain/commands/announce-opening.ts';
import { inviteParty } from '#lib/domain/commands/invite-party.ts';
import { joinProposal } from '#lib/domain/commands/join-proposal.ts';
import { letIn } from '#lib/domain/commands/let-in.ts';
import { announce, bus, gives, invitation, pageOf, readyDraft } from './given.ts';
import { amelie, gergana, guest, id, paivi, type PartnersRoom } from './partners-room.ts';

// What one test begins and leaves is kept on the device.
afterEach(() => localStorage.clear());

const press = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const stateIn = (room: PartnersRoom) => room.board.proposals.get(bus.proposalId);
const standing = (room: PartnersRoom, centre: string) =>
	stateIn(room)?.parties.find((party) => party.centreId === id(centre))?.state.is;

describe('An invitation', () => {
	test('is answered with one press by a verified delegate, who then writes what the centre gives', async () => {
		const room = invitation();
		await pageOf(room, amelie);
		await expect.element(page.getByText(/Päivi Sundström invited you/)).toBeVisible();
		await press('Join');
		await expect.poll(() => standing(room, 'lyon')).toBe('in');
		await press('Say what you give');
		await expect.element(page.getByLabelText('What do you give?')).toHaveFocus();
		await userEvent.keyboard('The bus');
		await press('Save');
		await expect.poll(() => stateIn(room)?.parties[1]?.contribution).toBe('The bus');
		await expect.element(page.getByRole('button', { name: 'Change what you give' })).toHaveFocus();
	});

	test('is declined after one question', async () => {
		const room = invitation();
		await pageOf(room, amelie);
		await press('Say no');
		expect(standing(room, 'lyon')).toBe('invited');
		await page.getByRole('dialog').getByRole('button', { name: 'Say no' }).click();
		await expect.element(page.getByText('Your organisation said no.')).toBeVisible();
		expect(standing(room, 'lyon')).toBe('declined');
	});

	test('waits for a verified colleague: who is not verified reads how to become it', async () => {
		await pageOf(invitation().did(amelie, letIn.with({ ...bus, personId: guest.personId })), guest);
		await expect.element(page.getByText('Only verified delegates answer for your organisation.')).toBeVisible();
		await expect.element(page.getByRole('link', { name: 'Enter your organisation code' })).toBeVisible();
		await expect.element(page.getByRole('button', { name: 'Join', exact: true })).not.toBeInTheDocument();
	});
});

describe('A delegate who is not verified, of an organisation that is invited', () => {
	test('reads once that it is invited, where the draft stands, and what to do', async () => {
		await pageOf(invitation(), guest);
		await expect.element(page.getByText('Your organisation is invited')).toBeVisible();
		expect(page.getByText('Your organisation is invited').elements()).toHaveLength(1);
		await expect.element(page.getByText('Draft. 1 of 2 partners is in.')).toBeVisible();
		await expect.element(page.getByText('Type your organisation code, or ask the facilitator.')).toBeVisible();
		await expect
			.element(page.getByRole('link', { name: 'Enter your organisation code' }))
			.toHaveAttribute('href', expect.stringMatching(/\/me#organisation-code$/));
	});
});

describe('Who has no part in a draft', () => {
	test('reads title, partners and state, and that the text is the partners’', async () => {
		await pageOf(readyDraft(), gergana);
		await expect.element(page.getByRole('heading', { name: 'Hydrogen bus lessons' })).toBeVisible();
		await expect.element(page.getByText('Draft. 2 of 2 partners are in.')).toBeVisible();
		await expect.element(page.getByText('Only the partners read the text.')).toBeVisible();
		await expect.element(page.getByText('The bus')).not.toBeInTheDocument();
	});

	test('is told by a verified colleague’s help how to come in, when the own centre has a part', async () => {
		await pageOf(readyDraft(), guest);
		await expect.element(page.getByText('A verified colleague can let you in.')).toBeVisible();
	});

	test('comes in at once when a colleague lets them in', async () => {
		const room = readyDraft();
		await pageOf(room, guest);
		room.did(amelie, letIn.with({ ...bus, personId: guest.personId }));
		await expect.element(page.getByText('A workshop')).toBeVisible();
	});
});

describe('A draft', () => {
	test('says what it lacks, brings it under the focus, and is ready when nothing is', async () => {
		const room = invitation().did(amelie, joinProposal.with(bus)).did(paivi, gives('A workshop'));
		await pageOf(room, paivi);
		await press('Open for our yes');
		await expect.element(page.getByText('Something is still missing. See below.')).toBeVisible();
		await expect.element(page.getByRole('heading', { name: 'Before we open it' })).toHaveFocus();
		room.did(amelie, gives('The bus'));
		await expect.element(page.getByText('Every partner has said what it gives.')).toBeVisible();
		await press('Add');
		await page.getByLabelText('What will you do?').fill('First call');
		await press('Save');
		await expect.element(page.getByText('Ready. You can open it for our yes.')).toBeVisible();
	});

	test('warns all writers for ten seconds, and any of them may say not yet', async () => {
		const room = readyDraft();
		await pageOf(room, amelie);
		room.did(paivi, announce);
		await expect.element(page.getByRole('region', { name: 'This draft opens for our yes' })).toBeVisible();
		await press('Not yet');
		await expect.poll(() => stateIn(room)?.state.is).toBe('draft');
		await expect.element(page.getByRole('button', { name: 'Open for our yes' })).toBeVisible();
	});

	test('asks for the country and the kind of a partner that nobody knows', async () => {
		const room = readyDraft()
			.did(paivi, inviteParty.with({ ...bus, centreId: id('plovdiv'), role: 'partner' }))
			.did(gergana, joinProposal.with(bus), gives('Exercises'));
		await pageOf(room, paivi);
		await press('Open for our yes');
		const dialog = page.getByRole('dialog', { name: 'Who are the partners?' });
		await dialog.getByRole('button', { name: 'Open for our yes' }).click();
		await expect.element(dialog.getByText('Choose one.').first()).toBeVisible();
		await dialog.getByLabelText('Country').selectOptions('Bulgaria');
		await dialog.getByLabelText('Kind of organisation').selectOptions('Enterprise');
		await dialog.getByRole('button', { name: 'Open for our yes' }).click();
		await expect.poll(() => stateIn(room)?.state.is).toBe('opening');
		expect(stateIn(room)?.parties.find((party) => party.centreId === id('plovdiv'))).toMatchObject({
			country: 'BG',
			kind: 'enterprise'
		});
	});

	test('that opens can be stopped from the form of a step, which covers the page', async () => {
		const room = readyDraft();
		await pageOf(room, amelie);
		await press('Add');
		room.did(paivi, announce);
		const dialog = page.getByRole('dialog', { name: 'A next step' });
		await expect.element(dialog.getByText('This draft opens for our yes')).toBeVisible();
		await expect.element(dialog.getByText('Päivi Sundström pressed the button.')).toBeVisible();
		await dialog.getByRole('button', { name: 'Not yet' }).click();
		await expect.poll(() => stateIn(room)?.state.is).toBe('draft');
		await expect.element(dialog.getByLabelText('What will you do?')).toBeVisible();
	});

	test.each([
		['leaving', 'Leave this draft', 'Leave this draft?'],
		['letting a colleague in', 'Let a colleague in', 'Let a colleague in'],
		['taking a partner out', 'Take out', /^Go on without/]
	])('that opens can be stopped from the question of %s', async (_what, item, title) => {
		const room = readyDraft();
		await pageOf(room, amelie);
		if (item === 'Leave this draft') await press(item);
		else {
			await press(item === 'Take out' ? /Sample Tampere/ : /Sample Lyon/);
			await page.getByRole('menuitem', { name: item }).click();
		}
		room.did(paivi, announce);
		const dialog = page.getByRole('dialog', { name: title });
		await expect.element(dialog.getByText('This draft opens for our yes')).toBeVisible();
		expect(dialog.getByText('This draft opens for our yes').elements()).toHaveLength(1);
		await dialog.getByRole('button', { name: 'Not yet' }).click();
		await expect.poll(() => stateIn(room)?.state.is).toBe('draft');
	});

	test('that was frozen begins at its top for whoever wrote further down', async () => {
		const room = readyDraft();
		await pageOf(room, amelie);
		scrollTo({ top: document.body.scrollHeight });
		expect(scrollY).toBeGreaterThan(0);
		room.did(paivi, announce);
		await expect.element(page.getByRole('button', { name: 'Not yet' })).toBeInViewport();
		expect(scrollY).toBeGreaterThan(0);
		room.open();
		await expect.element(page.getByText(/^Version 1, frozen/)).toBeInViewport();
		await expect.poll(() => scrollY).toBe(0);
		await expect.element(page.getByRole('button', { name: 'Our yes to version 1' })).toBeInViewport();
	});

	test('keeps what was begun when everything froze, and says so', async () => {
		const room = readyDraft();
		await pageOf(room, amelie);
		await press('Change what you give');
		await page.getByLabelText('What do you give?').fill('The bus and two trainers');
		room.did(paivi, announceOpening.with({ ...bus, facts: [] })).open();
		await expect.element(page.getByText('You had not saved these words.')).toBeVisible();
		await expect.element(page.getByText('The bus and two trainers')).toBeVisible();
	});

	test.each([
		['what the centre gives', 'Change what you give', 'What do you give?'],
		['a step', 'Add', 'What will you do?']
	])('keeps %s that was begun when the page was loaded anew', async (_what, opens, field) => {
		const room = readyDraft();
		await pageOf(room, amelie);
		await press(opens);
		await page.getByLabelText(field).fill('The bus and two trainers');
		cleanup();
		await pageOf(room, amelie);
		if (opens === 'Add') await press(opens);
		await expect.element(page.getByLabelText(field)).toHaveValue('The bus and two trainers');
	});

	test('shows the words of a refused change until the person lets them go', async () => {
		const room = readyDraft();
		await pageOf(room, amelie);
		await press('Change what you give');
		await page.getByLabelText('What do you give?').fill('Two buses');
		room.refuseAll = 'proposal-open';
		await press('Save');
		await expect.element(page.getByText('The server did not take this.')).toBeVisible();
		await expect.element(page.getByText('Two buses')).toBeVisible();
		await press('Close');
		await expect.element(page.getByText('Two buses')).not.toBeInTheDocument();
	});
});
