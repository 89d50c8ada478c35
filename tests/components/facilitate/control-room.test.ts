import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Component } from 'svelte';
import '../../../src/app.css';
import { emptyBoard, type Board } from '#lib/domain/board.ts';
import { ControlRoom } from '#lib/facilitate/control-room.svelte.ts';
import ControlBand from '../../../src/routes/facilitate/[board]/ControlBand.svelte';
import NextPhase from '../../../src/routes/facilitate/[board]/NextPhase.svelte';
import NotDone from '../../../src/routes/facilitate/[board]/NotDone.svelte';
import RoomRows from '../../../src/routes/facilitate/[board]/RoomRows.svelte';
import CardRow from '../../../src/routes/facilitate/[board]/cards/CardRow.svelte';
import PersonRow from '../../../src/routes/facilitate/[board]/people/PersonRow.svelte';
import { m } from '#lib/messages/messages.ts';
import { card, id, PocketRoom } from '../screen/pocket-room.ts';
import BoardStage from '../screen/stages/BoardStage.svelte';

async function inControl(part: unknown, board: Partial<Board> = {}, props: object = {}) {
	const room = new PocketRoom('facilitator', board);
	await expect.poll(() => room.live.state.connection).toBe('live');
	const control = new ControlRoom(room.live);
	const drawn = part as Component<Record<string, unknown>>;
	await render(BoardStage, { live: room.live, control, part: drawn, given: props });
	return room;
}
const inPhase = (phase: Board['room']['phase']) => ({ room: { ...emptyBoard.room, phase } });
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

describe('The next phase', () => {
	test('starts the workshop after one question', async () => {
		const room = await inControl(NextPhase);
		await press('Start: 1 Post');
		expect(room.board.room.phase).toBe(null);
		await expect.element(page.getByRole('dialog', { name: 'Start the workshop?' })).toBeVisible();
		await press('Start the workshop');
		await expect.element(page.getByRole('button', { name: 'Next: 2 Read' })).toBeVisible();
		expect(room.board.room.phase).toBe('gather');
	});

	test('is not taken when the question is answered with Cancel', async () => {
		const room = await inControl(NextPhase, inPhase('gather'));
		await press('Next: 2 Read');
		await press('Cancel');
		await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
		expect(room.board.room.phase).toBe('gather');
	});

	test('says when another facilitator was faster, and nothing happens twice', async () => {
		const room = await inControl(NextPhase, inPhase('gather'));
		await press('Next: 2 Read');
		room.change(inPhase('explore'));
		await press('Move to 2 Read');
		await expect.element(page.getByRole('dialog').getByText(m.refusal_phase_same())).toBeVisible();
		expect(room.board.room.phase).toBe('explore');
	});

	test('can be any phase, by choosing it first', async () => {
		const room = await inControl(NextPhase, inPhase('confirm'));
		await press('Another phase');
		await press('Move the room');
		await expect.element(page.getByText('Choose a phase first.')).toBeVisible();
		await page.getByRole('radio', { name: /1 Post/ }).click();
		await press('Move to 1 Post');
		await expect.poll(() => room.board.room.phase).toBe('gather');
	});

	test('ends with the finished workshop, which offers no next one', async () => {
		await inControl(NextPhase, inPhase('closed'));
		await expect.element(page.getByText('The workshop is finished. Drafts go on.')).toBeVisible();
		await expect.element(page.getByRole('button', { name: /^Next/ })).not.toBeInTheDocument();
	});
});

