import { sectorCodes, isSectorCode } from '#lib/domain/sector-codes.ts';

/**
 * The sectors that a card or a centre can have: the fields of ISCED-F 2013 (UNESCO Institute for Statistics; broad,
 * narrow and detailed as `isced:` with 2, 3 or 4 digits) and the 14 industrial ecosystems of the EU (COM(2021) 350)
 * as `eco:`. ISCED's "not further defined", "not elsewhere classified" and "inter-disciplinary" fields are no sectors
 * here. Names are in labels/, everyday words in words/.
 */
export type SectorCode = string;

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

/** The next wider field (`isced:0715` → `isced:071` → `isced:07`); none above a broad field or an ecosystem. */
export function parentOf(code: SectorCode): SectorCode | undefined {
	const parent = /^isced:\d{3,4}$/.test(code) ? code.slice(0, -1) : undefined;
	return parent !== undefined && isSectorCode(parent) ? parent : undefined;
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
