import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import WhoIsHere from '#lib/board/WhoIsHere.svelte';
import { paivi } from '../proposal-pages/partners-room.ts';
import { boardIn, partOf } from './given.ts';

test('without a network nobody is said to be here now: it is who was here before', async () => {
	const room = boardIn('gather');
	await partOf(room, paivi, WhoIsHere);
	room.here(3, 'lyon');
	await expect.element(page.getByText('here now,')).toBeVisible();
	room.cut();
	await expect.element(page.getByText('were here when the network went,')).toBeVisible();
	await expect.element(page.getByText('here now,')).not.toBeInTheDocument();
});

test('nothing is said of who is here before the server has told it', async () => {
	const room = boardIn('gather');
	await partOf(room, paivi, WhoIsHere);
	await expect.element(page.getByText('here now,')).not.toBeInTheDocument();
	room.cut();
	await expect.element(page.getByText(/when the network went/)).not.toBeInTheDocument();
	expect(page.getByRole('heading').elements()).toEqual([]);
});
