import { countryCodes } from '#lib/domain/country-codes.ts';

type NameLocale = 'en' | 'fr';

/**
 * Code, English and French name of the countries around the forum, for browsers without Intl.DisplayNames. Other
 * countries are shown as their code there.
 */
const table = `AL Albania|Albanie
AD Andorra|Andorre
AM Armenia|Arménie
AT Austria|Autriche
AZ Azerbaijan|Azerbaïdjan
BA Bosnia and Herzegovina|Bosnie-Herzégovine
BE Belgium|Belgique
BG Bulgaria|Bulgarie
BY Belarus|Biélorussie
CA Canada|Canada
CH Switzerland|Suisse
CN China|Chine
CY Cyprus|Chypre
CZ Czechia|Tchéquie
DE Germany|Allemagne
DK Denmark|Danemark
DZ Algeria|Algérie
EE Estonia|Estonie
EG Egypt|Égypte
ES Spain|Espagne
FI Finland|Finlande
FR France|France
GB United Kingdom|Royaume-Uni
GE Georgia|Géorgie
GR Greece|Grèce
HR Croatia|Croatie
HU Hungary|Hongrie
IE Ireland|Irlande
IL Israel|Israël
IS Iceland|Islande
IT Italy|Italie
JO Jordan|Jordanie
LB Lebanon|Liban
LI Liechtenstein|Liechtenstein
LT Lithuania|Lituanie
LU Luxembourg|Luxembourg
LV Latvia|Lettonie
LY Libya|Libye
MA Morocco|Maroc
MC Monaco|Monaco
MD Moldova|Moldavie
ME Montenegro|Monténégro
MK North Macedonia|Macédoine du Nord
MT Malta|Malte
NL Netherlands|Pays-Bas
NO Norway|Norvège
PL Poland|Pologne
PS Palestine|Palestine
PT Portugal|Portugal
RO Romania|Roumanie
RS Serbia|Serbie
SE Sweden|Suède
SI Slovenia|Slovénie
SK Slovakia|Slovaquie
SM San Marino|Saint-Marin
SN Senegal|Sénégal
SY Syria|Syrie
TN Tunisia|Tunisie
TR Türkiye|Turquie
UA Ukraine|Ukraine
US United States|États-Unis
VA Vatican City|Vatican
XK Kosovo|Kosovo
ZA South Africa|Afrique du Sud`;

const kept = new Map(table.split('\n').map((line) => [line.slice(0, 2), line.slice(3).split('|')]));

/** The name of a country (ISO alpha-2) from our own table; the code itself when it is not there. */
export function keptCountryName(code: string, locale: NameLocale): string {
	return kept.get(code)?.[locale === 'en' ? 0 : 1] ?? code;
}

/** Names of countries in one language, from the browser where it has them, otherwise from our own table. */
export function countryNames(locale: NameLocale): (code: string) => string {
	if (typeof Intl.DisplayNames !== 'function') return (code) => keptCountryName(code, locale);
	const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
	const valid = new Set(countryCodes);
	return (code) => (valid.has(code) ? names.of(code) : undefined) ?? keptCountryName(code, locale);
}
