import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import { moveToPhase } from '#lib/domain/commands/move-to-phase.ts';
import { sectorNames } from '#lib/board/sector-names.svelte.ts';
import { pairKey } from '#lib/domain/board.ts';
import { postSector } from '#lib/domain/commands/post-sector.ts';
import { setPrivateWriting } from '#lib/domain/commands/set-private-writing.ts';
import LaptopBoard from '../../../src/routes/board/[board]/LaptopBoard.svelte';
import { facilitator, guest, id, paivi, PartnersRoom } from '../proposal-pages/partners-room.ts';
import { boardIn, partOf } from './given.ts';
import LineStage from './stages/LineStage.svelte';

const sector = (name: string) =>
	postSector.with({ cardId: id(name), code: 'isced:0716', text: 'Buses', language: 'en', networkId: null });

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

test('our line in a sector that all see is changed there while new cards are private, and the form says who sees it', async () => {
	await page.viewport(1440, 900);
	const room = boardIn('gather').did(paivi, sector('vehicles'));
	await partOf(room.did(facilitator, setPrivateWriting.with({ on: true })), paivi, LaptopBoard);
	await sectorNames.load();
	const link = page.getByRole('link', { name: /Motor vehicles/ }).first();
	await expect.element(link).toBeInTheDocument();
	(link.element() as HTMLElement).focus();
	await userEvent.keyboard('{Enter}');
	await expect.element(page.getByText('Everybody sees your line at once.')).toBeVisible();
	await page.getByRole('textbox', { name: 'Our line in this sector' }).fill('Trams');
	await page.getByRole('button', { name: 'Change our line' }).last().click();
	await expect.poll(() => room.board.lines.get(pairKey(id('vehicles'), id('tampere')))?.text).toBe('Trams');
	expect(room.board.cards.size).toBe(1);
});
