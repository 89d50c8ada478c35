import type { OfferKind } from '#lib/domain/board.ts';
import type { SampleCard } from './sample-challenges.ts';

export type SampleOffer = SampleCard & { readonly offerKind: OfferKind };

/** What these centres can give. */
export const sampleOffers = {
	busWorkshop: {
		by: 'amelie',
		network: 'hydrogen',
		offerKind: 'module',
		title: 'Two-day hydrogen bus workshop, with our bus',
		text:
			'Day one: gas, leaks, protective clothing. Day two: taking a tank system apart and putting it back, on a bus ' +
			'that we bring. For twelve people, in French or English. You need a hall with a roof vent.',
		language: 'en',
		sectors: ['isced:0716', 'eco:mobility'],
		minutesAgo: 75
	},
	weldingSimulator: {
		by: 'gergana',
		network: null,
		offerKind: 'facility',
		title: 'Учебен симулатор за заваряване, свободен вторник',
		text:
			'Имаме шест места. Подходящ е за начинаещи и за оценка преди практика. Преподавателите ни говорят английски и ' +
			'немски.',
		language: 'bg',
		sectors: ['isced:0715'],
		minutesAgo: 71
	},
	mixedWelding: {
		by: 'niamh',
		network: null,
		offerKind: 'practice',
		title: 'Twelve lessons from mixed classes in welding',
		text:
			'Learners with and without a disability have welded side by side with us since 2019. We wrote down what failed, what ' +
			'it cost and what we would do again. Thirty minutes, online or at your school.',
		language: 'en',
		sectors: ['isced:0715', 'eco:proximity'],
		minutesAgo: 70
	},
	timberPlacement: {
		by: 'tuomas',
		network: 'timber',
		offerKind: 'mobility',
		title: 'Kolmen viikon työssäoppimisjakso puurakentamisessa',
		text:
			'Otamme keväällä neljä opiskelijaa elementtitehtaalle ja työmaalle. Majoitus järjestyy, ja työnjohtaja puhuu ' +
			'englantia.',
		language: 'fi',
		sectors: ['isced:0722', 'isced:0732'],
		minutesAgo: 69
	},
	careRobotKit: {
		by: 'freja',
		network: null,
		offerKind: 'facility',
		title: 'Care-robot kit on loan, for four weeks',
		text:
			'One lifting robot, one feeding aid and a box of sensors, with exercises in Danish and English. You pay the ' +
			'transport. Free from February.',
		language: 'en',
		sectors: ['isced:0921', 'isced:0714'],
		minutesAgo: 68
	},
	eveningGarage: {
		by: 'oskari',
		network: null,
		offerKind: 'facility',
		title: 'Evening garage for 12 learners',
		text: 'Heated, with two lifts and a high-voltage corner. Monday to Thursday after five, October to March.',
		language: 'en',
		sectors: ['isced:0716'],
		minutesAgo: 66
	},
	timberAdvice: {
		by: 'elisabeth',
		network: 'timber',
		offerKind: 'expertise',
		title: 'Holzbau-Lehrgänge gemeinsam mit Betrieben planen',
		text:
			'Wir haben mit 80 Betrieben einen Lehrgang aufgebaut und teilen die Verträge, die Stundenpläne und die Fehler. ' +
			'Gerne auch auf Englisch.',
		language: 'de',
		sectors: ['isced:0722', 'isced:0732'],
		minutesAgo: 65
	},
	logHouse: {
		by: 'kaarel',
		network: null,
		offerKind: 'mobility',
		title: 'Praktikakohad neljale õppijale palkmaja ehitusel',
		text: 'Võtame vastu maist septembrini. Juhendaja räägib inglise ja soome keelt.',
		language: 'et',
		sectors: ['isced:0722'],
		minutesAgo: 64
	},
	courseValue: {
		by: 'elin',
		network: null,
		offerKind: 'expertise',
		title: 'Vi mäter vad en kurs i energirenovering ger',
		text: 'Före, direkt efter och ett år senare, med samma enkla frågor. Vi söker skolor i två andra länder att jämföra med.',
		language: 'sv',
		sectors: ['isced:0732', 'isced:0713'],
		minutesAgo: 62
	},
	waterNetworks: {
		by: 'sanne',
		network: null,
		offerKind: 'module',
		title: 'Open course on drinking-water networks, 40 hours',
		text:
			'In English and Dutch, free to copy and change. Leaks, pressure, hygiene, and a game about a burst main. ' +
			'Tested with 300 students.',
		language: 'en',
		sectors: ['isced:0712'],
		minutesAgo: 61
	},
	peerTutoring: {
		by: 'malik',
		network: null,
		offerKind: 'practice',
		title: 'Notre guide du tutorat entre apprentis, testé pendant trois ans',
		text:
			'Vingt pages : comment choisir les tuteurs, combien de temps leur donner, quoi faire quand cela ne marche pas. ' +
			'Les départs ont baissé de moitié chez nous.',
		language: 'fr',
		sectors: ['isced:0716', 'isced:0722'],
		minutesAgo: 59
	},
	waterTower: {
		by: 'ines',
		network: null,
		offerKind: 'facility',
		title: 'A retired water tower as a training site',
		text: 'Pumps, valves and 30 metres of stairs. The town opens it for schools in spring and autumn.',
		language: 'en',
		sectors: ['isced:0712', 'isced:1021'],
		minutesAgo: 57
	},
	coolingLabs: {
		by: 'juergen',
		network: null,
		offerKind: 'mobility',
		title: 'Job-shadowing for two teachers in our cooling labs',
		text: 'One week, any time but August. Bring your lesson plans, we bring the heat pumps.',
		language: 'en',
		sectors: ['isced:0713'],
		minutesAgo: 56
	},
	waterExperts: {
		by: 'pilar',
		network: null,
		offerKind: 'expertise',
		title: 'Expertas en depuradoras para charlas en línea',
		text: 'Diez mujeres que dirigen plantas y cuentan su trabajo en 20 minutos, en español, inglés o francés.',
		language: 'es',
		sectors: ['isced:0712'],
		minutesAgo: 55
	},
	retrofitIrish: {
		by: 'colm',
		network: 'greenIreland',
		offerKind: 'practice',
		title: 'Conas a mhúinimid iarfheistiú tithe trí Ghaeilge',
		text: '',
		language: 'ga',
		sectors: ['isced:0732'],
		minutesAgo: 54
	},
	desalination: {
		by: 'marija',
		network: null,
		offerKind: 'facility',
		title: 'Desalination pilot plant, open to visiting groups',
		text: 'Up to fifteen learners a day. They run the plant themselves, under supervision, for one shift.',
		language: 'en',
		sectors: ['isced:0712'],
		minutesAgo: 53
	},
	depotPlacement: {
		by: 'aylin',
		network: null,
		offerKind: 'mobility',
		title: 'Two-week placements in our hydrogen depot, three learners at a time',
		text: '',
		language: 'en',
		sectors: ['isced:0716', 'isced:1041'],
		minutesAgo: 40
	}
} as const satisfies Readonly<Record<string, SampleOffer>>;
