import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SectorLine } from '#lib/domain/board.ts';
import { eventOfType } from '#lib/domain/catalogue.ts';
import { setContribution } from '#lib/domain/commands/set-contribution.ts';
import { verifyPerson } from '#lib/domain/commands/verify-person.ts';
import type { SeenKey } from '#lib/domain/command.ts';
import { seenBy, type Reader } from '#lib/domain/seen.ts';
import {
	namedIn,
	patched,
	seenFromSnapshot,
	snapshotOf,
	type Frame,
	type SnapshotMessage
} from '#lib/protocol/frame.ts';
import type { DirectoryReader } from '../../../server/store/store.ts';
import type { FirstLook } from '#lib/protocol/messages.ts';
import { lookText } from '../../../server/board/look-text.ts';
import { mayKnow } from './may-know.ts';
import { BoardView, type Watcher } from '../../../server/board/board-view.ts';
import { amelie, facilitator, gergana, guest, id, organiser, paivi, type Story } from '../../domain/story.ts';
import { challenge, offer, openDraft, partnership, readyDraft, running, sector, yes } from '../../domain/given.ts';
import { cast, wishes } from '../../support/random-story.ts';

/** A directory that knows nobody: these tests are about records, not about names. */
const noNames = {
	personEntry: () => undefined,
	centreEntry: () => undefined,
	centre: () => undefined
} as unknown as DirectoryReader;

const allNames = {
	...noNames,
	personEntry: (name: string) => ({ name, centreId: null, verified: false })
} as unknown as DirectoryReader;

/** What else a first look says. */
const nobody = {} as FirstLook;

/** Counts how often somebody looks a record up. */
class CountedMap<Row> extends Map<string, Row> {
	looks = 0;

	override get(key: string): Row | undefined {
		this.looks += 1;
		return super.get(key);
	}
}

const readers: readonly Reader[] = [
	...cast,
	organiser,
	{ role: 'screen' as const, personId: null, centreId: null, verified: false }
].map(({ role, personId, centreId, verified }) => ({ role, personId, centreId, verified }));

/** Where stories start: random steps alone seldom reach a version that is open, or a partnership. */
const beginnings: readonly (() => Story)[] = [
	running,
	readyDraft,
	openDraft,
	() => {
		const story = openDraft();
		return story.did(paivi, yes(story));
	},
	partnership,
	() => withCards(running()),
	() => withCards(running().did(facilitator, { name: 'set-private-writing', input: { on: true } }))
];

function withCards(story: Story): Story {
	story.did(paivi, challenge('need')).did(guest, challenge('guests need')).did(amelie, offer('bus'));
	return story.did(gergana, sector('vehicles')).did(amelie, sector('vehicles too'));
}

/** Somebody who looks at every step, and somebody else who comes back only now and then. */
class Looker implements Watcher {
	readonly reader: Reader;
	snapshot: SnapshotMessage;
	seen;
	version;
	heard: string;

	constructor(reader: Reader, snapshot: SnapshotMessage) {
		this.reader = reader;
		this.snapshot = snapshot;
		this.seen = seenFromSnapshot(snapshot.seen);
		this.version = snapshot.version;
		this.heard = JSON.stringify(snapshot);
	}

	send(frame: Frame): void {
		expect(frame.from).toBe(this.version.seq);
		this.seen = patched(this.seen, frame.patch);
		this.version = { ...this.version, seq: frame.to };
		this.heard += JSON.stringify(frame);
	}

	judgeAgain(): void {}
}

