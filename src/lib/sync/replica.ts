import type { Board } from '#lib/domain/board.ts';
import { eventOfType, parseCommand } from '#lib/domain/catalogue.ts';
import type { Actor, BoardEvent, Command, Context, Decision, SeenKey } from '#lib/domain/command.ts';
import { decideParsed } from '#lib/domain/decide.ts';
import { evolve } from '#lib/domain/evolve.ts';
import { see, type Reader, type Seen } from '#lib/domain/seen.ts';
import {
	patched,
	patchInPlace,
	PatchBuilder,
	type DirectoryPart,
	type Frame,
	type SnapshotMessage,
	seenFromSnapshot,
	type Version
} from '#lib/protocol/frame.ts';
import type { You } from '#lib/protocol/messages.ts';
import { boardFromSeen } from './board-from-seen.ts';

export type Names = {
	readonly persons: ReadonlyMap<string, DirectoryPart['persons'][string]>;
	readonly centres: ReadonlyMap<string, DirectoryPart['centres'][string]>;
};

function isSame(known: object | undefined, said: object): boolean {
	if (known === undefined) return false;
	const before = known as Readonly<Record<string, unknown>>;
	return Object.entries(said).every(([field, value]) => before[field] === value || isSameList(before[field], value));
}

function isSameList(before: unknown, now: unknown): boolean {
	return typeof now === 'object' && JSON.stringify(before) === JSON.stringify(now);
}

export type FrameFate = 'applied' | 'old' | 'gap';

/**
 * What we were shown, and on top of it what we said and have not heard back. Pure state: no clock, no network.
 * `shown` is what a screen draws; pending commands are decided again on top of every step.
 */
export class Replica {
	#base: Seen;
	#version: Version;
	#names: Names;
	#baseBoard: Board | null = null;

	constructor(snapshot: SnapshotMessage) {
		this.#base = seenFromSnapshot(snapshot.seen);
		this.#version = snapshot.version;
		this.#names = { persons: new Map(), centres: new Map() };
		this.learnNames(snapshot.directory);
	}

	get version(): Version {
		return this.#version;
	}

	get base(): Seen {
		return this.#base;
	}

	get names(): Names {
		return this.#names;
	}

	/** The board behind what is seen, for `decide`. */
	get board(): Board {
		this.#baseBoard ??= boardFromSeen(this.#base, this.#version.seq);
		return this.#baseBoard;
	}

	/** An old frame is ignored, the next one applied, a later one is a gap. */
	receive(frame: Frame): FrameFate {
		if (frame.to <= this.#version.seq) return 'old';
		if (frame.from !== this.#version.seq) return 'gap';
		this.#base = patchInPlace(this.#base, frame.patch);
		this.#version = { seq: frame.to, audience: this.#version.audience };
		this.#baseBoard = null;
		if (frame.directory) this.learnNames(frame.directory);
		return 'applied';
	}

	/** Persons are added to the map that is there: a room learns six hundred of them, one frame after the other. */
	learnNames(part: DirectoryPart): void {
		const { persons, centres } = this.#names;
		const newPersons = Object.entries(part.persons).filter(([id, person]) => !isSame(persons.get(id), person));
		const newCentres = Object.entries(part.centres).filter(([id, centre]) => !isSame(centres.get(id), centre));
		if (newPersons.length + newCentres.length === 0) return;
		for (const [id, person] of newPersons) (persons as Map<string, (typeof newPersons)[0][1]>).set(id, person);
		this.#names = { persons, centres: newCentres.length > 0 ? new Map([...centres, ...newCentres]) : centres };
	}

	/** What a screen draws: the base, with the results of pending commands as this reader would see them. */
	shown(pending: readonly Command[], you: You, now: number, confirmBy: number): Seen {
		if (pending.length === 0) return this.#base;
		let board = this.board;
		const keys = new Set<SeenKey>();
		for (const command of pending) {
			const decision = this.#decideOn(board, command, you, now, confirmBy);
			if (decision.kind !== 'accepted') continue;
			for (const news of decision.events) {
				const event: BoardEvent = { ...news, seq: board.seq + 1, at: now, by: you.personId };
				const { touches } = eventOfType(event.type);
				for (const key of touches(board, event.data)) keys.add(key);
				board = evolve(board, event);
				for (const key of touches(board, event.data)) keys.add(key);
			}
		}
		const reader: Reader = you;
		const builder = new PatchBuilder();
		for (const key of keys) builder.add(key, see(board, key, reader));
		return builder.empty ? this.#base : patched(this.#base, builder.build());
	}

	/** The same question that the server will answer, asked on what we see plus what is pending. */
	decide(pending: readonly Command[], command: Command, you: You, now: number, confirmBy: number): Decision {
		let board = this.board;
		for (const earlier of pending) {
			const decision = this.#decideOn(board, earlier, you, now, confirmBy);
			if (decision.kind !== 'accepted') continue;
			for (const news of decision.events)
				board = evolve(board, { ...news, seq: board.seq + 1, at: now, by: you.personId });
		}
		return this.#decideOn(board, command, you, now, confirmBy);
	}

	context(you: You, now: number, confirmBy: number): Context {
		const actor: Actor = you;
		return {
			actor,
			now,
			forum: { confirmBy },
			centre: (id) => {
				const entry = this.#names.centres.get(id);
				return entry && { id, ...entry };
			},
			person: (id) => this.#names.persons.get(id),
			roleHere: () => null,
			knowsAll: false,
			sha256: null,
			frozenText: undefined
		};
	}

	#decideOn(board: Board, command: Command, you: You, now: number, confirmBy: number): Decision {
		const parsed = parseCommand(command);
		return 'kind' in parsed ? parsed : decideParsed(board, parsed, this.context(you, now, confirmBy));
	}
}
