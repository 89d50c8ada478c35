import type { PartyRole } from '#lib/domain/board.ts';
import type { CardKey } from './sample-board.ts';
import type { OrganisationKey } from './sample-centres.ts';
import type { PersonKey } from './sample-persons.ts';

/** `joined` is null for a centre that is invited and has not answered. The creator's centre comes first and is in at once. */
export type SampleParty = {
	readonly centre: OrganisationKey;
	readonly role: PartyRole;
	readonly contribution: string;
	readonly joined: { readonly by: PersonKey; readonly minutesAgo: number } | null;
};

/** Who is asked about this partnership; the address is one that nobody can have. */
export type SampleContact = { readonly name: string; readonly function: string; readonly email: string };

/** What happened after the writing, in the order of time. */
export type SampleMoment = { readonly by: PersonKey; readonly minutesAgo: number } & (
	| { readonly is: 'opened' }
	| { readonly is: 'agreed'; readonly contact: SampleContact }
	| { readonly is: 'management-decides'; readonly decidesInDays: number; readonly contact: SampleContact }
	| { readonly is: 'change-asked'; readonly reason: string }
);

export type SampleProposal = {
	readonly title: string;
	/** The language that counts. */
	readonly language: string;
	readonly by: PersonKey;
	readonly minutesAgo: number;
	readonly cards: readonly CardKey[];
	readonly parties: readonly SampleParty[];
	/** Days are counted from the day on which the demonstration was made. */
	readonly steps: readonly { readonly what: string; readonly owner: string; readonly dueInDays: number | null }[];
	/** Paragraphs under the headings of the template. */
	readonly text: { readonly need: readonly string[]; readonly idea: readonly string[] };
	readonly moments: readonly SampleMoment[];
};

/** Open for confirmation: one of three has said yes. */
const hydrogenLessons: SampleProposal = {
	title: 'Hydrogen bus lessons for working mechanics',
	language: 'en',
	by: 'paivi',
	minutesAgo: 39,
	cards: ['hydrogenSafety', 'busWorkshop', 'vehicles'],
	parties: [
		{
			centre: 'tampere',
			role: 'coordinator',
			contribution: 'The evening garage, forty mechanics to teach, and the test at the end.',
			joined: { by: 'paivi', minutesAgo: 39 }
		},
		{
			centre: 'lyon',
			role: 'partner',
			contribution: 'The bus and one trainer for two weeks.',
			joined: { by: 'amelie', minutesAgo: 36 }
		},
		{
			centre: 'plovdiv',
			role: 'partner',
			contribution: 'Exercises in Bulgarian and English, and twelve learners for the second round.',
			joined: { by: 'gergana', minutesAgo: 33 }
		}
	],
	steps: [
		{ what: 'Send the lesson plan of the two days', owner: 'Amélie Roux', dueInDays: 18 },
		{ what: 'First call, all three centres', owner: 'Päivi Sundström', dueInDays: 32 }
	],
	text: {
		need: [
			'Small garages will see hydrogen buses soon. Their mechanics cannot leave for a week, and no school near them has a bus.'
		],
		idea: [
			'Six evenings, taught by the trainer from Lyon and repeated in Tampere with the same bus.',
			'Ние добавяме упражненията и ги превеждаме. Вторият курс е в Пловдив, през есента.',
			'Whoever passes the test gets a certificate with the three names on it.'
		]
	},
	moments: [
		{ is: 'opened', by: 'paivi', minutesAgo: 9 },
		{
			is: 'agreed',
			by: 'paivi',
			minutesAgo: 6,
			contact: {
				name: 'Päivi Sundström',
				function: 'International projects',
				email: 'paivi.sundstrom@ajoneuvo.example'
			}
		}
	]
};

/** A draft that is being written; one centre has not answered yet. */
const careRobots: SampleProposal = {
	title: 'A care robot in every small school, one month a year',
	language: 'en',
	by: 'vasiliki',
	minutesAgo: 24,
	cards: ['careRobotTrainers', 'careRobotKit'],
	parties: [
		{
			centre: 'heraklion',
			role: 'coordinator',
			contribution: 'The timetable, and a teacher who travels with the kit.',
			joined: { by: 'vasiliki', minutesAgo: 24 }
		},
		{
			centre: 'aarhus',
			role: 'partner',
			contribution: 'The kit, with exercises in English.',
			joined: { by: 'freja', minutesAgo: 20 }
		},
		{ centre: 'oulu', role: 'associated', contribution: '', joined: null }
	],
	steps: [{ what: 'Ask three island schools when they could have the kit', owner: 'Βασιλική Μαρκάκη', dueInDays: 21 }],
	text: {
		need: [
			'Schools with forty learners cannot buy a robot. Their learners meet one for the first time at work, with a person in its arms.'
		],
		idea: [
			'One kit travels. Each school has it for four weeks, with a teacher who knows it for the first two days.',
			'To be written: who pays the transport, and what happens when something breaks.'
		]
	},
	moments: []
};

