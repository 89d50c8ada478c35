import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { keepCard } from '#lib/domain/commands/keep-card.ts';
import { verifyPerson } from '#lib/domain/commands/verify-person.ts';
import PhoneBoard from '../../../src/routes/board/[board]/PhoneBoard.svelte';
import { amelie, facilitator, guest, id, paivi } from '../proposal-pages/partners-room.ts';
import { boardIn, need, partOf } from './given.ts';
import WaitingStage from './stages/WaitingStage.svelte';

const verified = verifyPerson.with({ personId: guest.personId });
const mark = page.getByRole('listitem').getByText(/not yet verified/);

test('a card loses its mark, for everybody who looks, when its author is verified', async () => {
	const room = boardIn('match').did(guest, need('guest'));
	await partOf(room, paivi, PhoneBoard);
	await expect.element(mark).toBeVisible();
	room.did(facilitator, verified);
	await expect.element(mark).not.toBeInTheDocument();
	await expect.element(page.getByText('Need of guest')).toBeVisible();
});

test('a card that a verified colleague kept has no mark, although its author is not verified', async () => {
	const room = boardIn('match').did(guest, need('guest'));
	await partOf(room, paivi, PhoneBoard);
	await expect.element(mark).toBeVisible();
	room.did(amelie, keepCard.with({ cardId: id('guest') }));
	await expect.element(mark).not.toBeInTheDocument();
});

test('a colleague’s card waits to be kept only until the colleague is verified', async () => {
	const room = boardIn('match').did(guest, need('guest'));
	const live = room.phone(amelie);
	await expect.poll(() => live.state.connection).toBe('live');
	await render(WaitingStage, { live });
	const waits = page.getByText('A colleague posted a card for you. Keep it or withdraw it');
	await expect.element(waits).toBeVisible();
	room.did(facilitator, verified);
	await expect.element(waits).not.toBeInTheDocument();
});

test('who is not verified reads before posting what the card will say, and has the way to the code', async () => {
	await partOf(boardIn('gather'), guest, PhoneBoard);
	await page.getByRole('button', { name: 'Post a need', exact: true }).last().click();
	await expect.element(page.getByText('Your card says “not yet verified”.')).toBeVisible();
	await expect
		.element(page.getByRole('link', { name: 'Enter your organisation code' }))
		.toHaveAttribute('href', `/board/${id('board')}/me#organisation-code`);
});

test('a verified delegate’s card form says nothing of it', async () => {
	await partOf(boardIn('gather'), paivi, PhoneBoard);
	await page.getByRole('button', { name: 'Post a need', exact: true }).last().click();
	await expect.element(page.getByRole('textbox', { name: 'What do you need?' })).toBeVisible();
	await expect.element(page.getByText('Your card says “not yet verified”.')).not.toBeInTheDocument();
});