function playedOut(
	beginning: number,
	steps: Parameters<Parameters<typeof wishes.map>[0]>[0],
	check: (story: Story, lookers: readonly Looker[], view: BoardView) => void,
	directory = noNames
) {
	const story = (beginnings[beginning] ?? running)();
	const lookers: Looker[] = [];
	const view = new BoardView('board', directory, (role, frame, except) => {
		for (const looker of lookers) if (looker.reader.role === role && !except.includes(looker)) looker.send(frame);
	});
	for (const reader of readers) {
		const looker = new Looker(reader, view.snapshot(story.board, reader));
		lookers.push(looker);
		view.add(looker);
	}
	check(story, lookers, view);
	for (const { actor, make, pick } of steps) {
		const before = story.board;
		const command = make(before, pick, actor);
		if (command.name === 'open-for-confirmation') story.wait(10_000);
		const from = story.events.length;
		story.say(actor, command);
		const events = story.events.slice(from);
		if (events.length === 0) continue;
		const keys = new Set<SeenKey>();
		for (const event of events) {
			const { touches } = eventOfType(event.type);
			for (const board of [before, story.board]) for (const key of touches(board, event.data)) keys.add(key);
		}
		view.publish({ before, after: story.board, events, keys: [...keys], answered: [] });
		check(story, lookers, view);
	}
}

const begin = fc.nat({ max: beginnings.length - 1 });

