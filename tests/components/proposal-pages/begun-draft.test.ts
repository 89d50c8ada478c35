import { afterEach, expect, test } from 'vitest';
import type { CentreEntry } from '#lib/protocol/frame.ts';
import { BegunDrafts, type BegunDraft } from '#lib/proposal/begun-draft.ts';

const lyon: CentreEntry = {
	...{ name: 'Sample Lyon', legalName: 'Sample Campus Lyon', city: 'Lyon', country: 'FR', kind: null },
	...{ isNetwork: false, sectors: [], networkIds: [], approved: true }
};
const begun: BegunDraft = {
	title: 'Night bus teachers',
	language: 'fr',
	asked: [
		{ centreId: 'lyon', role: 'associated', chosen: true, entry: lyon },
		{ centreId: 'tampere', role: 'partner', chosen: false, entry: null }
	]
};
const from = (...cardIds: string[]) => new BegunDrafts(localStorage, 'board', 'amelie', cardIds);
afterEach(() => localStorage.clear());

test('what was begun from the same cards is there again, and from others is not', () => {
	from('one', 'two').keep(begun);
	expect(from('one', 'two').read()).toEqual(begun);
	expect(from('one').read()).toBeUndefined();
	expect(new BegunDrafts(localStorage, 'board', 'paivi', ['one', 'two']).read()).toBeUndefined();
	from('one', 'two').drop();
	expect(from('one', 'two').read()).toBeUndefined();
});

test.each(['{', '7', '{"title":"A","language":"en"}'])('what is no begun draft is passed over: %s', (text) => {
	localStorage.setItem('begun-draft:board:amelie', text);
	expect(from().read()).toBeUndefined();
});

test('a party that cannot be read is left out, the others stay', () => {
	const text = JSON.stringify({ ...begun, asked: [null, { centreId: 'x', role: 'king' }, begun.asked[1]] });
	localStorage.setItem('begun-draft:board:amelie', text);
	expect(from().read()?.asked).toEqual([begun.asked[1]]);
});

test('where the device keeps nothing, nothing is kept and nothing fails', () => {
	const nowhere = new BegunDrafts(undefined, 'board', 'amelie', []);
	nowhere.keep(begun);
	expect(nowhere.read()).toBeUndefined();
});
