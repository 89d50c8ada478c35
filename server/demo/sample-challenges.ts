import type { NetworkKey } from './sample-centres.ts';
import type { PersonKey } from './sample-persons.ts';

/** A card as somebody posts it; `network` is the one in whose name, or null. */
export type SampleCard = {
	readonly by: PersonKey;
	readonly network: NetworkKey | null;
	readonly title: string;
	readonly text: string;
	readonly language: string;
	readonly sectors: readonly string[];
	/** Minutes before the demonstration was made. */
	readonly minutesAgo: number;
};

/** What these centres need. */
export const sampleChallenges = {
	hydrogenSafety: {
		by: 'paivi',
		network: 'hydrogen',
		title: 'Who teaches hydrogen safety to mechanics already at work?',
		text:
			'Our city buys its first hydrogen buses next year. Forty mechanics work in shifts and cannot leave for a week. ' +
			'We look for short courses in the evening, with practice on a real tank and its valves.',
		language: 'en',
		sectors: ['isced:0716', 'eco:mobility'],
		minutesAgo: 76
	},
	careRobotTrainers: {
		by: 'vasiliki',
		network: null,
		title: 'Ζητάμε εκπαιδευτές για ρομπότ φροντίδας ηλικιωμένων',
		text:
			'Οι μαθητές μας γνωρίζουν τα ρομπότ μόνο από βίντεο. Ψάχνουμε εκπαιδευτή που μπορεί να έρθει για μία εβδομάδα ' +
			'ή να κάνει μαθήματα από απόσταση.',
		language: 'el',
		sectors: ['isced:0921', 'isced:0714'],
		minutesAgo: 74
	},
	weldingRobots: {
		by: 'jouni',
		network: null,
		title: 'Hitsausrobotiikan täydennyskoulutus opettajille',
		text:
			'Saimme kaksi hitsausrobottia, mutta vain yksi opettaja osaa ohjelmoida niitä. Etsimme kumppania, jonka kanssa ' +
			'suunnitella lyhyt koulutus opettajille.',
		language: 'fi',
		sectors: ['isced:0715', 'isced:0714'],
		minutesAgo: 73
	},
	keepApprentices: {
		by: 'theo',
		network: 'timber',
		title: 'Garder nos apprentis du bois jusqu’au diplôme',
		text:
			'Un apprenti sur quatre part avant la fin de la première année. Nous cherchons des centres qui ont essayé le ' +
			'tutorat entre apprentis ou un accueil plus long en entreprise.',
		language: 'fr',
		sectors: ['isced:0722'],
		minutesAgo: 72
	},
	winterGarage: {
		by: 'gergana',
		network: null,
		title: 'Търсим сервиз за практика през зимата',
		text:
			'Учениците ни от 11. клас имат нужда от двуседмична практика в сервиз за електрически автобуси. ' +
			'Можем да пътуваме в цяла Европа.',
		language: 'bg',
		sectors: ['isced:0716'],
		minutesAgo: 70
	},
	heatPumps: {
		by: 'juergen',
		network: null,
		title: 'Wer bildet Lehrkräfte für Wärmepumpen mit natürlichen Kältemitteln weiter?',
		text:
			'Propan und CO₂ verändern die Arbeit auf der Baustelle. Unsere Lehrkräfte brauchen Übung an echten Anlagen und ' +
			'einen Nachweis über den sicheren Umgang damit.',
		language: 'de',
		sectors: ['isced:0713', 'eco:renewables'],
		minutesAgo: 69
	},
	zeroEmissionSite: {
		by: 'federica',
		network: null,
		title: 'Cerchiamo un modulo sul cantiere a zero emissioni',
		text:
			'I nostri allievi lavorano ancora con macchine diesel. Vorremmo un modulo di venti ore su macchine elettriche, ' +
			'rifiuti di cantiere e legno certificato.',
		language: 'it',
		sectors: ['isced:0732', 'eco:construction'],
		minutesAgo: 67
	},
	youngWater: {
		by: 'pilar',
		network: null,
		title: 'Faltan jóvenes en los oficios del agua',
		text:
			'En cinco años se jubila uno de cada tres operarios. Queremos conocer campañas que hayan atraído a chicas y ' +
			'chicos de 14 a 16 años.',
		language: 'es',
		sectors: ['isced:0712', 'isced:1021'],
		minutesAgo: 66
	},
	solarPilot: {
		by: 'malgorzata',
		network: null,
		title: 'Szukamy szkół do pilotażu kursu fotowoltaiki',
		text:
			'Mamy gotowy program na 30 godzin. Potrzebujemy trzech szkół zawodowych z różnych krajów, które sprawdzą go ' +
			'z uczniami wiosną.',
		language: 'pl',
		sectors: ['isced:0713', 'eco:renewables'],
		minutesAgo: 64
	},
	assessWithoutPaper: {
		by: 'niamh',
		network: 'greenIreland',
		title: 'How do you assess learners who cannot sit a written exam?',
		text:
			'Some of our best welders read very little. The awarding body accepts other evidence, but nobody here has done ' +
			'it. Show us a portfolio, a filmed task, anything that passed an audit.',
		language: 'en',
		sectors: ['isced:0715', 'eco:proximity'],
		minutesAgo: 63
	},
	futureSkills: {
		by: 'ilze',
		network: null,
		title: 'Which green skills will our small building firms need in 2030?',
		text:
			'We fund the training, and we guess. We would like to ask the same ten questions in three regions and compare ' +
			'the answers. Most of our firms have fewer than ten people.',
		language: 'en',
		sectors: ['isced:0732', 'isced:0413'],
		minutesAgo: 61
	},
	smartMeters: {
		by: 'sanne',
		network: null,
		title: 'Hoe leren studenten werken met slimme watermeters?',
		text: '',
		language: 'nl',
		sectors: ['isced:0712'],
		minutesAgo: 60
	},
	busApprentices: {
		by: 'aylin',
		network: 'hydrogen',
		title: 'Which school prepares apprentices for our hydrogen buses?',
		text:
			'We run 46 hydrogen buses and take six apprentices a year. They know diesel well and high voltage a little. ' +
			'We can pay for a course if it ends with a certificate that all our depots accept.',
		language: 'en',
		sectors: ['isced:0716', 'eco:mobility'],
		minutesAgo: 58
	}
} as const satisfies Readonly<Record<string, SampleCard>>;
