import type { CentreRecord } from '../roster/centre-record.ts';

/** An invented network; every name begins with *Sample*. Its coordinator and members are keys of organisations. */
export type SampleNetwork = Pick<
	CentreRecord,
	'name' | 'field' | 'initiative' | 'coordinator' | 'coordinatorCountry' | 'countries' | 'sectors' | 'website'
>;

/** An invented organisation; `networks` are keys of `sampleNetworks`. */
export type SampleOrganisation = Pick<
	CentreRecord,
	'name' | 'legalName' | 'city' | 'country' | 'kind' | 'sectors' | 'website'
> & { readonly networks: readonly NetworkKey[] };

export type NetworkKey = 'hydrogen' | 'timber' | 'greenIreland';

export const sampleNetworks: Readonly<Record<NetworkKey, SampleNetwork>> = {
	hydrogen: {
		name: 'Sample H₂ network',
		field: 'Hydrogen in buses and workshops',
		initiative: 'european',
		coordinator: 'Sample Tampereen ajoneuvoalan ammattiopisto',
		coordinatorCountry: 'FI',
		countries: ['FI', 'FR', 'BG', 'DE'],
		sectors: ['isced:0716', 'eco:mobility'],
		website: 'https://hydrogen.example'
	},
	timber: {
		name: 'Sample Bois, Holz, Puu',
		field: 'Timber building and joinery',
		initiative: 'european',
		coordinator: 'Sample Lycée du bois, Jura',
		coordinatorCountry: 'FR',
		countries: ['FR', 'FI', 'AT', 'EE'],
		sectors: ['isced:0722', 'eco:construction'],
		website: 'https://timber.example'
	},
	greenIreland: {
		name: 'Sample Green Campus Ireland',
		field: 'Retrofit of homes, with everybody on board',
		initiative: 'national',
		coordinator: 'Sample Coláiste Glas, Gaillimh',
		coordinatorCountry: 'IE',
		countries: ['IE'],
		sectors: ['isced:0732', 'eco:construction'],
		website: 'https://green-campus.example'
	}
};

