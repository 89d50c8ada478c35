import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { emptyBoard, isInternational, offerKinds } from '#lib/domain/board.ts';
import { reject, type Actor, type CentreFacts, type Context } from '#lib/domain/command.ts';
import { decide } from '#lib/domain/decide.ts';
import { evolve } from '#lib/domain/evolve.ts';
import { isSectorCode } from '#lib/domain/sector-codes.ts';
import { sampleDeeds } from '../../../server/demo/sample-deeds.ts';
import { sampleInterests } from '../../../server/demo/sample-board.ts';
import { sampleNetworks, sampleOrganisations } from '../../../server/demo/sample-centres.ts';
import { readyDelegates, samplePersons, type PersonKey } from '../../../server/demo/sample-persons.ts';
import { sampleProposals } from '../../../server/demo/sample-proposals.ts';
import { sampleSectors } from '../../../server/demo/sample-sectors.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const idOf = (key: string) => sha256(key).slice(0, 20);
const minute = 60_000;
const made = Date.UTC(2024, 8, 10, 13, 0);
const day = (days: number) => new Date(made + days * 24 * 60 * minute).toISOString().slice(0, 10);

const facilitator: Actor = {
	personId: idOf('facilitator'),
	centreId: null,
	role: 'facilitator',
	verified: true
};
const actorOf = (by: PersonKey): Actor => {
	const { centre, verified } = samplePersons[by];
	return { personId: idOf(by), centreId: idOf(centre), role: 'delegate', verified };
};
const centres = new Map<string, CentreFacts>();
for (const [key, one] of Object.entries(sampleOrganisations)) {
	centres.set(idOf(key), { ...one, id: idOf(key), isNetwork: false, networkIds: one.networks.map(idOf) });
}
for (const [key, { name }] of Object.entries(sampleNetworks)) {
	const id = idOf(key);
	centres.set(id, { id, isNetwork: true, name, country: null, kind: null, networkIds: [] });
}
const persons = new Map(Object.entries(samplePersons).map(([key, one]) => [idOf(key), one]));

function contextAt(minutesAgo: number, by: PersonKey | null): Context {
	return {
		actor: by === null ? facilitator : actorOf(by),
		now: made - minutesAgo * minute,
		forum: { confirmBy: made + 14 * 24 * 60 * minute },
		centre: (id) => centres.get(id),
		person: (id) => {
			const person = persons.get(id);
			return person && { centreId: idOf(person.centre), verified: person.verified };
		},
		roleHere: (id) => (persons.has(id) ? 'delegate' : null),
		knowsAll: true,
		sha256,
		frozenText: { type: 'doc' }
	};
}

const deeds = sampleDeeds({ idOf, day });

/** Plays everything in the order of time; what the domain refuses is kept with its reason. */
function play() {
	let board = emptyBoard;
	const refused: string[] = [];
	for (const { by, minutesAgo, say } of deeds) {
		const context = contextAt(minutesAgo, by);
		const command = say(board);
		const early = by !== null && minutesAgo >= samplePersons[by].joinedMinutesAgo;
		const decision = early ? reject('not-here-yet', 'not here yet') : decide(board, command, context);
		if (decision.kind !== 'accepted') {
			refused.push(
				`${minutesAgo} ${by} ${command.name}: ${'sentence' in decision ? decision.sentence : decision.kind}`
			);
			continue;
		}
		for (const event of decision.events) {
			board = evolve(board, { ...event, seq: board.seq + 1, at: context.now, by: context.actor.personId });
		}
	}
	return { board, refused };
}

describe('the running workshop of the demonstration', () => {
	const { board, refused } = play();
	const cards = [...board.cards.values()];
	const ofKind = (kind: string) => cards.filter((card) => card.kind === kind);

	it('is played by the rules of the board from its first minute to now', () => {
		expect(refused).toEqual([]);
	});

	it('has at least 28 cards of every kind, and offers of all five kinds', () => {
		expect(cards.length).toBeGreaterThanOrEqual(28);
		expect(ofKind('challenge').length).toBeGreaterThanOrEqual(10);
		expect(ofKind('sector').length).toBeGreaterThanOrEqual(7);
		expect(ofKind('offer').length).toBeGreaterThanOrEqual(11);
		expect(new Set(ofKind('offer').map(({ offerKind }) => offerKind))).toEqual(new Set(offerKinds));
	});

	it('speaks at least nine languages, English most', () => {
		const count = new Map<string, number>();
		for (const { kind, language } of cards) if (kind !== 'sector') count.set(language, (count.get(language) ?? 0) + 1);
		expect(count.size).toBeGreaterThanOrEqual(9);
		expect(Math.max(...count.values())).toBe(count.get('en'));
	});

	it('uses only sectors of the vocabulary, one card for each meeting place, with two to six centres', () => {
		expect(cards.flatMap(({ sectors }) => sectors).filter((code) => !isSectorCode(code))).toEqual([]);
		for (const { id } of ofKind('sector')) {
			const lines = [...board.lines.values()].filter(({ cardId }) => cardId === id);
			expect(lines.length).toBeGreaterThanOrEqual(2);
			expect(lines.length).toBeLessThanOrEqual(6);
		}
		expect(ofKind('sector')).toHaveLength(Object.keys(sampleSectors).length);
	});

	it('has every mark once for each centre', () => {
		expect(board.interests.size).toBe(sampleInterests.length);
	});

	it('has a draft, one open with one yes of three, one after a change, and an international partnership of three', () => {
		const proposal = (key: keyof typeof sampleProposals) => board.proposals.get(idOf(key));
		expect(proposal('careRobots')).toMatchObject({ state: { is: 'draft' }, version: 0 });
		expect(proposal('hydrogenLessons')).toMatchObject({ state: { is: 'open' }, version: 1, confirmations: [{}] });
		expect(proposal('hydrogenLessons')?.parties).toHaveLength(3);
		expect(proposal('waterCampaign')).toMatchObject({ state: { is: 'draft' }, version: 1, confirmations: [] });
		const { state, confirmations } = proposal('timberExchange') ?? {};
		expect(confirmations?.map(({ decision }) => decision)).toEqual(['agreed', 'agreed', 'management']);
		expect(state?.is === 'partnership' && state.frozen.snapshot && isInternational(state.frozen.snapshot)).toBe(true);
	});

	it('has two ready delegates of different centres, both verified, and a text that waits for the first', () => {
		const [first, second] = readyDelegates.map((key) => samplePersons[key]);
		expect(first?.verified && second?.verified).toBe(true);
		expect(first?.centre).not.toBe(second?.centre);
		const open = board.proposals.get(idOf('hydrogenLessons'));
		expect(open?.parties.some(({ centreId }) => centreId === idOf(first?.centre ?? ''))).toBe(true);
		expect(open?.confirmations.some(({ centreId }) => centreId === idOf(first?.centre ?? ''))).toBe(false);
	});

	it('writes to nobody: every address is one that cannot exist', () => {
		const contacts = Object.values(sampleProposals).flatMap(({ moments }) =>
			moments.flatMap((moment) => ('contact' in moment ? [moment.contact.email] : []))
		);
		expect(contacts.length).toBeGreaterThan(0);
		expect(contacts.filter((email) => !/@([a-z-]+\.example|example\.org)$/.test(email))).toEqual([]);
	});

	it('has a text with need and idea in every draft', () => {
		for (const { text } of Object.values(sampleProposals)) {
			expect(Math.min(text.need.length, text.idea.length)).toBeGreaterThan(0);
		}
	});
});
