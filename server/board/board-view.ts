import { createHash } from 'node:crypto';
import type { Board } from '#lib/domain/board.ts';
import type { Role, SeenKey } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import { concerned, keysOf, see, splitKey, type Reader, type SeenRecord } from '#lib/domain/seen.ts';
import { PatchBuilder, type Frame, type SnapshotMessage, type Version } from '#lib/protocol/frame.ts';
import type { DirectoryReader } from '../store/store.ts';
import type { Committed } from './board-room.ts';
import { directoryIdsOf } from './directory-effects.ts';
import { directoryPart, entriesOf, namedInKept } from './directory-part.ts';
import { FrameRing, type Step } from './frame-ring.ts';
import { audienceOf, RoleSights } from './role-sights.ts';

/** One connection that looks at a board. */
export type Watcher = {
	readonly reader: Reader;
	send(frame: Frame): void;
	/** Tells the device that what it may see or do has changed; `gone`: it sees nothing more from this moment. */
	judgeAgain(gone?: boolean): void;
};

/** Sends one frame to everybody of a role, but for some. */
export type Broadcast = (role: Role, frame: Frame, except: readonly Watcher[]) => void;

const roles = ['delegate', 'facilitator', 'organiser', 'screen'] as const satisfies readonly Role[];

/** Everything that decides what a reader may see, as one opaque word: another word means another snapshot. */
export function audienceMark(reader: Reader): string {
	const facts = [reader.role, reader.personId, reader.centreId, reader.verified];
	return createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 12);
}

/**
 * Turns committed steps into frames: one for each role's audience, broadcast, and single ones for those who may see more
 * of a record that changed. All of it from the keys that the step's events touched, never from the whole board.
 */
export class BoardView {
	readonly #id: Id;
	readonly #directory: DirectoryReader;
	readonly #broadcast: Broadcast;
	readonly #ring = new FrameRing();
	readonly #sights = new RoleSights(this.#ring);
	readonly #watchers = new Set<Watcher>();
	readonly #byPerson = new Map<Id, Set<Watcher>>();
	readonly #byCentre = new Map<Id, Set<Watcher>>();

	constructor(id: Id, directory: DirectoryReader, broadcast: Broadcast) {
		this.#id = id;
		this.#directory = directory;
		this.#broadcast = broadcast;
	}

