import { describe, expect, it } from 'vitest';
import { isImportable } from '../../../server/roster/roster-preview.ts';
import { actions, organisation, preview, problems } from './preview-of.ts';

describe('a row about a centre that the roster has', () => {
	const existing = [
		organisation('École Łódź', { city: 'Łódź', country: 'PL', kind: 'other', sectors: ['isced:0716'] }),
		organisation('Twin', { country: 'FR' }),
		{ ...organisation('Twin', { country: 'DE' }), id: 'id of the other Twin' },
		organisation('Coded', { legalName: 'Coded gGmbH', country: 'DE', pic: '111111111' })
	];

	it('is found without accents and case, and a blank cell keeps what the roster has', () => {
		const made = preview(['short_name;city;kind;sectors', 'ecole lodz;Warszawa;;'], { existing });
		expect(made.rows[0]).toMatchObject({
			action: 'update',
			centreId: 'id of École Łódź',
			changes: ['name', 'city'],
			centre: { name: 'ecole lodz', city: 'Warszawa', country: 'PL', kind: 'other', sectors: ['isced:0716'] }
		});
	});

	it('is unchanged when it says nothing new, and an import of nothing new has nothing to do', () => {
		const made = preview(['short_name;city', 'École Łódź;Łódź'], { existing });
		expect(made.rows[0]).toMatchObject({ action: 'unchanged', centreId: 'id of École Łódź', changes: [] });
		expect(isImportable(made)).toBe(false);
	});

	it('is found by its legal name', () => {
		expect(actions(preview(['short_name;legal_name;city', ';CODED gGmbH;Bonn'], { existing }))).toEqual([
			'2 update CODED gGmbH'
		]);
	});

	it('is found by its PIC, whatever it is called now', () => {
		const made = preview(['short_name;pic', 'New name;111111111'], { existing });
		expect(made.rows[0]).toMatchObject({
			action: 'update',
			centreId: 'id of Coded',
			changes: ['name']
		});
	});

	it('of another country is another centre', () => {
		expect(actions(preview(['short_name;country', 'École Łódź;FR', 'Twin;DE'], { existing }))).toEqual([
			'2 add École Łódź',
			'3 unchanged Twin'
		]);
	});

	it('is bad when it fits two centres, and says which', () => {
		const made = preview(['short_name;city', 'Twin;Lyon'], { existing });
		expect(problems(made)).toEqual(['2 short_name name-ambiguous']);
		expect(made.rows[0]?.problems[0]?.params).toEqual({ names: 'Twin (FR), Twin (DE)' });
	});

	it('is bad when name and PIC belong to two centres, or one name has two PICs', () => {
		const made = preview(['short_name;country;pic', 'Twin;FR;111111111', 'Coded;DE;222222222'], { existing });
		expect(problems(made)).toEqual(['2 pic code-of-another', '3 pic code-differs']);
	});

	it('never mixes a network with an organisation of the same name', () => {
		const made = preview(['short_name;coordinator', 'Twin;'], { existing, kind: 'networks' });
		expect(actions(made)).toEqual(['2 add Twin']);
	});
});

describe('two rows of a file about one centre', () => {
	it('are one centre with the lists of both', () => {
		const made = preview(['short_name;country;networks;city', 'A;FR;MOSAIC;', 'a;;Auto-CoVE 2.0;Lyon', 'B;;;'], {
			coming: ['MOSAIC', 'Auto-CoVE 2.0']
		});
		expect(actions(made)).toEqual(['2 add A', '3 unchanged a', '4 add B']);
		expect(made.rows[0]).toMatchObject({
			sameAsLine: null,
			centre: { networks: ['MOSAIC', 'Auto-CoVE 2.0'], city: 'Lyon' }
		});
		expect(made.rows[1]).toMatchObject({ sameAsLine: 2, changes: [] });
	});

	it('are bad when they disagree, and name the first line', () => {
		const made = preview(['short_name;city', 'A;Lyon', 'A;Paris']);
		expect(problems(made)).toEqual(['3 city differs-from-line']);
		expect(made.rows[1]?.problems[0]?.params).toEqual({ line: 2, first: 'Lyon' });
	});

	it('are two centres when their countries differ', () => {
		expect(preview(['short_name;country', 'A;FR', 'A;DE']).counts.add).toBe(2);
	});
});
