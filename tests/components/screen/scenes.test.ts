import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Component } from 'svelte';
import '../../../src/app.css';
import type { Board } from '#lib/domain/board.ts';
import CardScene from '../../../src/routes/screen/[board]/CardScene.svelte';
import JoinScene from '../../../src/routes/screen/[board]/JoinScene.svelte';
import NewestScene from '../../../src/routes/screen/[board]/NewestScene.svelte';
import SectorsScene from '../../../src/routes/screen/[board]/SectorsScene.svelte';
import { about, card, id, joinUrl, PocketRoom } from './pocket-room.ts';
import BoardStage from './stages/BoardStage.svelte';

const sectorName = (code: string) => `Sector ${code}`;
const wordsOnWall = () => document.body.innerText.replace(/\s+/g, ' ');

async function onTheWall(scene: unknown, board: Partial<Board>, props: object = {}) {
	const room = new PocketRoom('screen', board);
	await expect.poll(() => room.live.state.connection).toBe('live');
	const part = scene as Component<Record<string, unknown>>;
	await render(BoardStage, { live: room.live, part, given: { about, joinUrl, sectorName, ...props } });
	return room;
}

beforeEach(async () => {
	await page.viewport(1280, 720);
	document.documentElement.classList.add('projector');
	return () => document.documentElement.classList.remove('projector');
});

describe('The newest cards', () => {
	test('a card that is posted is the headline at once, and no person is named', async () => {
		const old = card('old', { postedAt: 1 });
		const room = await onTheWall(NewestScene, { cards: new Map([[old.id, old]]) });
		await expect.element(page.getByRole('heading', { name: 'Title of old' })).toBeVisible();
		const fresh = card('fresh', { postedAt: 2, centreId: id('athens'), kind: 'offer' });
		room.change({ cards: new Map([...room.board.cards, [fresh.id, fresh]]) });
		await expect.element(page.getByRole('heading', { name: 'Title of fresh' })).toBeVisible();
		await expect.element(page.getByRole('listitem').getByText('Title of old')).toBeVisible();
		expect(wordsOnWall()).toContain('EL Sample Athens');
		expect(wordsOnWall()).toContain('2 cards from 2 organisations');
		expect(wordsOnWall()).not.toContain('Päivi');
	});

	test('an empty board invites', async () => {
		await onTheWall(NewestScene, {});
		await expect.element(page.getByRole('heading', { name: 'Post the first card.' })).toBeVisible();
	});

	test('the room code stands in every scene', async () => {
		await onTheWall(NewestScene, {});
		expect(wordsOnWall()).toContain('match.example');
		expect(wordsOnWall().replaceAll(' ', '')).toContain('K7QFM2XT');
	});
});

test('the way in counts who is here, live', async () => {
	const room = await onTheWall(JoinScene, {});
	await expect.element(page.getByRole('img', { name: 'QR code to join this workshop' })).toBeVisible();
	room.people(38, 3);
	await expect.poll(wordsOnWall).toContain('38 people here');
	expect(wordsOnWall()).toContain('3 organisations');
});

test('sectors show their name in the reader’s language', async () => {
	const wood = card('wood', { kind: 'sector', sectors: ['isced:0722'], title: '' });
	await onTheWall(SectorsScene, { cards: new Map([[wood.id, wood]]) });
	await expect.element(page.getByRole('heading', { name: '1 sector' })).toBeVisible();
	await expect.element(page.getByRole('listitem').getByText('Sector isced:0722')).toBeVisible();
});

describe('A title steps down the type scale', () => {
	const sizeOf = (name: string) => {
		const heading = page.getByRole('heading', { name }).element();
		return Math.round((parseFloat(getComputedStyle(heading).fontSize) / 720) * 1080);
	};

	test('until it fits: a short one is set at 144, a long one smaller, and nothing leaves the wall', async () => {
		const short = card('short', { title: 'Hydrogen' });
		await onTheWall(CardScene, { cards: new Map([[short.id, short]]) }, { card: short });
		await expect.poll(() => sizeOf('Hydrogen')).toBe(144);

		const title = 'Ζητάμε εκπαιδευτές για ρομπότ φροντίδας ηλικιωμένων σε απομακρυσμένα νησιά';
		const long = card('long', { title, text: 'Πολλά λόγια. '.repeat(40), language: 'el' });
		await onTheWall(CardScene, { cards: new Map([[long.id, long]]) }, { card: long });
		await expect.poll(() => sizeOf(title)).toBeLessThan(144);
		const heading = page.getByRole('heading', { name: title }).element();
		const words = heading.parentElement;
		expect(words && words.scrollHeight <= words.clientHeight + 1).toBe(true);
	});

	test('but one endless word is broken rather than set too small to read', async () => {
		const title = 'lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilaitoskokonaisuus';
		const endless = card('endless', { title, language: 'fi' });
		await onTheWall(CardScene, { cards: new Map([[endless.id, endless]]) }, { card: endless });
		await expect.poll(() => sizeOf(title)).toBe(44);
		const heading = page.getByRole('heading', { name: title }).element();
		expect(heading.scrollWidth).toBeLessThanOrEqual(heading.clientWidth + 1);
	});
});
