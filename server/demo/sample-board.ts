import type { InterestKind, Phase } from '#lib/domain/board.ts';
import { sampleChallenges } from './sample-challenges.ts';
import { sampleOffers } from './sample-offers.ts';
import type { PersonKey } from './sample-persons.ts';
import { sampleSectors } from './sample-sectors.ts';

/** Cards of the three kinds have keys of their own, so that one key says which card. */
export type CardKey = keyof typeof sampleChallenges | keyof typeof sampleOffers | keyof typeof sampleSectors;

export type SampleWorkshop = {
	readonly title: string;
	readonly room: string;
	readonly language: string;
	readonly startedMinutesAgo: number;
	readonly endsInMinutes: number;
	/** Each phase, and when the facilitator moved to it; the last one is now. */
	readonly phases: readonly { readonly phase: Phase; readonly minutesAgo: number }[];
};

/** The workshop that is running when the demonstration opens. */
export const sampleWorkshop: SampleWorkshop = {
	title: 'Skills for the green shift',
	room: 'Room 3',
	language: 'en',
	startedMinutesAgo: 80,
	endsInMinutes: 40,
	phases: [
		{ phase: 'gather', minutesAgo: 80 },
		{ phase: 'explore', minutesAgo: 52 },
		{ phase: 'match', minutesAgo: 44 },
		{ phase: 'co-write', minutesAgo: 29 }
	]
};

export type SampleInterest = {
	readonly card: CardKey;
	readonly by: PersonKey;
	readonly kind: InterestKind;
	/** Minutes before the demonstration was made. */
	readonly minutesAgo: number;
};

const marks = (card: CardKey, kind: InterestKind, ...who: readonly (readonly [PersonKey, number])[]) =>
	who.map(([by, minutesAgo]): SampleInterest => ({ card, kind, by, minutesAgo }));

/** What the centres marked. One centre marks one card once, never its own challenge or offer. */
export const sampleInterests: readonly SampleInterest[] = [
	...marks('hydrogenSafety', 'can-help', ['amelie', 51], ['aylin', 47]),
	...marks('hydrogenSafety', 'same-need', ['gergana', 50]),
	...marks('careRobotTrainers', 'can-help', ['freja', 49], ['jouni', 41]),
	...marks('weldingRobots', 'same-need', ['niamh', 50], ['gergana', 43]),
	...marks('keepApprentices', 'same-need', ['federica', 51], ['jouni', 48]),
	...marks('keepApprentices', 'can-help', ['malik', 46]),
	...marks('winterGarage', 'can-help', ['oskari', 48], ['aylin', 45]),
	...marks('heatPumps', 'same-need', ['colm', 47], ['malgorzata', 42]),
	...marks('zeroEmissionSite', 'can-help', ['elisabeth', 44]),
	...marks('zeroEmissionSite', 'same-need', ['colm', 43]),
	...marks('youngWater', 'same-need', ['sanne', 50], ['ines', 44]),
	...marks('youngWater', 'can-help', ['marija', 45]),
	...marks('solarPilot', 'can-help', ['juergen', 46]),
	...marks('assessWithoutPaper', 'same-need', ['theo', 43], ['vasiliki', 39]),
	...marks('futureSkills', 'can-help', ['elin', 42]),
	...marks('busApprentices', 'can-help', ['paivi', 41], ['amelie', 40]),
	...marks('busWorkshop', 'want', ['paivi', 51], ['gergana', 49], ['aylin', 48], ['federica', 44], ['niamh', 38]),
	...marks('weldingSimulator', 'want', ['niamh', 47], ['jouni', 46], ['theo', 36]),
	...marks('timberPlacement', 'want', ['theo', 50]),
	...marks('careRobotKit', 'want', ['vasiliki', 48], ['colm', 35]),
	...marks('eveningGarage', 'want', ['gergana', 46]),
	...marks('timberAdvice', 'want', ['theo', 45], ['kaarel', 43], ['tuomas', 41]),
	...marks('courseValue', 'want', ['ilze', 44]),
	...marks('waterNetworks', 'want', ['pilar', 47], ['marija', 46], ['ines', 40]),
	...marks('peerTutoring', 'want', ['theo', 49], ['jouni', 42], ['elisabeth', 33]),
	...marks('waterTower', 'want', ['sanne', 45]),
	...marks('coolingLabs', 'want', ['malgorzata', 43]),
	...marks('desalination', 'want', ['pilar', 44], ['sanne', 37]),
	...marks('depotPlacement', 'want', ['gergana', 34], ['oskari', 28]),
	...marks('vehicles', 'work-with', ['juergen', 45]),
	...marks('wood', 'work-with', ['federica', 46]),
	...marks('water', 'work-with', ['elin', 40]),
	...marks('building', 'work-with', ['theo', 38])
];
