import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-svelte';
import { inviteParty } from '#lib/domain/commands/invite-party.ts';
import { joinProposal } from '#lib/domain/commands/join-proposal.ts';
import { KeptWords, nothingBegun } from '#lib/proposal/begun-words.ts';
import { bus, pageOf, readyDraft } from './given.ts';
import { amelie, gergana, id, paivi } from './partners-room.ts';

// What one test begins and leaves is kept on the device.
afterEach(() => localStorage.clear());

const press = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const kept = () => new KeptWords(localStorage, amelie.personId, bus.proposalId).read();
const field = (name: string) => page.getByRole('textbox', { name });

/** The page is loaded anew, with whatever was begun on it. */
async function reloaded(room: ReturnType<typeof readyDraft>) {
	cleanup();
	await pageOf(room, amelie);
}

describe('A reason that was begun', () => {
	const why = field('Why?');
	async function takeOut(partner: RegExp) {
		await press(partner);
		await page.getByRole('menuitem', { name: 'Take out' }).click();
		await expect.element(why).toBeVisible();
	}

	test('for one partner is no reason for another, and comes back where it was begun', async () => {
		const room = readyDraft()
			.did(paivi, inviteParty.with({ ...bus, centreId: id('plovdiv'), role: 'partner' }))
			.did(gergana, joinProposal.with(bus));
		await pageOf(room, amelie);
		await takeOut(/Actions for Sample Tampere/);
		await why.fill('Nobody answers there');
		await reloaded(room);
		await takeOut(/Actions for Sample Plovdiv/);
		await expect.element(why).toHaveValue('');
		await press('Close');
		await takeOut(/Actions for Sample Tampere/);
		await expect.element(why).toHaveValue('Nobody answers there');
		await page.getByRole('dialog').getByRole('button', { name: 'Take out' }).click();
		await expect.poll(() => room.board.proposals.get(bus.proposalId)?.parties[0]?.state.is).toBe('taken-out');
		await expect.poll(kept).toEqual(nothingBegun);
	});
});

describe('A next step that was begun', () => {
	const what = field('What will you do?');
	const steps = (room: ReturnType<typeof readyDraft>) =>
		room.board.proposals.get(bus.proposalId)?.steps.map((one) => one.what);

	test('as a new one comes back as a new one, and not in place of another', async () => {
		const room = readyDraft();
		await pageOf(room, amelie);
		await press('Add');
		await what.fill('Write to the ministry');
		await reloaded(room);
		await press('Change: First call');
		await expect.element(what).toHaveValue('First call');
		await press('Close');
		await press('Add');
		await expect.element(what).toHaveValue('Write to the ministry');
		await press('Save');
		await expect.poll(() => steps(room)).toEqual(['First call', 'Write to the ministry']);
		await expect.poll(kept).toEqual(nothingBegun);
	});

	test('as a change comes back at its own step, and not as a new one', async () => {
		const room = readyDraft();
		await pageOf(room, amelie);
		await press('Change: First call');
		await what.fill('First call, all together');
		await reloaded(room);
		await press('Add');
		await expect.element(what).toHaveValue('');
		await press('Close');
		await press('Change: First call');
		await expect.element(what).toHaveValue('First call, all together');
		await press('Save');
		await expect.poll(() => steps(room)).toEqual(['First call, all together']);
	});
});
