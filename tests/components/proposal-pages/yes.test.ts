import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { askForChange } from '#lib/domain/commands/ask-for-change.ts';
import { inviteParty } from '#lib/domain/commands/invite-party.ts';
import { withdrawConfirmation } from '#lib/domain/commands/withdraw-confirmation.ts';
import { announce, bus, gives, openVersion, pageOf, readyDraft, yesOf } from './given.ts';
import { amelie, guest, id, paivi, type PartnersRoom } from './partners-room.ts';
import { letIn } from '#lib/domain/commands/let-in.ts';

afterEach(() => localStorage.clear());

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const stateIn = (room: PartnersRoom) => room.board.proposals.get(bus.proposalId);
const ask = (reason: string) => askForChange.with({ ...bus, reason });

async function nameContact() {
	await page.getByLabelText('E-mail').fill('amelie@sample.example');
	await page.getByRole('checkbox', { name: 'The contact person agrees to this.' }).click();
}

describe('The yes to a version', () => {
	test('is said to what was frozen, with a contact person who agreed', async () => {
		const room = readyDraft();
		room.text = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Six evenings.' }] }] };
		await pageOf(openVersion(room), amelie);
		await expect.element(page.getByText(/^Version 1, frozen/)).toBeVisible();
		await expect.element(page.getByText('Six evenings.')).toBeVisible();
		await press('Our yes to version 1');
		await expect.element(page.getByText('Ask the contact person first, then tick this.')).toBeVisible();
		await expect.element(page.getByLabelText('E-mail')).toHaveFocus();
		await nameContact();
		await press('Our yes to version 1');
		await expect.element(page.getByText('Waiting for 1 of 2')).toBeVisible();
		expect(stateIn(room)?.confirmations).toMatchObject([
			{ decision: 'agreed', version: 1, contact: { name: 'Amélie Roux', email: 'amelie@sample.example' } }
		]);
	});

	test('is answered at the top of the page, wherever it was said; others’ answers move nothing', async () => {
		const room = openVersion();
		await pageOf(room, amelie);
		await nameContact();
		const field = page.getByLabelText('E-mail');
		field.element().scrollIntoView({ block: 'center' });
		const place = field.element().getBoundingClientRect().top;
		expect(scrollY).toBeGreaterThan(0);
		room.did(paivi, yesOf(room, 'Päivi Sundström'));
		await expect.element(page.getByText(/^Yes /)).toBeInTheDocument();
		expect(field.element().getBoundingClientRect().top).toBeCloseTo(place, 0);
		await press('Our yes to version 1');
		await expect.element(page.getByText('Confirmed partnership, international')).toBeInViewport();
		expect(scrollY).toBe(0);
	});

	test('of a colleague on another device does not move what I read', async () => {
		const room = openVersion();
		const colleague = { ...amelie, personId: id('anouk') };
		await pageOf(room, amelie);
		await expect.element(page.getByText(/^Version 1, frozen/)).toBeVisible();
		scrollTo({ top: 40 });
		room.did(colleague, yesOf(room, 'Anouk Petit'));
		await expect.element(page.getByText('Waiting for 1 of 2').first()).toBeInTheDocument();
		await new Promise(requestAnimationFrame);
		expect(scrollY).toBe(40);
	});

	test('names the day by which the management decides', async () => {
		const room = openVersion();
		await pageOf(room, amelie);
		await page.getByRole('radio', { name: 'Agreed, our management still decides' }).click();
		await page.getByLabelText('By which day?').fill('2024-09-24');
		await nameContact();
		await press('Our yes to version 1');
		await expect.element(page.getByText('The management decides by 24 September 2024')).toBeVisible();
		expect(stateIn(room)?.confirmations).toMatchObject([{ decision: 'management', decidesBy: '2024-09-24' }]);
	});

	test('is the verified delegates’: another reads the version and how to become one', async () => {
		const room = readyDraft().did(amelie, letIn.with({ ...bus, personId: guest.personId }));
		await pageOf(openVersion(room), guest);
		await expect.element(page.getByText('Only verified delegates say yes for their organisation.')).toBeVisible();
		await expect.element(page.getByText('The bus')).toBeVisible();
		await expect.element(page.getByRole('button', { name: /Our yes/ })).not.toBeInTheDocument();
	});

	test('waits when the version changed while it was read, until the changes were seen', async () => {
		const room = openVersion();
		await pageOf(room, amelie);
		await nameContact();
		room.did(paivi, ask('More'), gives('A workshop and a garage'), announce).open();
		await expect.element(page.getByText('The draft changed while you read. Now it is version 2.')).toBeVisible();
		await expect.element(page.getByText('A workshop and a garage')).toBeVisible();
		await expect.element(page.getByRole('button', { name: /Our yes/ })).not.toBeInTheDocument();
		await press('Read version 2');
		await expect.element(page.getByLabelText('E-mail')).toHaveValue('amelie@sample.example');
		await press('Our yes to version 2');
		await expect.poll(() => stateIn(room)?.confirmations[0]?.version).toBe(2);
	});

	test('to a version that was announced is said at once, with what changed above it', async () => {
		const room = openVersion();
		await pageOf(room, amelie);
		await nameContact();
		room.did(paivi, ask('More'), gives('A workshop and a garage'), announce);
		await expect.element(page.getByRole('region', { name: 'This draft opens for our yes' })).toBeVisible();
		room.open();
		const news = page.getByRole('region', { name: 'What changed since version 1' });
		await expect.element(news.getByText('A workshop and a garage')).toBeVisible();
		await expect.element(page.getByText('Read version 2')).toBeVisible();
		await press('Our yes to version 2');
		await expect.poll(() => stateIn(room)?.confirmations[0]?.version).toBe(2);
	});

	test('can be a request for a change, which needs a reason', async () => {
		const room = openVersion();
		await pageOf(room, amelie);
		await press('Ask for a change');
		const dialog = page.getByRole('dialog', { name: 'Ask for a change' });
		await dialog.getByRole('button', { name: 'Ask for a change' }).click();
		await expect.element(dialog.getByText('Please write the reason.')).toBeVisible();
		await dialog.getByLabelText('Why?').fill('Two trainers');
		await dialog.getByRole('button', { name: 'Ask for a change' }).click();
		await expect.element(page.getByText(/Amélie Roux \(Sample Lyon\) asked for a change/).first()).toBeVisible();
		expect(stateIn(room)?.state.is).toBe('draft');
	});

	test('becomes void visibly: who asked, why, and whose yes it was', async () => {
		const room = openVersion();
		room.did(amelie, yesOf(room, 'Amélie Roux'));
		await pageOf(room, amelie);
		room.did(paivi, ask('Two trainers, please'));
		await expect.element(page.getByText('Two trainers, please').first()).toBeVisible();
		await expect.element(page.getByText('No longer valid: the yes of Sample Lyon.')).toBeVisible();
	});

	test('can leave out a partner that does not answer, as a new version', async () => {
		const room = openVersion();
		await pageOf(room, amelie);
		await press('Go on without them');
		await page.getByRole('dialog').getByRole('button', { name: 'Go on without them' }).click();
		await expect.poll(() => stateIn(room)?.state.is).toBe('draft');
		await expect.element(page.getByText(/Amélie Roux took out Sample Tampere/).first()).toBeVisible();
	});

	test('is not asked again when an invitation that nobody answered ends', async () => {
		const room = readyDraft().did(paivi, inviteParty.with({ ...bus, centreId: id('plovdiv'), role: 'partner' }));
		openVersion(room);
		await pageOf(room, amelie);
		const row = page
			.getByRole('list', { name: 'Partners' })
			.getByRole('listitem')
			.filter({ hasText: 'Sample Plovdiv' });
		await row.getByRole('button', { name: 'Go on without them' }).click();
		const question = page.getByRole('dialog');
		await expect.element(question.getByText('Their invitation ends. This version stays as it is.')).toBeVisible();
		await expect.element(question.getByText('All others are asked again.')).not.toBeInTheDocument();
		await question.getByRole('button', { name: 'Go on without them' }).click();
		await expect.poll(() => stateIn(room)?.moments.at(-1)?.what).toBe('invitation-ended');
		expect(stateIn(room)?.version).toBe(1);
	});
});

