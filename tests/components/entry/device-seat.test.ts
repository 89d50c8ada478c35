import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import DeviceSeat from '#lib/entry/DeviceSeat.svelte';
import type { SessionsHere } from '#lib/protocol/rest.ts';

const claim = 'POST /api/device/claim';
const paivi = { personId: 'paivi', name: 'Päivi Sundström' };
const amelie = { personId: 'amelie', name: 'Amélie Roux' };
const used = { code: 'link-used', sentence: 'This link was used before. Ask for a new one.' };

/** The network, up to the server: a link of Amélie's, opened on the device of this delegate. @returns what was asked */
function linkOpenedBy(delegate: SessionsHere['delegate']): string[] {
	const asked: string[] = [];
	const answers: Readonly<Record<string, unknown>> = {
		'GET /api/sessions': { delegate, facilitator: null, organiser: null, screen: null },
		'POST /api/device/look': amelie
	};
	vi.stubGlobal('fetch', (path: string, { method }: RequestInit) => {
		asked.push(`${method} ${path}`);
		const answer = answers[`${method} ${path}`];
		return Promise.resolve(answer ? Response.json(answer) : Response.json(used, { status: 410 }));
	});
	return asked;
}
afterEach(() => vi.unstubAllGlobals());

describe('A link for another device', () => {
	test('asks first where somebody else has a seat: nobody is made another person by a link slipped to them', async () => {
		const asked = linkOpenedBy(paivi);
		await render(DeviceSeat, { token: 'a token' });
		await expect.element(page.getByText('You are Päivi Sundström on this device.')).toBeVisible();
		await expect.element(page.getByText('This link is for Amélie Roux. Did you make it yourself?')).toBeVisible();
		await page.getByRole('button', { name: 'Stay Päivi Sundström' }).click();
		await expect.poll(() => asked).toContain('GET /api/me');
		expect(asked).not.toContain(claim);
	});

	test('moves the seat there when that is wanted', async () => {
		const asked = linkOpenedBy(paivi);
		await render(DeviceSeat, { token: 'a token' });
		expect(asked).not.toContain(claim);
		await page.getByRole('button', { name: 'Go on as Amélie Roux' }).click();
		await expect.poll(() => asked).toContain(claim);
		await expect.element(page.getByText(/This link was used before/)).toBeVisible();
	});

	test.each([
		['where nobody has a seat', null],
		['where the same person has it', amelie]
	])('asks nothing %s', async (_where, delegate) => {
		const asked = linkOpenedBy(delegate);
		await render(DeviceSeat, { token: 'a token' });
		await expect.poll(() => asked).toContain(claim);
	});
});