describe('The room', () => {
	test('locks the board after one question, and the row tells how it stands', async () => {
		const room = await inControl(RoomRows, inPhase('gather'));
		await press('Lock');
		expect(room.board.room.locked).toBe(false);
		await press('Lock the board');
		await expect.element(page.getByText('The board is locked')).toBeVisible();
	});

	test.each([
		[null, 'The board opens with the start', 'Delegates come in and look around.'],
		['gather', 'The board is open', 'Delegates post cards and mark interest.'],
		['co-write', 'The board is open', 'Delegates post cards and mark interest.'],
		['confirm', 'The board takes no new cards', 'Delegates edit their cards and mark interest.'],
		['closed', 'The cards stay as they are', 'Delegates read. Drafts go on until the confirm-by day.']
	] as const)('says what delegates may do with cards in the phase %s', async (phase, title, detail) => {
		await inControl(RoomRows, inPhase(phase));
		await expect.element(page.getByText(title, { exact: true })).toBeVisible();
		await expect.element(page.getByText(detail)).toBeVisible();
	});

	test('chooses the scene of the screen', async () => {
		const room = await inControl(RoomRows, inPhase('gather'));
		await press('Change: The screen shows');
		await page.getByRole('radio', { name: /Newest cards/ }).click();
		await press('Show this');
		await expect.poll(() => room.board.room.scene).toBe('newest');
	});

	test('reveals private cards that its own phone does not show', async () => {
		const secret = card('secret', { state: { is: 'private' } });
		const room = await inControl(RoomRows, { ...inPhase('gather'), cards: new Map([[secret.id, secret]]) });
		expect(room.live.state.seen.cards.size).toBe(0);
		await press('Change: Private writing');
		await press('Reveal private cards');
		await press('Reveal the cards');
		await expect.poll(() => room.live.state.seen.cards.get(secret.id)?.state.is).toBe('published');
	});

	test('counts who is here, live', async () => {
		const room = await inControl(ControlBand, inPhase('gather'), { compact: false });
		room.people(41, 3);
		await expect.element(page.getByText('41')).toBeVisible();
		await expect.element(page.getByText('from 3 organisations')).toBeVisible();
	});
});

describe('A card', () => {
	test('is hidden only with a reason', async () => {
		const one = card('one');
		const room = await inControl(CardRow, { cards: new Map([[one.id, one]]) }, { card: one });
		await page.getByRole('button', { name: 'Actions for “Title of one”' }).click();
		await page.getByRole('menuitem', { name: 'Hide this card' }).click();
		await press('Hide the card');
		await expect.element(page.getByText('Write a reason.')).toBeVisible();
		expect(room.board.cards.get(one.id)?.state.is).toBe('published');
		await page.getByLabelText('Reason').fill('Not for this room');
		await press('Hide the card');
		await expect
			.poll(() => room.board.cards.get(one.id)?.state)
			.toMatchObject({ is: 'hidden', reason: 'Not for this room' });
	});

	test('is chosen for the screen with one press where nothing else is asked', async () => {
		const one = card('one');
		let over = false;
		const props = { card: one, onscreen: () => (over = true) };
		const room = await inControl(CardRow, { cards: new Map([[one.id, one]]) }, props);
		await press('Show on the screen: Title of one');
		await expect.poll(() => room.board.room.sceneCardId).toBe(one.id);
		expect(over).toBe(true);
	});

	test('goes on the screen with two presses', async () => {
		const one = card('one');
		const room = await inControl(CardRow, { cards: new Map([[one.id, one]]) }, { card: one });
		await page.getByRole('button', { name: 'Actions for “Title of one”' }).click();
		await page.getByRole('menuitem', { name: 'Show on the screen' }).click();
		await expect.poll(() => room.board.room.sceneCardId).toBe(one.id);
		await expect.element(page.getByText('On the screen now')).toBeVisible();
	});
});

test('a person is removed with a reason, which the board keeps', async () => {
	const person = { ...{ id: id('paivi'), name: 'Päivi Sundström', organisation: 'Sample Tampere' }, country: 'FI' };
	const room = await inControl(PersonRow, {}, { person: { ...person, verified: true, removed: null } });
	await page.getByRole('button', { name: 'Actions for Päivi Sundström' }).click();
	await page.getByRole('menuitem', { name: 'Remove from the workshop' }).click();
	await page.getByLabelText('Reason').fill('Wrong workshop');
	await press('Remove this person');
	await expect.poll(() => room.board.members.get(person.id)?.removed?.reason).toBe('Wrong workshop');
});

test.each([
	['an organisation', 'can be verified', id('lyon'), 'Sample Lyon'],
	['no organisation yet', 'cannot be verified', null, '']
])('a person who speaks for %s %s', async (_whom, can, centreId, organisation) => {
	const nils = { id: id('nils'), name: 'Nils Ferrand', verified: false, removed: null, country: null };
	await inControl(PersonRow, {}, { person: { ...nils, centreId, organisation } });
	await expect.element(page.getByText(organisation || 'No organisation')).toBeVisible();
	const offered = page.getByRole('button', { name: 'Verify', exact: true }).elements();
	expect(offered).toHaveLength(can === 'can be verified' ? 1 : 0);
});

test('what the server refuses afterwards is said in words until it has been read', async () => {
	const room = await inControl(NotDone, inPhase('gather'));
	room.refuseAll = 'nothing-private';
	await room.live.send({ name: 'reveal-cards', input: { cardIds: null } });
	await expect.element(page.getByRole('alert').getByText(m.refusal_nothing_private())).toBeVisible();
	await press('I have read it');
	await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});