export const sampleOrganisations = {
	tampere: {
		name: 'Sample Tampereen ajoneuvoalan ammattiopisto',
		legalName: 'Sample Pirkanmaan ajoneuvo- ja kuljetusalan koulutuskuntayhtymä',
		city: 'Tampere',
		country: 'FI',
		kind: 'vet-provider',
		networks: ['hydrogen'],
		sectors: ['isced:0716', 'eco:mobility'],
		website: 'https://ajoneuvo.example'
	},
	lyon: {
		name: 'Sample Campus Mobilité, Lyon',
		legalName: 'Sample Campus des métiers de la mobilité durable',
		city: 'Lyon',
		country: 'FR',
		kind: 'vet-provider',
		networks: ['hydrogen'],
		sectors: ['isced:0716', 'isced:0714'],
		website: 'https://campus-mobilite.example'
	},
	plovdiv: {
		name: 'Sample ПГ по транспорт, Пловдив',
		legalName: 'Sample Професионална гимназия по транспорт и заваряване',
		city: 'Пловдив',
		country: 'BG',
		kind: 'vet-provider',
		networks: ['hydrogen'],
		sectors: ['isced:0716', 'isced:0715'],
		website: 'https://pgt-plovdiv.example'
	},
	mannheim: {
		name: 'Sample Süddeutsche Busflotten',
		legalName: 'Sample Süddeutsche Busflotten GmbH & Co. KG',
		city: 'Mannheim',
		country: 'DE',
		kind: 'enterprise',
		networks: ['hydrogen'],
		sectors: ['isced:0716', 'isced:1041', 'eco:mobility'],
		website: 'https://busflotten.example'
	},
	goeppingen: {
		name: 'Sample Berufsschulzentrum Kälte- und Klimatechnik, Göppingen',
		legalName: 'Sample Berufsschulzentrum für Kälte-, Klima- und Gebäudetechnik',
		city: 'Göppingen',
		country: 'DE',
		kind: 'vet-provider',
		networks: [],
		sectors: ['isced:0713', 'eco:renewables'],
		website: 'https://kaeltetechnik.example'
	},
	heraklion: {
		name: 'Sample ΕΠΑΛ Ηρακλείου',
		legalName: 'Sample Επαγγελματικό Λύκειο Ηρακλείου',
		city: 'Ηράκλειο',
		country: 'GR',
		kind: 'vet-provider',
		networks: [],
		sectors: ['isced:0921', 'isced:0714'],
		website: 'https://epal.example'
	},
	aarhus: {
		name: 'Sample Omsorgsskolen, Aarhus',
		legalName: 'Sample Social- og sundhedsskolen for velfærdsteknologi',
		city: 'Aarhus',
		country: 'DK',
		kind: 'vet-provider',
		networks: [],
		sectors: ['isced:0921', 'isced:0913', 'eco:health'],
		website: 'https://omsorgsskolen.example'
	},
	oulu: {
		name: 'Sample Oulun konepaja-akatemia',
		legalName: 'Sample Oulun konepaja-akatemia Oy',
		city: 'Oulu',
		country: 'FI',
		kind: 'vet-provider',
		networks: [],
		sectors: ['isced:0715', 'isced:0714'],
		website: 'https://konepaja.example'
	},
	puuala: {
		name: 'Sample Puuala',
		legalName: 'Sample Puualan rakentajat Oy',
		city: 'Tampere',
		country: 'FI',
		kind: 'enterprise',
		networks: ['timber'],
		sectors: ['isced:0722', 'isced:0732'],
		website: 'https://puuala.example'
	},
	jura: {
		name: 'Sample Lycée du bois, Jura',
		legalName: 'Sample Lycée professionnel des métiers du bois',
		city: 'Dole',
		country: 'FR',
		kind: 'vet-provider',
		networks: ['timber'],
		sectors: ['isced:0722', 'isced:0732'],
		website: 'https://lycee-du-bois.example'
	},
	graz: {
		name: 'Sample Landesverband Holzbau, Graz',
		legalName: 'Sample Landesverband der Holzbaubetriebe',
		city: 'Graz',
		country: 'AT',
		kind: 'sector-body',
		networks: ['timber'],
		sectors: ['isced:0722', 'eco:construction'],
		website: 'https://holzbau.example'
	},
	voru: {
		name: 'Sample Puidumaja',
		legalName: 'Sample Puidumaja OÜ',
		city: 'Võru',
		country: 'EE',
		kind: 'enterprise',
		networks: ['timber'],
		sectors: ['isced:0722', 'isced:0732'],
		website: 'https://puidumaja.example'
	},
	cork: {
		name: 'Sample Inclusive Centre, Cork',
		legalName: 'Sample Inclusive Centre for Work and Learning CLG',
		city: 'Cork',
		country: 'IE',
		kind: 'other',
		networks: ['greenIreland'],
		sectors: ['isced:0715', 'isced:0923', 'eco:proximity'],
		website: 'https://inclusive-centre.example'
	},
	galway: {
		name: 'Sample Coláiste Glas, Gaillimh',
		legalName: 'Sample Coláiste Glas na Gaillimhe',
		city: 'Gaillimh',
		country: 'IE',
		kind: 'vet-provider',
		networks: ['greenIreland'],
		sectors: ['isced:0732', 'eco:construction'],
		website: 'https://colaiste-glas.example'
	},
	lodz: {
		name: 'Sample Uczelnia Zielonej Energii, Łódź',
		legalName: 'Sample Wyższa Szkoła Zielonej Energii',
		city: 'Łódź',
		country: 'PL',
		kind: 'higher-education',
		networks: [],
		sectors: ['isced:0713', 'eco:renewables'],
		website: 'https://zielona-energia.example'
	},
	umea: {
		name: 'Sample Omställningsinstitutet, Umeå',
		legalName: 'Sample Forskningsinstitutet för arbete och omställning',
		city: 'Umeå',
		country: 'SE',
		kind: 'research',
		networks: [],
		sectors: ['isced:0713', 'isced:0732', 'eco:renewables'],
		website: 'https://omstallning.example'
	},
	bergamo: {
		name: 'Sample Scuola Edile, Bergamo',
		legalName: 'Sample Ente Scuola Edile della Pianura',
		city: 'Bergamo',
		country: 'IT',
		kind: 'vet-provider',
		networks: [],
		sectors: ['isced:0732', 'eco:construction'],
		website: 'https://scuola-edile.example'
	},
	rezekne: {
		name: 'Sample Latgales prasmju aģentūra',
		legalName: 'Sample Latgales reģiona prasmju un attīstības aģentūra',
		city: 'Rēzekne',
		country: 'LV',
		kind: 'public-authority',
		networks: [],
		sectors: ['isced:0413', 'isced:0732'],
		website: 'https://latgale.example'
	},
	zaragoza: {
		name: 'Sample Clúster del Agua, Zaragoza',
		legalName: 'Sample Agrupación de Empresas del Agua',
		city: 'Zaragoza',
		country: 'ES',
		kind: 'sector-body',
		networks: [],
		sectors: ['isced:0712', 'isced:1021'],
		website: 'https://cluster-agua.example'
	},
	middelburg: {
		name: 'Sample Waterschool Zeeland',
		legalName: 'Sample Stichting Waterschool Zeeland',
		city: 'Middelburg',
		country: 'NL',
		kind: 'vet-provider',
		networks: [],
		sectors: ['isced:0712'],
		website: 'https://waterschool.example'
	},
	marsa: {
		name: 'Sample Kulleġġ tal-Ilma, il-Marsa',
		legalName: 'Sample Kulleġġ tal-Ilma',
		city: 'il-Marsa',
		country: 'MT',
		kind: 'vet-provider',
		networks: [],
		sectors: ['isced:0712'],
		website: 'https://kullegg-ilma.example'
	},
	riaNova: {
		name: 'Sample Município de Ria Nova',
		legalName: 'Sample Câmara Municipal de Ria Nova',
		city: 'Ria Nova',
		country: 'PT',
		kind: 'public-authority',
		networks: [],
		sectors: ['isced:0712', 'isced:1021'],
		website: 'https://ria-nova.example'
	}
} as const satisfies Readonly<Record<string, SampleOrganisation>>;

export type OrganisationKey = keyof typeof sampleOrganisations;
