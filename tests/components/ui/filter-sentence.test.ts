import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import FilterSentence from '#lib/ui/FilterSentence.svelte';
import { partsOf, type Filter } from '#lib/ui/filter-sentence.ts';

const filters: readonly Filter[] = [
	{
		name: 'kind',
		label: 'Kind of card',
		value: 'all',
		options: [
			{ value: 'all', label: 'all cards' },
			{ value: 'offer', label: 'offers' }
		]
	},
	{ name: 'country', label: 'Country', value: 'all', options: [{ value: 'all', label: 'every country' }] }
];

test('a sentence is cut into words and places, in the order of its language', () => {
	expect(partsOf('Show {kind} from {country}')).toEqual([
		{ words: 'Show' },
		{ name: 'kind' },
		{ words: 'from' },
		{ name: 'country' }
	]);
	expect(partsOf('{country}: {kind}')).toEqual([{ name: 'country' }, { words: ':' }, { name: 'kind' }]);
});

test('each place is a native list with a name, and says what was chosen', async () => {
	const chosen: string[] = [];
	await render(FilterSentence, {
		sentence: 'Show {kind} from {country}',
		label: 'Filter the cards',
		filters,
		onchange: (name: string, value: string) => void chosen.push(`${name}=${value}`)
	});
	const kind = page.getByRole('group', { name: 'Filter the cards' }).getByRole('combobox', { name: 'Kind of card' });
	await kind.selectOptions('offer');
	expect(chosen).toEqual(['kind=offer']);
	await expect.element(page.getByRole('combobox', { name: 'Country' })).toBeInTheDocument();
});
