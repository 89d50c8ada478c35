import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ForumForm from '#lib/organise/ForumForm.svelte';
import type { ForumRequest } from '#lib/protocol/rest.ts';
import type { Problem } from '#lib/protocol/rest-problems.ts';

const forum = {
	id: 'AAAAAAAAAAAAAAAAAAAAAA',
	name: 'Sample Forum',
	place: 'Lyon',
	firstDay: '2026-12-01',
	lastDay: '2026-12-03',
	timeZone: 'Europe/Paris',
	languages: ['en', 'fr'],
	controller: 'Sample Office, privacy@example.org',
	privacyNotice: 'Everybody in the room sees your name.',
	confirmByDay: '2026-12-17',
	retentionDay: '2027-06-03'
};

test('what is missing is asked for beside its field, and nothing is sent', async () => {
	const sent: ForumRequest[] = [];
	const save = (request: ForumRequest) => {
		sent.push(request);
		return Promise.resolve(null);
	};
	await render(ForumForm, { forum: null, save });
	await page.getByRole('button', { name: 'Create the forum' }).click();
	for (const label of [
		'Name of the forum',
		'Responsible for the data',
		'Privacy notice',
		'Personal data is erased on'
	]) {
		await expect.element(page.getByLabelText(label)).toHaveAttribute('aria-invalid', 'true');
	}
	expect(sent).toEqual([]);
});

test('the last day proposes the last day to confirm and the day of erasure', async () => {
	await render(ForumForm, { forum: null, save: () => Promise.resolve(null) });
	await page.getByLabelText('Last day', { exact: true }).fill('2026-12-03');
	await expect.element(page.getByLabelText('Last day to confirm')).toHaveValue('2026-12-17');
	await expect.element(page.getByLabelText('Personal data is erased on')).toHaveValue('2027-06-03');
});

test('a no of the server stands under the field that it is about', async () => {
	const problem: Problem = { code: 'a-code-without-words', sentence: 'Choose another time zone.', field: 'timeZone' };
	await render(ForumForm, { forum, save: () => Promise.resolve(problem) });
	await page.getByRole('button', { name: 'Save' }).click();
	await expect
		.element(page.getByRole('combobox', { name: 'Time zone' }))
		.toHaveAccessibleDescription('Choose another time zone. Such as Europe/Paris. All times are told in it.');
});

test('a forum is sent as it stands in the form', async () => {
	const sent: ForumRequest[] = [];
	const save = (request: ForumRequest) => {
		sent.push(request);
		return Promise.resolve(null);
	};
	await render(ForumForm, { forum, save });
	await page.getByRole('textbox', { name: 'Place' }).fill('Tallinn');
	await page.getByRole('checkbox', { name: 'eesti' }).click();
	await page.getByRole('button', { name: 'Save' }).click();
	const { id: _id, ...facts } = forum;
	expect(sent).toEqual([{ ...facts, place: 'Tallinn', languages: ['en', 'fr', 'et'] }]);
});