describe('What the server shows', () => {
	test('the differences that each reader received add up to exactly what the whole board shows them', () => {
		fc.assert(
			fc.property(begin, wishes, (beginning, steps) => {
				playedOut(beginning, steps, (story, lookers) => {
					for (const looker of lookers) {
						expect(snapshotOf(looker.seen), looker.reader.role).toEqual(snapshotOf(seenBy(story.board, looker.reader)));
					}
				});
			}),
			{ numRuns: 60 }
		);
	}, 60_000);

	test('who comes back after any absence is brought to exactly what they may see now', () => {
		fc.assert(
			fc.property(begin, wishes, fc.nat({ max: 9 }), (beginning, steps, every) => {
				const away = new Map<Reader, Looker>();
				let step = 0;
				playedOut(beginning, steps, (story, _lookers, view) => {
					step += 1;
					for (const [index, reader] of readers.entries()) {
						const looker = away.get(reader) ?? new Looker(reader, view.snapshot(story.board, reader));
						away.set(reader, looker);
						if ((step + index) % (every + 1) !== 0) continue;
						const frames = view.catchUp(story.board, reader, looker.version);
						expect(frames).not.toBeNull();
						for (const frame of frames ?? []) looker.send(frame);
						expect(snapshotOf(looker.seen)).toEqual(snapshotOf(seenBy(story.board, reader)));
					}
				});
			}),
			{ numRuns: 60 }
		);
	}, 60_000);

	test('who looks at the whole board is shown exactly what they may see, and the names in it, whoever looked before', () => {
		fc.assert(
			fc.property(
				begin,
				wishes,
				fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 40 }),
				(beginning, steps, looks) => {
					let step = 0;
					const check = (story: Story, _lookers: readonly Looker[], view: BoardView) => {
						for (const look of [looks[step % looks.length] ?? 0, step]) {
							const reader = readers[look % readers.length];
							// Not at each step: between two looks lies one step, or several.
							if (!reader || look % 3 === 0) continue;
							const own = seenBy(story.board, reader);
							const shown = view.snapshot(story.board, reader);
							const { seen, directory } = JSON.parse(lookText({ ...shown, ...nobody })) as SnapshotMessage;
							expect(seen, reader.role).toEqual(snapshotOf(own));
							const { persons } = namedIn(Object.values(own).flatMap((rows) => [...rows.values()]));
							expect(new Set(Object.keys(directory.persons))).toEqual(persons);
						}
						step += 1;
					};
					playedOut(beginning, steps, check, allNames);
				}
			),
			{ numRuns: 100 }
		);
	}, 60_000);

	test('sixty who come at once look at the board once, and after a step at what it has changed', () => {
		const story = withCards(openDraft());
		for (let n = 0; n < 40; n += 1) story.did(gergana, offer(`offer ${n}`));
		const view = new BoardView('board', noNames, () => undefined);
		const people = Array.from({ length: 60 }, (_, n): Reader => ({ ...guest, personId: id(`person ${n}`) }));
		const looksOfAll = () => {
			const cards = new CountedMap(story.board.cards);
			for (const reader of people) view.snapshot({ ...story.board, cards }, reader);
			return cards.looks;
		};
		const first = looksOfAll();
		expect(first).toBeLessThan(story.board.cards.size * 4);
		expect(looksOfAll()).toBe(0);
		const before = story.board;
		story.did(amelie, offer('one more'));
		const keys = [`cards/${id('one more')}`] as const;
		view.publish({ before, after: story.board, events: story.events.slice(-1), keys, answered: [] });
		expect(looksOfAll()).toBeLessThan(10);
		expect(view.snapshot(story.board, guest).seen).toEqual(snapshotOf(seenBy(story.board, guest)));
	});

	test('sixty who come at once are given a text of the board that is written once, each with what is theirs alone', () => {
		const { board } = withCards(running());
		let written = 0;
		const line = {
			...[...board.lines.values()][0],
			toJSON: () => `written ${(written += 1)}`
		} as unknown as SectorLine;
		const shown = { ...board, lines: new Map([[`${id('vehicles')}~x`, line]]) };
		const view = new BoardView('board', noNames, () => undefined);
		const texts = readers.map((reader) => lookText({ ...view.snapshot(shown, reader), ...nobody }));
		for (let n = 0; n < 60; n += 1) {
			const reader = { ...guest, personId: id(`person ${n}`) };
			texts.push(lookText({ ...view.snapshot(shown, reader), ...nobody }));
		}
		expect(written).toBeGreaterThan(0);
		expect(written).toBeLessThanOrEqual(new Set(readers.map(({ role }) => role)).size);
		expect(new Set(texts.map((text) => (JSON.parse(text) as SnapshotMessage).version.audience)).size).toBe(
			texts.length
		);
	});

	test('who is verified in the same step as a draft changes is named to its parties only as far as the board names them', () => {
		const story = readyDraft();
		const heard: Frame[] = [];
		const view = new BoardView('board', allNames, () => undefined);
		const { role, personId, centreId, verified } = amelie;
		view.add({ reader: { role, personId, centreId, verified }, send: (frame) => heard.push(frame), judgeAgain() {} });
		const before = story.board;
		const from = story.events.length;
		story.did(facilitator, verifyPerson.with({ personId: guest.personId }));
		story.did(paivi, setContribution.with({ proposalId: id('bus'), contribution: 'Two workshops' }));
		const keys = [`drafts/${id('bus')}`, `proposals/${id('bus')}`] as const;
		view.publish({ before, after: story.board, events: story.events.slice(from), keys, answered: [] });
		expect(heard).toHaveLength(1);
		expect(Object.keys(heard[0]?.directory?.persons ?? {})).toContain(paivi.personId);
		expect(Object.keys(heard[0]?.directory?.persons ?? {})).not.toContain(guest.personId);
	});

	test('no byte that a delegate or a screen received holds a text that they were never allowed to see', () => {
		fc.assert(
			fc.property(begin, wishes, (beginning, steps) => {
				const allowed = new Map<Looker, Set<string>>();
				let all: readonly Looker[] = [];
				playedOut(beginning, steps, (story, lookers) => {
					all = lookers;
					for (const looker of lookers) {
						const words = allowed.get(looker) ?? new Set<string>();
						for (const found of canaries(mayKnow(story.board, looker.reader))) words.add(found);
						allowed.set(looker, words);
					}
				});
				for (const looker of all) {
					for (const word of canaries(looker.heard))
						expect(allowed.get(looker)?.has(word), `${looker.reader.role} heard ${word}`).toBe(true);
				}
			}),
			{ numRuns: 100 }
		);
	}, 60_000);
});

function canaries(text: string): string[] {
	return [...text.matchAll(/canary \d+ [0-9a-z]{20}|contact@canary\.example|hidden because \d+/g)].map(
		([word]) => word
	);
}