describe('A partnership', () => {
	function agreed() {
		const room = openVersion();
		return room.did(amelie, yesOf(room, 'Amélie Roux')).did(paivi, yesOf(room, 'Päivi Sundström'));
	}

	test('shows its partners who confirmed how and when, and the contact persons', async () => {
		await pageOf(agreed(), paivi);
		await expect.element(page.getByText('Confirmed partnership, international')).toBeVisible();
		// It is read later and on paper: no hour without its day.
		await expect.element(page.getByText(/^Since 10 September 2024, 14:00\./)).toBeVisible();
		await expect.element(page.getByText('Agreed for our organisation').first()).toBeVisible();
		await expect.element(page.getByRole('link', { name: 'someone@sample.example' }).first()).toBeVisible();
		await expect
			.element(page.getByRole('link', { name: 'Excel file (XLSX)' }))
			.toHaveAttribute('href', '/api/partnerships?scope=centre&format=xlsx');
	});

	test('ends with a reason when a partner withdraws', async () => {
		const room = agreed();
		await pageOf(room, paivi);
		await press('Withdraw our yes');
		await page.getByLabelText('Why?').fill('New director');
		await page.getByRole('dialog').getByRole('button', { name: 'Withdraw our yes' }).click();
		await expect.element(page.getByText('Your organisation takes no part any more.')).toBeVisible();
		expect(stateIn(room)?.state.is).toBe('draft');
	});

	test('that another leaves tells why', async () => {
		const room = agreed();
		await pageOf(room, paivi);
		room.did(amelie, withdrawConfirmation.with({ ...bus, reason: 'No money' }));
		await expect.element(page.getByText(/Sample Lyon withdrew its yes/).first()).toBeVisible();
		await expect.element(page.getByText('No money').first()).toBeVisible();
	});
});
