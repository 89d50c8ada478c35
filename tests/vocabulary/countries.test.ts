import { describe, expect, it } from 'vitest';
import { countryCodes, isCountry } from '#lib/domain/country-codes.ts';
import { readCountry, shownCountry } from '#lib/vocabulary/countries.ts';
import { countryNames, keptCountryName } from '#lib/vocabulary/country-names.ts';

const members = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
const around = 'IS LI NO CH AL BA GE MD ME MK RS TR UA XK AM AZ BY DZ EG GB IL JO LB LY MA PS SY TN ZA CN'.split(' ');

describe('countries', () => {
	it('are the 249 of ISO 3166 and Kosovo, each once', () => {
		expect(countryCodes).toHaveLength(250);
		expect(new Set(countryCodes).size).toBe(250);
		expect([...members, ...around].filter((code) => !isCountry(code))).toEqual([]);
	});

	it.each(['EL', 'UK', 'EU', 'fr', 'ZZ', 'FRA', '', null, 12])('are not %o', (code) => {
		expect(isCountry(code)).toBe(false);
	});

	it.each([
		['EL', 'GR'],
		['el', 'GR'],
		['GR', 'GR'],
		['UK', 'GB'],
		[' fr ', 'FR'],
		['xk', 'XK'],
		['ZZ', undefined],
		['Greece', undefined],
		['', undefined]
	])('are read from %o as %o', (text, code) => {
		expect(readCountry(text)).toBe(code);
	});

	it('are shown by their ISO code, Greece as EL', () => {
		expect(['GR', 'GB', 'FR', 'XK'].map(shownCountry)).toEqual(['EL', 'GB', 'FR', 'XK']);
		expect(countryCodes.filter((code) => readCountry(shownCountry(code)) !== code)).toEqual([]);
	});

	it('have names in English and French', () => {
		expect(['LV', 'NL', 'GR'].map(countryNames('en'))).toEqual(['Latvia', 'Netherlands', 'Greece']);
		expect(['LV', 'NL', 'GR'].map(countryNames('fr'))).toEqual(['Lettonie', 'Pays-Bas', 'Grèce']);
		expect(countryNames('fr')('nonsense')).toBe('nonsense');
	});

	it('around the forum have a name of our own, for browsers that have none', () => {
		for (const code of [...members, ...around]) {
			expect(keptCountryName(code, 'en'), code).not.toBe(code);
			expect(keptCountryName(code, 'fr'), code).not.toBe(code);
		}
		expect(keptCountryName('CZ', 'fr')).toBe('Tchéquie');
		expect(keptCountryName('JP', 'en')).toBe('JP');
	});
});