/** A draft again, after one party asked for a change; the yes of another is void. */
const waterCampaign: SampleProposal = {
	title: 'Water jobs: one campaign, three languages',
	language: 'en',
	by: 'pilar',
	minutesAgo: 37,
	cards: ['youngWater', 'waterNetworks', 'water'],
	parties: [
		{
			centre: 'zaragoza',
			role: 'coordinator',
			contribution: 'Ten women who run water plants, and the films about them.',
			joined: { by: 'pilar', minutesAgo: 37 }
		},
		{
			centre: 'middelburg',
			role: 'partner',
			contribution: 'The game about the burst main, as a lesson for pupils of 14.',
			joined: { by: 'sanne', minutesAgo: 34 }
		},
		{
			centre: 'marsa',
			role: 'partner',
			contribution: 'An open day at the pilot plant, and the Maltese version.',
			joined: { by: 'marija', minutesAgo: 31 }
		}
	],
	steps: [
		{ what: 'Choose three of the ten films', owner: 'Pilar Lasheras', dueInDays: 14 },
		{ what: 'Try the lesson with one class in each country', owner: 'Sanne Verhulst', dueInDays: 60 }
	],
	text: {
		need: ['One in three water operators retires within five years. Pupils of 14 do not know that the job exists.'],
		idea: [
			'One campaign in Spanish, Dutch and Maltese: three short films, one lesson, one open day.',
			'Each centre invites five schools. We ask the pupils the same three questions before and after.'
		]
	},
	moments: [
		{ is: 'opened', by: 'pilar', minutesAgo: 23 },
		{
			is: 'agreed',
			by: 'sanne',
			minutesAgo: 20,
			contact: {
				name: 'Sanne Verhulst',
				function: 'Teacher, water technology',
				email: 's.verhulst@waterschool.example'
			}
		},
		{
			is: 'change-asked',
			by: 'marija',
			minutesAgo: 16,
			reason: 'Our budget year begins in January. Please move the class trial to spring.'
		}
	]
};

/** Confirmed by all three: an international partnership. */
const timberExchange: SampleProposal = {
	title: 'Timber apprentices on exchange, Jura and Tampere',
	language: 'en',
	by: 'theo',
	minutesAgo: 42,
	cards: ['keepApprentices', 'timberPlacement', 'timberAdvice'],
	parties: [
		{
			centre: 'jura',
			role: 'coordinator',
			contribution: 'Eight apprentices a year, one accompanying teacher, and the grant application.',
			joined: { by: 'theo', minutesAgo: 42 }
		},
		{
			centre: 'puuala',
			role: 'partner',
			contribution: 'Four places for three weeks each spring and autumn, with a foreman as tutor.',
			joined: { by: 'tuomas', minutesAgo: 38 }
		},
		{
			centre: 'graz',
			role: 'associated',
			contribution: 'Contracts and learning agreements that 80 firms already use.',
			joined: { by: 'elisabeth', minutesAgo: 35 }
		}
	],
	steps: [
		{ what: 'Send the model contract in English', owner: 'Elisabeth Hödlmoser', dueInDays: 10 },
		{ what: 'Choose the first four apprentices', owner: 'Théo Vuillemin', dueInDays: 75 },
		{ what: 'Show the site and the lodging in a video call', owner: 'Tuomas Hakala', dueInDays: 30 }
	],
	text: {
		need: [
			'One in four apprentices leaves the Jura school in the first year. Those who have been abroad stay.',
			'The firm in Tampere builds timber storeys and finds too few young carpenters.'
		],
		idea: [
			'Four apprentices spend three weeks in Tampere, twice a year, in the factory and on the site.',
			'They go in pairs: one in the first year, one in the second. The older one is the tutor.',
			'Graz brings contracts that firms have signed before, so that nobody begins with a blank page.'
		]
	},
	moments: [
		{ is: 'opened', by: 'theo', minutesAgo: 27 },
		{
			is: 'agreed',
			by: 'theo',
			minutesAgo: 25,
			contact: { name: 'Claire Bouvet', function: 'Relations internationales', email: 'c.bouvet@lycee-du-bois.example' }
		},
		{
			is: 'agreed',
			by: 'tuomas',
			minutesAgo: 22,
			contact: { name: 'Tuomas Hakala', function: 'Työnjohtaja', email: 'tuomas.hakala@puuala.example' }
		},
		{
			is: 'management-decides',
			by: 'elisabeth',
			minutesAgo: 18,
			decidesInDays: 10,
			contact: { name: 'Elisabeth Hödlmoser', function: 'Bildungsreferentin', email: 'e.hoedlmoser@holzbau.example' }
		}
	]
};

export const sampleProposals = { hydrogenLessons, careRobots, waterCampaign, timberExchange } as const;
