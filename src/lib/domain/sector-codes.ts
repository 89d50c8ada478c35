import * as v from 'valibot';
import { limits } from './texts.ts';

/** The detailed fields; their first two and three digits are the broad and the narrow ones. */
const detailed =
	'0011 0021 0031 0111 0112 0113 0114 0211 0212 0213 0214 0215 0221 0222 0223 0231 0232 0311 0312 0313 0314 0321 ' +
	'0322 0411 0412 0413 0414 0415 0416 0417 0421 0511 0512 0521 0522 0531 0532 0533 0541 0542 0611 0612 0613 0711 ' +
	'0712 0713 0714 0715 0716 0721 0722 0723 0724 0731 0732 0811 0812 0821 0831 0841 0911 0912 0913 0914 0915 0916 ' +
	'0917 0921 0922 0923 1011 1012 1013 1014 1015 1021 1022 1031 1032 1041';

/** The industrial ecosystems of the EU. */
const ecosystems = [
	'aerospace-defence',
	'agri-food',
	'construction',
	'cultural',
	'digital',
	'electronics',
	'energy-intensive',
	'renewables',
	'health',
	'mobility',
	'proximity',
	'retail',
	'textiles',
	'tourism'
];

const fields = [...new Set(detailed.split(' ').flatMap((code) => [code.slice(0, 2), code.slice(0, 3), code]))];

/** All sectors: the fields in the order of their tree (a field before its subfields), then the ecosystems. */
export const sectorCodes: readonly string[] = [
	...fields.map((field) => `isced:${field}`),
	...ecosystems.map((name) => `eco:${name}`)
];

const known: ReadonlySet<string> = new Set(sectorCodes);

export function isSectorCode(code: unknown): code is string {
	return typeof code === 'string' && known.has(code);
}

export const sectorCodeSchema = v.pipe(
	v.string(),
	v.check((code: string) => isSectorCode(code), 'not a sector')
);

export const sectorsSchema = v.pipe(
	v.array(sectorCodeSchema),
	v.maxLength(limits.sectorsPerCard, `Choose at most ${limits.sectorsPerCard} sectors.`),
	v.transform((codes) => [...new Set(codes)])
);
