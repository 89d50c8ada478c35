import type { RosterKind } from '#lib/protocol/rest-roster.ts';
import { nameKey } from './name-key.ts';

export type OrganisationField =
	'name' | 'legalName' | 'city' | 'country' | 'kind' | 'networks' | 'sectors' | 'website' | 'pic' | 'oid';
export type NetworkField =
	| 'name'
	| 'field'
	| 'initiative'
	| 'coordinator'
	| 'coordinatorCountry'
	| 'members'
	| 'countries'
	| 'projectNumber'
	| 'start'
	| 'end'
	| 'sectors'
	| 'website';
export type RosterField = OrganisationField | NetworkField;

/** One column of the file: its header as written, and the field it fills, or null when it is ignored. */
export type RosterColumn = { readonly header: string; readonly field: RosterField | null };

/** Headers in English and French, without accents, case, underscores and hyphens. */
const common = {
	name: 'short name, name, acronym, nom court, nom, nom usuel, sigle, acronyme',
	sectors: 'sectors, sector, industry, secteurs, secteur, secteurs d activite, secteur d activite',
	website: 'website, web site, web, homepage, home page, url, site web, site internet, site'
};

const headers: {
	readonly organisations: Readonly<Record<OrganisationField, string>>;
	readonly networks: Readonly<Record<NetworkField, string>>;
} = {
	organisations: {
		...common,
		name: `${common.name}, organisation, organization, institution, organisme, etablissement, centre`,
		legalName:
			'legal or full name, legal name, full name, official name, nom legal, nom complet, nom officiel, ' +
			'raison sociale, denomination, denomination sociale',
		city: 'city, town, ville, commune',
		country: 'country, country code, pays, code pays',
		kind:
			'kind, type, category, kind of organisation, type of organisation, organisation type, kind of organization, ' +
			'type of organization, organization type, nature, categorie, type d organisation, type d organisme',
		networks: 'networks, network, coves, cove, member of, reseaux, reseau, membre de',
		pic: 'pic, pic number, pic code, numero pic, code pic',
		oid: 'oid, oid number, oid code, organisation id, organization id, erasmus oid, numero oid, code oid'
	},
	networks: {
		...common,
		name: `${common.name}, network, cove, reseau`,
		field: 'field, domain, theme, topic, domaine, champ, thematique',
		initiative: 'initiative, initiative type, type d initiative',
		coordinator:
			'coordinator, coordinating organisation, coordinating organization, lead, leader, lead partner, ' +
			'coordinateur, coordinatrice, coordonnateur, coordonnatrice, chef de file, porteur',
		coordinatorCountry:
			'coordinator country, country of coordinator, country of the coordinator, lead country, pays coordinateur, ' +
			'pays du coordinateur, pays du coordonnateur, pays du chef de file, pays du porteur',
		members:
			'members, member organisations, member organizations, partners, partner organisations, membres, ' +
			'organisations membres, partenaires',
		countries: 'countries, country codes, pays, pays membres, pays participants, pays partenaires',
		projectNumber:
			'project number, project no, project id, project reference, grant number, grant agreement, numero de projet, ' +
			'numero du projet, no de projet, n de projet, reference du projet',
		start: 'start, start date, begin, beginning, debut, date de debut',
		end: 'end, end date, fin, date de fin'
	}
};

function fieldsByHeader(kind: RosterKind): ReadonlyMap<string, RosterField> {
	const entries = Object.entries(headers[kind]) as [RosterField, string][];
	return new Map(
		entries.flatMap(([field, names]) => names.split(', ').map((name): [string, RosterField] => [name, field]))
	);
}

const known: Readonly<Record<RosterKind, ReadonlyMap<string, RosterField>>> = {
	organisations: fieldsByHeader('organisations'),
	networks: fieldsByHeader('networks')
};

/** The file's columns in its own order, as a roster of this kind reads them. */
export function columnsOf(header: readonly string[], kind: RosterKind): readonly RosterColumn[] {
	return header.map((cell) => ({ header: cell.trim(), field: known[kind].get(nameKey(cell)) ?? null }));
}

/** Whether a header is one of networks or of organisations: the one of which it has more columns. Null when both fit. */
export function kindOf(header: readonly string[]): RosterKind | null {
	const recognised = (kind: RosterKind) =>
		new Set(columnsOf(header, kind).flatMap(({ field }) => (field === null ? [] : [field]))).size;
	const difference = recognised('organisations') - recognised('networks');
	if (difference === 0) return null;
	return difference > 0 ? 'organisations' : 'networks';
}
