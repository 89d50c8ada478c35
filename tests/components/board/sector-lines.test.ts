import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import { moveToPhase } from '#lib/domain/commands/move-to-phase.ts';
import { postSector } from '#lib/domain/commands/post-sector.ts';
import { facilitator, guest, id, paivi, PartnersRoom } from '../proposal-pages/partners-room.ts';
import LineStage from './stages/LineStage.svelte';

test('the line of a delegate who is not verified says so, that of a verified one does not', async () => {
	const sector = (name: string) =>
		postSector.with({ cardId: id(name), code: 'isced:0716', text: 'Buses', language: 'en', networkId: null });
	const room = new PartnersRoom().did(facilitator, moveToPhase.with({ phase: 'match' }));
	const live = room.did(paivi, sector('vehicles')).did(guest, sector('again')).phone(paivi);
	await expect.poll(() => live.state.connection).toBe('live');
	await render(LineStage, { live });
	const lineOf = (name: string) => page.getByRole('listitem').filter({ hasText: name });
	await expect.element(lineOf('Gaston Petit').getByText(/not yet verified/)).toBeVisible();
	await expect.element(lineOf('Päivi Sundström')).toBeVisible();
	await expect.element(lineOf('Päivi Sundström').getByText(/not yet verified/)).not.toBeInTheDocument();
});
