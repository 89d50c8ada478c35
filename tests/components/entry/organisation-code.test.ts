import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import ArrivalPage from '#lib/entry/ArrivalPage.svelte';
import JoinAgain from '#lib/entry/JoinAgain.svelte';
import JoinForm from '#lib/entry/JoinForm.svelte';
import { loadRefusals } from '#lib/messages/messages.ts';
import type { JoinPage } from '#lib/protocol/rest.ts';
import { about } from '../given-room.ts';
import { HeldAnswer, network } from './network.ts';

const code = 'K7QFM2XT';
const organisationCode = '9D4TK7QFM2XT';
const wrong = { code: 'delegation-code-wrong', sentence: 'No organisation has this code.' };
const sampleLyon = {
	...{ id: 'lyon', isNetwork: false, legalName: 'Sample Lyon', name: 'Sample Lyon', country: 'FR', city: 'Lyon' },
	...{ kind: 'vet-provider', sectors: [], website: null }
};
const join = `POST /api/join/${code}`;
const full = { body: { code: 'server-trouble', sentence: 'Please try again.' }, status: 503 };

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const field = (name: string) => page.getByRole('textbox', { name });

beforeEach(() => loadRefusals());

async function typeCode(typed: string) {
	await press('I have an organisation code');
	await field('Organisation code').fill(typed);
	(document.activeElement as HTMLElement).blur();
}

describe('The answer to an organisation code that comes late', () => {
	const room = { code, delegationCode: null, room: null };

	test('keeps nobody out who has said meanwhile that the organisation is not in the list', async () => {
		const held = new HeldAnswer();
		const { asked, count } = network({ 'POST /api/centre-of-code': held, [join]: full });
		await render(JoinForm, room);
		await typeCode(organisationCode);
		await expect.poll(() => count('POST /api/centre-of-code')).toBe(1);
		await press('My organisation is not here');
		held.come(wrong, 404);
		await field('Name of your organisation').fill('Sample Atelier');
		await field('Your name').fill('Nils Ferrand');
		await press('Go in');
		await expect
			.poll(() => asked.at(-1))
			.toMatchObject({ what: join, body: { centre: { asked: { name: 'Sample Atelier' } } } });
	});

	test('says nothing about a code that was typed after it', async () => {
		const held = new HeldAnswer();
		const { count } = network({ 'POST /api/centre-of-code': held });
		await render(JoinForm, room);
		await typeCode(organisationCode);
		await expect.poll(() => count('POST /api/centre-of-code')).toBe(1);
		await field('Organisation code').fill('9D4T-K7QF-M2X');
		held.come(wrong, 404);
		await held.response;
		await press('Go in');
		await expect.element(page.getByText('An organisation code has twelve letters and numbers.')).toBeVisible();
		await expect.element(page.getByText(/not your organisation’s code/)).not.toBeInTheDocument();
	});

	test('takes the place of no organisation that was chosen meanwhile', async () => {
		const held = new HeldAnswer();
		const hits = {
			hits: [
				{ centre: { ...sampleLyon, id: 'tampere', name: 'Sample Tampere' }, display: 'Sample Tampere', ranges: [] }
			]
		};
		const { count } = network({
			...{ 'POST /api/centre-of-code': held },
			...{ [`GET /api/join/${code}/centres?q=Sam`]: { body: hits } }
		});
		await render(JoinForm, room);
		await typeCode(organisationCode);
		await expect.poll(() => count('POST /api/centre-of-code')).toBe(1);
		const organisation = page.getByRole('combobox', { name: 'Your organisation' });
		await organisation.fill('Sam');
		await page.getByRole('option', { name: /Sample Tampere/ }).click();
		held.come({ centre: sampleLyon });
		await held.response;
		await field('Your name').fill('Nils Ferrand');
		await expect.element(organisation).toHaveValue(expect.stringContaining('Sample Tampere'));
	});
});