	add(watcher: Watcher): void {
		this.#watchers.add(watcher);
		index(this.#byPerson, watcher.reader.personId, watcher);
		if (watcher.reader.verified) index(this.#byCentre, watcher.reader.centreId, watcher);
	}

	remove(watcher: Watcher): void {
		this.#watchers.delete(watcher);
		unindex(this.#byPerson, watcher.reader.personId, watcher);
		unindex(this.#byCentre, watcher.reader.centreId, watcher);
	}

	watchersOf(personId: Id): readonly Watcher[] {
		return [...(this.#byPerson.get(personId) ?? [])];
	}

	/** Shows a step to everybody who looks. */
	publish({ before, after, events, keys, answered }: Committed): void {
		const range = { board: this.#id, from: before.seq, to: after.seq };
		const single = this.#watchersConcerned(before, after, keys);
		const changed = events.map(directoryIdsOf);
		const ids = { persons: changed.flatMap((one) => one.persons), centres: changed.flatMap((one) => one.centres) };
		const toldByRole: Record<string, ReadonlySet<SeenKey>> = {};
		const named: Partial<Record<Role, Pick<Step, 'persons' | 'centres'>>> = {};
		for (const role of roles) {
			const { builder, records, told } = difference(before, after, keys, audienceOf(role));
			named[role] = this.#namedOf(after, role, ids);
			const directory = directoryPart(this.#directory, records, named[role]);
			toldByRole[role] = told;
			this.#broadcast(role, { ...range, patch: builder.build(), ...(directory && { directory }), answered }, single);
		}
		for (const watcher of single) {
			const { builder, records } = difference(before, after, keys, watcher.reader);
			const directory = directoryPart(this.#directory, records, named[watcher.reader.role]);
			watcher.send({ ...range, patch: builder.build(), ...(directory && { directory }), answered });
		}
		this.#ring.push({ from: before.seq, to: after.seq, keys, toldByRole, ...ids });
	}

	/** What brings a reader from this version to now: nothing, one frame, or `null` when only a snapshot will do. */
	catchUp(board: Board, reader: Reader, have: Version | null): readonly Frame[] | null {
		if (!have || have.audience !== audienceMark(reader) || have.seq > board.seq) return null;
		if (have.seq === board.seq) return [];
		const steps = this.#ring.since(have.seq);
		if (!steps) return null;
		const builder = new PatchBuilder();
		const records: SeenRecord[] = [];
		for (const key of new Set(steps.flatMap((step) => step.keys))) {
			const record = see(board, key, reader);
			if (record) records.push(record);
			// The id of a record that this reader never saw stays unsaid.
			if (record || mayHaveSeen(board, steps, key, reader)) builder.add(key, record);
		}
		const changed = { persons: steps.flatMap((step) => step.persons), centres: steps.flatMap((step) => step.centres) };
		const directory = directoryPart(this.#directory, records, this.#namedOf(board, reader.role, changed));
		const patch = builder.build();
		return [{ board: this.#id, from: have.seq, to: board.seq, patch, ...(directory && { directory }), answered: [] }];
	}

	/** The whole board for a reader, with the names of everybody on it and of the reader's own centre. */
	snapshot(board: Board, reader: Reader): SnapshotMessage {
		const seen = this.#sights.seenBy(board, reader);
		const records = Object.values(seen).flatMap((table) => Object.values<SeenRecord>(table));
		const own =
			reader.centreId === null ? [] : [reader.centreId, ...(this.#directory.centre(reader.centreId)?.networkIds ?? [])];
		const directory = entriesOf(this.#directory, namedInKept(records), { persons: [], centres: own });
		return {
			board: this.#id,
			version: { seq: board.seq, audience: audienceMark(reader) },
			seen,
			directory: directory ?? { persons: {}, centres: {} }
		};
	}

	#watchersConcerned(before: Board, after: Board, keys: readonly SeenKey[]): readonly Watcher[] {
		const found = new Set<Watcher>();
		for (const key of keys) {
			for (const board of [before, after]) {
				const { persons, centres } = concerned(board, key);
				for (const id of persons) for (const watcher of this.#byPerson.get(id) ?? []) found.add(watcher);
				for (const id of centres) for (const watcher of this.#byCentre.get(id) ?? []) found.add(watcher);
			}
		}
		return [...found];
	}

	/** Of changed persons and centres, those that this audience sees named: nobody is told of others. */
	#namedOf(board: Board, role: Role, changed: Pick<Step, 'persons' | 'centres'>) {
		const persons = changed.persons.filter((id) => this.#names(board, role, 'persons', id));
		const centres = changed.centres.filter((id) => this.#names(board, role, 'centres', id));
		return { persons, centres };
	}

	#names(board: Board, role: Role, kind: 'persons' | 'centres', id: Id): boolean {
		if (role === 'facilitator' || role === 'organiser') return true;
		const reader = audienceOf(role);
		const records = keysOf(board).map((key) => see(board, key, reader));
		const part = directoryPart(this.#directory, records);
		return part !== undefined && id in part[kind];
	}
}

function difference(before: Board, after: Board, keys: readonly SeenKey[], reader: Reader) {
	const builder = new PatchBuilder();
	const records: SeenRecord[] = [];
	const told = new Set<SeenKey>();
	for (const key of keys) {
		const was = see(before, key, reader);
		const is = see(after, key, reader);
		if (was === is) continue;
		builder.add(key, is);
		told.add(key);
		if (is) records.push(is);
	}
	return { builder, records, told };
}

function mayHaveSeen(board: Board, steps: readonly Step[], key: SeenKey, reader: Reader): boolean {
	if (steps.some((step) => step.toldByRole[reader.role]?.has(key))) return true;
	const { persons, centres } = concerned(board, key);
	if (reader.personId !== null && persons.includes(reader.personId)) return true;
	if (reader.centreId !== null && centres.includes(reader.centreId)) return true;
	// What hangs on a withdrawn or hidden card names the card: its author is concerned, others were told by the broadcast.
	return splitKey(key).table === 'proposals';
}

function index(map: Map<Id, Set<Watcher>>, id: Id | null, watcher: Watcher): void {
	if (id === null) return;
	const set = map.get(id) ?? new Set();
	map.set(id, set.add(watcher));
}

function unindex(map: Map<Id, Set<Watcher>>, id: Id | null, watcher: Watcher): void {
	if (id === null) return;
	const set = map.get(id);
	set?.delete(watcher);
	if (set?.size === 0) map.delete(id);
}
