/** What the roster knows of a centre, as an import writes it. Names of networks, not ids: the importer resolves them. */
export type CentreRecord = OrganisationRecord | NetworkRecord;

/** Kinds of organisation, as codes. */
export const organisationKinds = [
	'vet-provider',
	'higher-education',
	'enterprise',
	'sector-body',
	'public-authority',
	'research',
	'other'
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const initiatives = ['european', 'national', 'other'] as const;
export type Initiative = (typeof initiatives)[number];

export type OrganisationRecord = {
	readonly isNetwork: false;
	readonly shortName: string;
	readonly legalName: string;
	readonly city: string;
	/** ISO 3166 alpha-2; null when unknown (it is asked for when a proposal is opened for confirmation). */
	readonly country: string | null;
	readonly kind: OrganisationKind | null;
	/** Short names of networks of the roster. */
	readonly networks: readonly string[];
	/** Codes of the sector vocabulary. */
	readonly sectors: readonly string[];
	readonly website: string;
	/** Nine digits, or null. */
	readonly pic: string | null;
	/** E and eight digits, or null. */
	readonly oid: string | null;
};

export type NetworkRecord = {
	readonly isNetwork: true;
	readonly shortName: string;
	readonly field: string;
	readonly initiative: Initiative;
	readonly coordinator: string;
	readonly coordinatorCountry: string | null;
	/** Names of organisations, as they are written. */
	readonly members: readonly string[];
	/** ISO 3166 alpha-2. */
	readonly countries: readonly string[];
	readonly projectNumber: string;
	/** ISO 8601: a year, a month or a day, as far as it is known; null when unknown. */
	readonly start: string | null;
	readonly end: string | null;
	readonly sectors: readonly string[];
	readonly website: string;
};

/** Longest texts in characters, longest lists in items. */
export const recordLimits = {
	shortName: 80,
	legalName: 200,
	city: 80,
	field: 200,
	coordinator: 200,
	projectNumber: 60,
	website: 300,
	networks: 20,
	networkName: 80,
	sectors: 10,
	members: 200,
	memberName: 200,
	countries: 60
} as const;

export const emptyOrganisation: OrganisationRecord = {
	isNetwork: false,
	shortName: '',
	legalName: '',
	city: '',
	country: null,
	kind: null,
	networks: [],
	sectors: [],
	website: '',
	pic: null,
	oid: null
};

export const emptyNetwork: NetworkRecord = {
	isNetwork: true,
	shortName: '',
	field: '',
	initiative: 'european',
	coordinator: '',
	coordinatorCountry: null,
	members: [],
	countries: [],
	projectNumber: '',
	start: null,
	end: null,
	sectors: [],
	website: ''
};
