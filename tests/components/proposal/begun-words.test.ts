import { afterEach, expect, test } from 'vitest';
import { KeptWords, nothingBegun } from '#lib/proposal/begun-words.ts';
import { forgetKept } from '#lib/ui/browser-storage.ts';

const step = { id: 'one', what: 'Write to the ministry', owner: 'Päivi', due: null };
const tab = (personId = 'paivi') => new KeptWords(localStorage, personId, 'bus');

afterEach(() => localStorage.clear());

test('two tabs of one person take nothing from each other’s begun words', () => {
	const [writing, other] = [tab(), tab()];
	writing.read();
	other.read();
	writing.keep({ ...nothingBegun, contribution: 'The bus' });
	other.keep({ ...nothingBegun, step });
	other.keep(nothingBegun);
	expect(tab().read()).toEqual({ ...nothingBegun, contribution: 'The bus' });
});

test('what somebody began is gone from the device when they are forgotten, and what others began stays', () => {
	for (const personId of ['paivi', 'amelie']) tab(personId).keep({ ...nothingBegun, step });
	localStorage.setItem('card-draft:board:paivi:new', '{}');
	forgetKept(localStorage, 'paivi');
	expect(tab('paivi').read()).toEqual(nothingBegun);
	expect(tab('amelie').read()).toEqual({ ...nothingBegun, step });
	expect(Object.keys(localStorage).filter((key) => key.includes('paivi'))).toEqual([]);
});
