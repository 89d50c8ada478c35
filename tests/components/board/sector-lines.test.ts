import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import { moveToPhase } from '#lib/domain/commands/move-to-phase.ts';
import { sectorNames } from '#lib/board/sector-names.svelte.ts';
import { pairKey } from '#lib/domain/board.ts';
import { postSector } from '#lib/domain/commands/post-sector.ts';
import { revealCards } from '#lib/domain/commands/reveal-cards.ts';
import { setPrivateWriting } from '#lib/domain/commands/set-private-writing.ts';
import LaptopBoard from '../../../src/routes/board/[board]/LaptopBoard.svelte';
import { amelie, facilitator, guest, id, paivi, PartnersRoom } from '../proposal-pages/partners-room.ts';
import { boardIn, partOf } from './given.ts';
import LineStage from './stages/LineStage.svelte';

const sector = (name: string, text = 'Buses') =>
	postSector.with({ cardId: id(name), code: 'isced:0716', text, language: 'en', networkId: null });

afterEach(async () => {
	await page.viewport(360, 740);
	cleanup();
	localStorage.clear();
});

test('the line of a delegate who is not verified says so, that of a verified one does not', async () => {
	const room = new PartnersRoom().did(facilitator, moveToPhase.with({ phase: 'match' }));
	const live = room.did(paivi, sector('vehicles')).did(guest, sector('again')).phone(paivi);
	await expect.poll(() => live.state.connection).toBe('live');
	await render(LineStage, { live });
	const lineOf = (name: string) => page.getByRole('listitem').filter({ hasText: name });
	await expect.element(lineOf('Gaston Petit').getByText(/not yet verified/)).toBeVisible();
	await expect.element(lineOf('Päivi Sundström')).toBeVisible();
	await expect.element(lineOf('Päivi Sundström').getByText(/not yet verified/)).not.toBeInTheDocument();
});

test('a line of a verified delegate in which words of a guest stand says so', async () => {
	const room = boardIn('gather').did(facilitator, setPrivateWriting.with({ on: true }));
	room.did(amelie, sector('vehicles')).did(guest, sector('again', 'Trams'));
	const live = room.did(facilitator, revealCards.with({ cardIds: null })).phone(paivi);
	await expect.poll(() => live.state.connection).toBe('live');
	await render(LineStage, { live });
	const line = page.getByRole('listitem').filter({ hasText: 'Amélie Roux' });
	await expect.element(line.getByText(/Buses/)).toBeVisible();
	await expect.element(line.getByText(/Trams/)).toBeVisible();
	await expect.element(line.getByText(/not yet verified/)).toBeVisible();
});

describe('The form of our line in a sector', () => {
	const dialog = page.getByRole('dialog');
	const posted = dialog.getByText('Your line is on the board.');
	const alone = dialog.getByText('Your card is saved. Only you see it.');
	const privately = (on: boolean) => setPrivateWriting.with({ on });
	const lineOf = (room: PartnersRoom, card: string) => room.board.lines.get(pairKey(id(card), id('tampere')))?.text;

	/** The sheet of the sector is open on a laptop, and this was written into its form. */
	async function written(room: PartnersRoom, words: string) {
		await page.viewport(1440, 900);
		const live = await partOf(room, paivi, LaptopBoard);
		await sectorNames.load();
		const link = page.getByRole('link', { name: /Motor vehicles/ }).first();
		await expect.element(link).toBeInTheDocument();
		(link.element() as HTMLElement).focus();
		await userEvent.keyboard('{Enter}');
		await dialog.getByRole('textbox').first().fill(words);
		return live;
	}
	const press = (name: string) => dialog.getByRole('button', { name, exact: true }).last().click();

	test('changes what all see there while new cards are private, and says so before and after', async () => {
		const room = boardIn('gather').did(paivi, sector('vehicles')).did(facilitator, privately(true));
		await written(room, 'Trams');
		await expect.element(page.getByText('Everybody sees your line at once.')).toBeVisible();
		await expect.element(page.getByRole('textbox', { name: 'Our line in this sector' })).toBeVisible();
		await press('Change our line');
		await expect.poll(() => lineOf(room, 'vehicles')).toBe('Trams');
		expect(room.board.cards.size).toBe(1);
		await expect.element(posted).toBeVisible();
	});

	test('says that only its author sees a line that joins others in private writing', async () => {
		const room = boardIn('gather').did(amelie, sector('vehicles')).did(facilitator, privately(true));
		await written(room, 'Trams');
		await press('Join');
		await expect.poll(() => room.board.cards.size).toBe(2);
		await expect.element(alone).toBeVisible();
		await expect.element(posted).not.toBeInTheDocument();
	});

	test('says so of a private card also when private writing is over', async () => {
		const room = boardIn('gather').did(facilitator, privately(true)).did(paivi, sector('vehicles'));
		await written(room.did(facilitator, privately(false)), 'Trams');
		await press('Change our line');
		await expect.poll(() => lineOf(room, 'vehicles')).toBe('Trams');
		await expect.element(alone).toBeVisible();
	});

	test('does not say that a line is on the board which the server refused', async () => {
		const room = boardIn('gather').did(amelie, sector('vehicles'));
		const live = await written(room, 'Trams');
		room.refuseAll = 'board-locked';
		await press('Join');
		await expect.poll(() => live.state.returned).toHaveLength(1);
		await expect.poll(() => live.state.pending).toEqual([]);
		await expect.element(posted).not.toBeInTheDocument();
	});
});
