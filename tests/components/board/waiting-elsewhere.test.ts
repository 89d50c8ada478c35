import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import type { WaitingInForum } from '#lib/protocol/rest.ts';
import { id, paivi, PartnersRoom } from '../proposal-pages/partners-room.ts';
import WaitingStage from './stages/WaitingStage.svelte';

const waits = (board: string, title: string): WaitingInForum => ({
	...{ kind: 'invitation', proposalId: id(title), title, language: 'en', at: 0 },
	workshop: { id: id(board), title: `Room ${board}`, language: 'en', joinCode: '7Q7S-VVVA', joined: false }
});

/** The network, up to the server: what was asked, and its answers. */
function answering(answers: Readonly<Record<string, unknown>>): string[] {
	const asked: string[] = [];
	vi.stubGlobal('fetch', (path: string, { method }: RequestInit) => {
		asked.push(`${method} ${path}`);
		const answer = answers[`${method} ${path}`];
		return Promise.resolve(
			Response.json(answer ?? { code: 'not-found', sentence: '' }, { status: answer ? 200 : 404 })
		);
	});
	return asked;
}
afterEach(() => vi.unstubAllGlobals());

test('an invitation in another workshop waits in this one too, with its room, and one tap asks to go in', async () => {
	const asked = answering({
		'GET /api/me/waiting': { waiting: [waits('other', 'Bus lessons'), waits('board', 'Of this room')] }
	});
	const live = new PartnersRoom().phone(paivi);
	await expect.poll(() => live.state.connection).toBe('live');
	await render(WaitingStage, { live });
	const row = page.getByRole('listitem').filter({ hasText: 'Bus lessons' });
	await expect.element(row.getByText('You are invited to a partnership draft')).toBeVisible();
	await expect.element(row.getByText('Room other')).toBeVisible();
	// What this room's own board tells stands in the list once.
	await expect.element(page.getByText('Of this room')).not.toBeInTheDocument();
	await row.getByRole('button', { name: 'Go in' }).click();
	await expect.poll(() => asked).toContain('POST /api/join/7Q7S-VVVA/again');
	await expect.element(row.getByRole('alert')).toBeVisible();
});
