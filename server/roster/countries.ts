import { countryCodes as codes } from '#lib/domain/country-codes.ts';
import { nameKey } from './name-key.ts';

/** What people write in the European institutions' and in everyday use. */
const otherNames: Readonly<Record<string, string>> = {
	el: 'GR',
	uk: 'GB',
	'great britain': 'GB',
	england: 'GB',
	scotland: 'GB',
	wales: 'GB',
	'northern ireland': 'GB',
	'grande bretagne': 'GB',
	'czech republic': 'CZ',
	'republique tcheque': 'CZ',
	holland: 'NL',
	hollande: 'NL',
	'the netherlands': 'NL',
	turkey: 'TR',
	turkiye: 'TR',
	'republic of ireland': 'IE',
	'slovak republic': 'SK',
	macedonia: 'MK',
	bosnia: 'BA',
	usa: 'US',
	moldova: 'MD',
	moldavie: 'MD'
};

const byName: ReadonlyMap<string, string> = new Map([
	...['en', 'fr'].flatMap((language) => {
		const names = new Intl.DisplayNames(language, { type: 'region' });
		return codes.map((code): [string, string] => [nameKey(names.of(code) ?? code), code]);
	}),
	...Object.entries(otherNames),
	...codes.map((code): [string, string] => [code.toLowerCase(), code])
]);

/** ISO 3166 alpha-2 of a code (EL and UK too) or of a name in English or French; null when it is none. */
export function countryCode(text: string): string | null {
	return byName.get(nameKey(text)) ?? null;
}
