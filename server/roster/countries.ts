import { nameKey } from './name-key.ts';

/** ISO 3166-1 alpha-2, with XK, which the EU uses for Kosovo. */
const codes = (
	'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
	'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO ' +
	'FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE ' +
	'JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO ' +
	'MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW ' +
	'PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM ' +
	'TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'
).split(' ');

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
