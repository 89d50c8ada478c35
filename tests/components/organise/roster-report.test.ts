import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import RosterReport from '#lib/organise/RosterReport.svelte';
import type { RosterPreview } from '#lib/protocol/rest-roster.ts';

const preview: RosterPreview = {
	kind: 'organisations',
	encoding: 'windows-1252',
	encodingGuessed: true,
	delimiter: ';',
	columns: [
		{ header: 'short_name', field: 'name' },
		{ header: 'colour', field: null }
	],
	counts: { rows: 3, added: 1, changed: 0, same: 0 },
	problems: [
		{
			line: 3,
			column: 'country',
			code: 'a-code-without-words',
			sentence: '“XX” is no country.',
			params: {},
			value: 'XX'
		},
		{
			line: 4,
			column: null,
			code: 'a-code-without-words',
			sentence: 'This row is there twice.',
			params: {},
			value: ''
		}
	],
	sample: [
		{
			line: 2,
			is: 'added',
			name: 'Sample Skola',
			legalName: 'Sample Skola AB',
			city: 'Malmö',
			country: 'SE',
			kind: 'vet-provider',
			networks: ['Sample H₂ network']
		}
	]
};

test('every bad row is named with its line, its column, what it says and what to do', async () => {
	await render(RosterReport, { preview });
	await expect.element(page.getByText('2 rows cannot be imported.')).toBeVisible();
	await expect.element(page.getByRole('row', { name: '3 country XX “XX” is no country.' })).toBeVisible();
	await expect.element(page.getByRole('row', { name: '4 whole row nothing This row is there twice.' })).toBeVisible();
});

test('a column that is not read is named, so that nobody waits for what it says', async () => {
	await render(RosterReport, { preview });
	await expect.element(page.getByText('colour')).toBeVisible();
});

test('the first rows are shown as they would stand in the roster', async () => {
	await render(RosterReport, { preview: { ...preview, problems: [] } });
	const name = '2 SE Sample Skola Sample Skola AB Malmö VET provider Sample H₂ network new';
	await expect.element(page.getByRole('row', { name })).toBeVisible();
	await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});
