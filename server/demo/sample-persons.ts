import type { OrganisationKey } from './sample-centres.ts';

/** An invented delegate. Verified ones entered their organisation's code. */
export type SamplePerson = {
	readonly name: string;
	readonly centre: OrganisationKey;
	readonly verified: boolean;
	/** Minutes before the demonstration was made. */
	readonly joinedMinutesAgo: number;
};

export const samplePersons = {
	paivi: { name: 'Päivi Sundström', centre: 'tampere', verified: true, joinedMinutesAgo: 88 },
	oskari: { name: 'Oskari Lehtonen', centre: 'tampere', verified: true, joinedMinutesAgo: 84 },
	amelie: { name: 'Amélie Roux', centre: 'lyon', verified: true, joinedMinutesAgo: 87 },
	malik: { name: 'Malik Benhaddou', centre: 'lyon', verified: false, joinedMinutesAgo: 79 },
	gergana: { name: 'Гергана Атанасова', centre: 'plovdiv', verified: true, joinedMinutesAgo: 86 },
	aylin: { name: 'Aylin Demirkan', centre: 'mannheim', verified: true, joinedMinutesAgo: 83 },
	juergen: { name: 'Jürgen Häberle', centre: 'goeppingen', verified: true, joinedMinutesAgo: 85 },
	vasiliki: { name: 'Βασιλική Μαρκάκη', centre: 'heraklion', verified: true, joinedMinutesAgo: 82 },
	freja: { name: 'Freja Østergaard', centre: 'aarhus', verified: true, joinedMinutesAgo: 84 },
	jouni: { name: 'Jouni Kemppainen', centre: 'oulu', verified: true, joinedMinutesAgo: 81 },
	tuomas: { name: 'Tuomas Hakala', centre: 'puuala', verified: true, joinedMinutesAgo: 83 },
	theo: { name: 'Théo Vuillemin', centre: 'jura', verified: true, joinedMinutesAgo: 86 },
	elisabeth: { name: 'Elisabeth Hödlmoser', centre: 'graz', verified: true, joinedMinutesAgo: 80 },
	kaarel: { name: 'Kaarel Põldma', centre: 'voru', verified: false, joinedMinutesAgo: 78 },
	niamh: { name: 'Niamh Twomey', centre: 'cork', verified: true, joinedMinutesAgo: 85 },
	colm: { name: 'Colm Ó Flaithearta', centre: 'galway', verified: true, joinedMinutesAgo: 82 },
	malgorzata: { name: 'Małgorzata Wrońska', centre: 'lodz', verified: true, joinedMinutesAgo: 81 },
	elin: { name: 'Elin Bergqvist', centre: 'umea', verified: false, joinedMinutesAgo: 77 },
	federica: { name: 'Federica Locatelli', centre: 'bergamo', verified: true, joinedMinutesAgo: 84 },
	ilze: { name: 'Ilze Krūmiņa', centre: 'rezekne', verified: true, joinedMinutesAgo: 79 },
	pilar: { name: 'Pilar Lasheras', centre: 'zaragoza', verified: true, joinedMinutesAgo: 87 },
	sanne: { name: 'Sanne Verhulst', centre: 'middelburg', verified: true, joinedMinutesAgo: 85 },
	marija: { name: 'Marija Zammit', centre: 'marsa', verified: true, joinedMinutesAgo: 80 },
	ines: { name: 'Inês Brandão', centre: 'riaNova', verified: false, joinedMinutesAgo: 76 }
} as const satisfies Readonly<Record<string, SamplePerson>>;

export type PersonKey = keyof typeof samplePersons;

/** Two delegates of different centres whose seats are ready to try: a text waits for the first one's yes. */
export const readyDelegates = ['amelie', 'paivi'] as const satisfies readonly PersonKey[];

/** Who runs the room, and who runs the forum. They speak for no centre. */
export const sampleFacilitator = { name: 'Mirjam Kovač' } as const;
export const sampleOrganiser = { name: 'Hélène Marchetti' } as const;
