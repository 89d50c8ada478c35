import type { Board } from '#lib/domain/board.ts';
import { seenTables, type Role, type SeenKey, type SeenTable } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import { concerned, keysOf, see, splitKey, type Concerned, type Reader, type SeenRecord } from '#lib/domain/seen.ts';
import type { SnapshotMessage } from '#lib/protocol/frame.ts';
import type { FrameRing } from './frame-ring.ts';

type Sight = SnapshotMessage['seen'];
type Rows = Record<string, SeenRecord>;

export function audienceOf(role: Role): Reader {
	return { role, personId: null, centreId: null, verified: false };
}

/**
 * What each role's audience sees of a board, kept from one look to the next: a room that comes in at once looks at the
 * whole board once, and each of them at the few records of which they may see more. Between two looks only the records
 * are looked at that the steps in between have touched. It costs nothing while nobody looks.
 */
export class RoleSights {
	readonly #ring: FrameRing;
	#seq: number | null = null;
	readonly #ofRole = new Map<Role, Sight>();
	readonly #concerned = new Map<SeenKey, Concerned>();
	readonly #ofPerson = new Map<Id, Set<SeenKey>>();
	readonly #ofCentre = new Map<Id, Set<SeenKey>>();

	constructor(ring: FrameRing) {
		this.#ring = ring;
	}

	/** The whole board as this reader may see it. What it answered before never changes. */
	seenBy(board: Board, reader: Reader): Sight {
		this.#follow(board);
		const { role, personId, centreId, verified } = reader;
		const own = new Set(personId === null ? [] : this.#ofPerson.get(personId));
		// As for frames: only the verified share what concerns their centre.
		if (verified && centreId !== null) for (const key of this.#ofCentre.get(centreId) ?? []) own.add(key);
		return changed(this.#sightOf(board, role), board, own, reader);
	}

	#sightOf(board: Board, role: Role): Sight {
		const known = this.#ofRole.get(role);
		if (known) return known;
		const sight = changed(emptySight(), board, keysOf(board), audienceOf(role));
		this.#ofRole.set(role, sight);
		return sight;
	}

	#follow(board: Board): void {
		if (this.#seq === board.seq) return;
		const steps = this.#seq === null ? null : this.#ring.since(this.#seq);
		this.#seq = board.seq;
		if (!steps) this.#forget();
		const keys = steps ? new Set(steps.flatMap((step) => step.keys)) : keysOf(board);
		for (const key of keys) this.#index(board, key);
		for (const [role, sight] of this.#ofRole) this.#ofRole.set(role, changed(sight, board, keys, audienceOf(role)));
	}

	#forget(): void {
		this.#ofRole.clear();
		this.#concerned.clear();
		this.#ofPerson.clear();
		this.#ofCentre.clear();
	}

	#index(board: Board, key: SeenKey): void {
		const before = this.#concerned.get(key);
		for (const id of before?.persons ?? []) drop(this.#ofPerson, id, key);
		for (const id of before?.centres ?? []) drop(this.#ofCentre, id, key);
		const now = concerned(board, key);
		if (now.persons.length + now.centres.length === 0) return void this.#concerned.delete(key);
		this.#concerned.set(key, now);
		for (const id of now.persons) put(this.#ofPerson, id, key);
		for (const id of now.centres) put(this.#ofCentre, id, key);
	}
}

function emptySight(): Sight {
	return Object.fromEntries(seenTables.map((table) => [table, {}])) as Sight;
}

/** The same sight with these records as the reader sees them; tables without any of them are the same objects. */
function changed(sight: Sight, board: Board, keys: Iterable<SeenKey>, reader: Reader): Sight {
	const copies = new Map<SeenTable, Rows>();
	for (const key of keys) {
		const { table, id } = splitKey(key);
		const rows: Rows = copies.get(table) ?? { ...sight[table] };
		copies.set(table, rows);
		const record = see(board, key, reader);
		if (record) rows[id] = record;
		else delete rows[id];
	}
	return copies.size === 0 ? sight : { ...sight, ...Object.fromEntries(copies) };
}

function put(index: Map<Id, Set<SeenKey>>, id: Id, key: SeenKey): void {
	index.set(id, (index.get(id) ?? new Set()).add(key));
}

function drop(index: Map<Id, Set<SeenKey>>, id: Id, key: SeenKey): void {
	const keys = index.get(id);
	keys?.delete(key);
	if (keys?.size === 0) index.delete(id);
}
