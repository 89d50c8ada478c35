/**
 * The sectors that a card or a centre can have: the fields of ISCED-F 2013 (UNESCO Institute for Statistics; broad,
 * narrow and detailed as `isced:` with 2, 3 or 4 digits) and the 14 industrial ecosystems of the EU (COM(2021) 350)
 * as `eco:`. ISCED's "not further defined", "not elsewhere classified" and "inter-disciplinary" fields are no sectors
 * here. Names are in labels/, everyday words in words/.
 */
export type SectorCode = string;

/** The detailed fields; their first two and three digits are the broad and the narrow ones. */
const detailed =
	'0011 0021 0031 0111 0112 0113 0114 0211 0212 0213 0214 0215 0221 0222 0223 0231 0232 0311 0312 0313 0314 0321 ' +
	'0322 0411 0412 0413 0414 0415 0416 0417 0421 0511 0512 0521 0522 0531 0532 0533 0541 0542 0611 0612 0613 0711 ' +
	'0712 0713 0714 0715 0716 0721 0722 0723 0724 0731 0732 0811 0812 0821 0831 0841 0911 0912 0913 0914 0915 0916 ' +
	'0917 0921 0922 0923 1011 1012 1013 1014 1015 1021 1022 1031 1032 1041';

/** Which fields lie near which ecosystem: our own reading, for browsing and for reasons like "a related sector". */
const fieldsByEcosystem: Readonly<Record<string, string>> = {
	'aerospace-defence': '0714 0715 0716 1031',
	'agri-food': '0721 081 0831 0841',
	construction: '0722 073',
	cultural: '021 0222 0321 0723',
	digital: '061 0714',
	electronics: '0713 0714',
	'energy-intensive': '0711 0715 0722 0724',
	renewables: '0712 0713',
	health: '091 0921',
	mobility: '0716 1041',
	proximity: '0712 092 1011 1012 1021 1032',
	retail: '0414 0416',
	textiles: '0212 0723',
	tourism: '101'
};

const fields = [...new Set(detailed.split(' ').flatMap((code) => [code.slice(0, 2), code.slice(0, 3), code]))];

/** All sectors: the fields in the order of their tree (a field before its subfields), then the ecosystems. */
export const sectorCodes: readonly SectorCode[] = [
	...fields.map((field) => `isced:${field}`),
	...Object.keys(fieldsByEcosystem).map((name) => `eco:${name}`)
];

const known: ReadonlySet<string> = new Set(sectorCodes);

export function isSectorCode(code: unknown): code is SectorCode {
	return typeof code === 'string' && known.has(code);
}

/** The next wider field (`isced:0715` → `isced:071` → `isced:07`); none above a broad field or an ecosystem. */
export function parentOf(code: SectorCode): SectorCode | undefined {
	const parent = /^isced:\d{3,4}$/.test(code) ? code.slice(0, -1) : undefined;
	return parent !== undefined && known.has(parent) ? parent : undefined;
}

/** The next narrower fields, in order. */
export function childrenOf(code: SectorCode): readonly SectorCode[] {
	return sectorCodes.filter((other) => parentOf(other) === code);
}

/** The fields near an ecosystem, each at its own level (`isced:021` stands for all arts); empty for other codes. */
export function fieldsOf(ecosystem: SectorCode): readonly SectorCode[] {
	const near = ecosystem.startsWith('eco:') ? fieldsByEcosystem[ecosystem.slice(4)] : undefined;
	return near?.split(' ').map((field) => `isced:${field}`) ?? [];
}

/** The ecosystems near a field: those that name it, a field above it or a field below it. */
export function ecosystemsOf(field: SectorCode): readonly SectorCode[] {
	if (!field.startsWith('isced:')) return [];
	return sectorCodes.filter((code) => fieldsOf(code).some((near) => near.startsWith(field) || field.startsWith(near)));
}
