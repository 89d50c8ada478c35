import type { NetworkKey } from './sample-centres.ts';
import type { PersonKey } from './sample-persons.ts';

/** A centre at a sector, with what it does or wants to do there. */
export type SampleLine = {
	readonly by: PersonKey;
	readonly network: NetworkKey | null;
	readonly text: string;
	readonly language: string;
	/** Minutes before the demonstration was made. */
	readonly minutesAgo: number;
};

/** A meeting place: the first line posts the sector, the others join it. */
export type SampleSector = { readonly code: string; readonly lines: readonly [SampleLine, ...SampleLine[]] };

const line = (
	by: PersonKey,
	minutesAgo: number,
	language: string,
	text: string,
	network: NetworkKey | null = null
): SampleLine => ({ by, network, text, language, minutesAgo });

export const sampleSectors = {
	vehicles: {
		code: 'isced:0716',
		lines: [
			line('paivi', 77, 'en', 'Hydrogen and high voltage for mechanics who already work.', 'hydrogen'),
			line('amelie', 72, 'fr', 'Un bus à hydrogène, deux formateurs, et l’envie de voyager.', 'hydrogen'),
			line('gergana', 68, 'bg', 'Искаме да изградим лаборатория за електрически автобуси.'),
			line('aylin', 62, 'en', 'We drive 46 hydrogen buses and train on them every day.')
		]
	},
	wood: {
		code: 'isced:0722',
		lines: [
			line('theo', 76, 'fr', 'Menuiserie, charpente, et des apprentis qui restent.', 'timber'),
			line('tuomas', 71, 'fi', 'Rakennamme puukerrostaloja ja opetamme siinä samalla.', 'timber'),
			line('elisabeth', 66, 'de', 'Holzbau mit 80 Betrieben, vom Lehrling bis zur Meisterin.', 'timber'),
			line('kaarel', 63, 'et', 'Ehitame palkmaju ja otame õppijaid praktikale.')
		]
	},
	water: {
		code: 'isced:0712',
		lines: [
			line('sanne', 74, 'en', 'Courses for drinking water, under sea level.'),
			line('pilar', 70, 'es', 'Empresas del agua que buscan relevo.'),
			line('marija', 65, 'en', 'Water from the sea, and how to teach it.'),
			line('ines', 58, 'en', 'A town that repairs its pipes with its own young people.')
		]
	},
	care: {
		code: 'isced:0921',
		lines: [
			line('freja', 73, 'en', 'Technology that leaves more time for people.'),
			line('vasiliki', 67, 'el', 'Θέλουμε εργαστήριο φροντίδας με ρομπότ στο σχολείο μας.')
		]
	},
	energy: {
		code: 'isced:0713',
		lines: [
			line('juergen', 72, 'de', 'Wärmepumpen und Kälteanlagen mit natürlichen Kältemitteln.'),
			line('malgorzata', 66, 'pl', 'Fotowoltaika i magazyny energii, krótkie kursy.'),
			line('elin', 60, 'en', 'We find out which energy courses change anything.')
		]
	},
	building: {
		code: 'isced:0732',
		lines: [
			line('federica', 70, 'it', 'Muratori e capicantiere per edifici a basso consumo.'),
			line('colm', 65, 'en', 'Retrofit of stone houses, in Irish and in English.', 'greenIreland'),
			line('ilze', 59, 'en', 'We pay for training and want to pay for the right one.'),
			line('tuomas', 57, 'en', 'Timber storeys on top of old concrete houses.'),
			line('elin', 55, 'sv', 'Vi följer renoveringskurser i fem kommuner.')
		]
	},
	metal: {
		code: 'isced:0715',
		lines: [
			line('jouni', 69, 'fi', 'Hitsausrobotit ja pienet sarjat, opettajille ja opiskelijoille.'),
			line('niamh', 64, 'en', 'Welding for everybody, with the exam that fits.'),
			line('gergana', 61, 'bg', 'Заваряване на симулатор и в истински цех.')
		]
	},
	renewables: {
		code: 'eco:renewables',
		lines: [
			line('malgorzata', 63, 'en', 'Short courses that firms recognise in more than one country.'),
			line('juergen', 58, 'de', 'Handwerk für die Energiewende, im Betrieb und in der Schule.'),
			line('marija', 56, 'en', 'Solar power for water plants.')
		]
	}
} as const satisfies Readonly<Record<string, SampleSector>>;
