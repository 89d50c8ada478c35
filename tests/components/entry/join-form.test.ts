import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import JoinForm from '#lib/entry/JoinForm.svelte';
import { network } from './network.ts';

const code = 'K7QFM2XT';
const lyon = {
	...{ id: 'lyon', isNetwork: false, legalName: 'Sample Lyon', name: 'Sample Lyon', country: 'FR', city: 'Lyon' },
	...{ kind: 'vet-provider', sectors: [], website: null }
};

test('what was missing is not called missing any more once it is there', async () => {
	network({
		[`GET /api/join/${code}/centres?q=sample`]: {
			body: { hits: [{ centre: lyon, display: 'Sample Lyon', ranges: [] }] },
			status: 200
		}
	});
	await render(JoinForm, { code, delegationCode: null, room: null });
	await page.getByRole('button', { name: 'Go in' }).click();
	await expect.element(page.getByText('Choose your organisation from the list.')).toBeVisible();
	await page.getByRole('combobox').fill('sample');
	await page.getByRole('option').click();
	await expect.element(page.getByText('Choose your organisation from the list.')).not.toBeInTheDocument();
	await page.getByRole('button', { name: 'Go in' }).click();
	await expect.element(page.getByText('Write your name.')).toBeVisible();
	await page.getByRole('textbox', { name: 'Your name' }).fill('N');
	await expect.element(page.getByText('Write your name.')).not.toBeInTheDocument();
});