describe('Who comes back to a room with the sheet of an organisation', () => {
	const room: JoinPage = {
		...{ about, people: 3, centres: 2 },
		you: { name: 'Päivi Sundström', verified: false, centre: sampleLyon }
	} as unknown as JoinPage;
	const again = `POST /api/join/${code}/again`;
	const verify = 'POST /api/me/verify';

	test('reads why its code was not taken before the board opens, and goes in without it', async () => {
		network({
			[again]: { body: { board: 'board', you: { verified: false } } },
			[verify]: { body: wrong, status: 404 }
		});
		await render(JoinAgain, { room, code, delegationCode: organisationCode, onother: () => undefined });
		await press('Go in');
		await expect
			.element(page.getByRole('alert'))
			.toHaveTextContent('This is not your organisation’s code. Check it on your sheet. You can go in without it.');
		await expect.element(page.getByText('You can go in without it.')).toBeVisible();
		const { asked, count } = network({ [again]: full });
		await press('Go in');
		await expect.poll(() => count(again)).toBe(1);
		await expect.element(page.getByText('You can go in without it.')).not.toBeInTheDocument();
		expect(asked).toHaveLength(1);
	});

	test('reads that it was wrong too often, and goes in without it: waiting keeps nobody out', async () => {
		const tooMany = { code: 'guesses-too-many', sentence: 'Wait.', values: { seconds: 40 } };
		network({
			[again]: { body: { board: 'board', you: { verified: false } } },
			[verify]: { body: tooMany, status: 429 }
		});
		await render(JoinAgain, { room, code, delegationCode: organisationCode, onother: () => undefined });
		await press('Go in');
		await expect
			.element(page.getByRole('alert'))
			.toHaveTextContent('That was wrong too often. Wait 40 seconds, then try again. You can go in without it.');
		const { count } = network({ [again]: full });
		await press('Go in');
		await expect.poll(() => count(again)).toBe(1);
		expect(count(verify)).toBe(0);
	});

	test('has the code tried again when the network failed, not the code', async () => {
		const answers = { [again]: { body: { board: 'board', you: { verified: false } } }, [verify]: full };
		const { count } = network(answers);
		await render(JoinAgain, { room, code, delegationCode: organisationCode, onother: () => undefined });
		await press('Go in');
		await expect.element(page.getByRole('alert')).toHaveTextContent('The server could not do this. Please try again.');
		await expect.element(page.getByText('You can go in without it.')).not.toBeInTheDocument();
		await press('Go in');
		await expect.poll(() => count(verify)).toBe(2);
	});
});

describe('An organisation code in the field of the room code', () => {
	const roomCode = page.getByRole('textbox', { name: 'Room code' });
	const nobody = { delegate: null, facilitator: null, organiser: null, screen: null };
	const workshop = { ...about.workshop, joined: true };

	test('is tried when its reader goes in, and no more is said', async () => {
		network({ 'GET /api/sessions': { body: nobody } });
		await render(ArrivalPage);
		await expect
			.element(roomCode)
			.toHaveAccessibleDescription('A room code has 8 characters, an organisation code 12.');
		await roomCode.fill(organisationCode);
		await press('Find the room');
		await expect.element(page.getByText('We try it when you go in.')).toBeVisible();
		await expect.element(page.getByText(/We keep it/)).not.toBeInTheDocument();
	});

	test.each([
		['of a room', '7QFM2XT', 'A room code has eight letters and numbers. Look at the screen.'],
		['of an organisation', '9D4T-K7QF-M2X', 'An organisation code has twelve letters and numbers.']
	])('that is nearly one %s is told that shape', async (_of, typed, words) => {
		network({ 'GET /api/sessions': { body: nobody } });
		await render(ArrivalPage);
		await roomCode.fill(typed);
		await press('Find the room');
		await expect.element(page.getByText(words)).toBeVisible();
	});

	test('leads who is in already to the place where it is typed', async () => {
		network({
			'GET /api/sessions': { body: { ...nobody, delegate: { personId: 'paivi', name: 'Päivi Sundström' } } },
			'GET /api/me': {
				body: { person: { id: 'paivi', name: 'Päivi Sundström', verified: false }, workshops: [workshop] }
			}
		});
		await render(ArrivalPage);
		await expect.element(page.getByRole('link', { name: workshop.title })).toBeVisible();
		await roomCode.fill(organisationCode);
		await press('Find the room');
		await expect
			.element(page.getByRole('link', { name: 'Type it under My forum' }))
			.toHaveAttribute('href', `/board/${workshop.id}/me#organisation-code`);
	});
});
