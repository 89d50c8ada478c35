import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import { KeptWords, nothingBegun } from '#lib/proposal/begun-words.ts';
import ForgetMe from '../../../src/routes/board/[board]/me/ForgetMe.svelte';
import { network } from '../entry/network.ts';
import { leavings } from '../leaving.ts';
import { amelie, paivi } from '../proposal-pages/partners-room.ts';
import BoardStage from '../screen/stages/BoardStage.svelte';
import { boardIn } from './given.ts';

afterEach(() => localStorage.clear());

const begun = ({ personId }: { personId: string }) => new KeptWords(localStorage, personId, 'bus');
const words = { ...nothingBegun, contribution: 'The bus' };

/** The question is before them. */
async function asked() {
	const live = boardIn('gather').phone(paivi);
	await expect.poll(() => live.state.connection).toBe('live');
	for (const person of [paivi, amelie]) begun(person).keep(words);
	await render(BoardStage, { live, part: ForgetMe as never, given: { personId: paivi.personId } });
	await page.getByRole('button', { name: 'Forget me' }).click();
}
const answer = () => page.getByRole('dialog').getByRole('button', { name: 'Forget me' }).click();

test('whoever is forgotten leaves nothing that they began on the device, and the page; what others began stays', async () => {
	const left = leavings();
	network({ 'DELETE /api/me': { body: null } });
	await asked();
	await answer();
	await expect.poll(() => left).toEqual([{ how: 'push', to: new URL('/', location.href).href }]);
	expect(Object.keys(localStorage).filter((key) => key.includes(paivi.personId))).toEqual([]);
	expect(begun(amelie).read()).toEqual(words);
});

test('whom the server could not forget loses nothing', async () => {
	const left = leavings();
	network({ 'DELETE /api/me': { body: { code: 'server-trouble', sentence: 'Please try again.' }, status: 503 } });
	await asked();
	await answer();
	await expect.element(page.getByRole('alert')).toHaveTextContent('The server could not do this. Please try again.');
	expect(begun(paivi).read()).toEqual(words);
	expect(left).toEqual([]);
});
