import type { CentreRequest, CentreRow } from '#lib/protocol/rest-centres.ts';
import { foldText } from '#lib/vocabulary/fold.ts';

export type CentreShow = 'all' | 'organisations' | 'networks' | 'asked';

const isShown: Readonly<Record<CentreShow, (row: CentreRow) => boolean>> = {
	all: () => true,
	organisations: (row) => !row.isNetwork,
	networks: (row) => row.isNetwork,
	asked: (row) => !row.approved
};

/** The rows of one sort whose name, city or network's name holds every word of the query; accents and case do not count. */
export function centresFound(
	rows: readonly CentreRow[],
	show: CentreShow,
	query: string,
	networkName: (id: string) => string
): readonly CentreRow[] {
	const words = foldText(query).split(/\s+/).filter(Boolean);
	return rows.filter((row) => {
		if (!isShown[show](row)) return false;
		const text = foldText([row.name, row.legalName, row.city ?? '', ...row.networkIds.map(networkName)].join(' '));
		return words.every((word) => text.includes(word));
	});
}

/** A new centre, empty. */
export const newCentre: CentreRequest = {
	isNetwork: false,
	name: '',
	legalName: '',
	city: '',
	country: null,
	kind: null,
	sectors: [],
	networkIds: [],
	website: '',
	pic: null,
	oid: null,
	field: '',
	initiative: null,
	coordinator: '',
	countries: [],
	approved: true
};

/** What the roster keeps of a centre, as the server takes it back. */
export function centreRequest(row: CentreRow): CentreRequest {
	const { id: _id, people: _people, verified: _verified, askedBy: _askedBy, city, ...facts } = row;
	return { ...facts, city: city ?? '' };
}
