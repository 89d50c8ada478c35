import { seenTables, type SeenKey, type SeenTable } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import { splitKey, type Seen, type SeenRecord } from '#lib/domain/seen.ts';

/** Names for the ids that a frame's records name: as the directory knew them when the frame was made. */
export type DirectoryPart = {
	readonly persons: Readonly<Record<Id, PersonEntry>>;
	readonly centres: Readonly<Record<Id, CentreEntry>>;
};

/** `name` is null for a person who asked to be forgotten. */
export type PersonEntry = { readonly name: string | null; readonly centreId: Id | null; readonly verified: boolean };

export type CentreEntry = {
	readonly isNetwork: boolean;
	readonly name: string;
	readonly legalName: string;
	readonly city: string | null;
	/** ISO 3166 alpha-2. */
	readonly country: string | null;
	readonly kind: string | null;
	readonly sectors: readonly string[];
	readonly networkIds: readonly Id[];
	/** False while a facilitator has not approved a centre that a delegate asked for. */
	readonly approved: boolean;
};

/** What changed between two seen boards, by table: records put, ids taken away. */
export type Patch = {
	readonly put?: { readonly [Name in SeenTable]?: Readonly<Record<string, SeenRecord>> };
	readonly del?: { readonly [Name in SeenTable]?: readonly string[] };
};

/**
 * One step of the board as an audience sees it. Empty frames are sent too: they carry the version on.
 * `answered` holds the submissions that this step includes, so that a pending command goes when its result comes.
 */
export type Frame = {
	readonly board: Id;
	readonly from: number;
	readonly to: number;
	readonly patch: Patch;
	readonly directory?: DirectoryPart;
	readonly answered: readonly string[];
};

/** `audience` is an opaque fingerprint of everything that decides what this reader may see. */
export type Version = { readonly seq: number; readonly audience: string };

/** The whole seen board, for a first look or when the difference cannot be told. */
export type SnapshotMessage = {
	readonly board: Id;
	readonly version: Version;
	readonly seen: Readonly<Record<SeenTable, Readonly<Record<string, SeenRecord>>>>;
	readonly directory: DirectoryPart;
};

/** Collects changes of single records into a patch. */
export class PatchBuilder {
	#put: { [table: string]: Record<string, SeenRecord> } = {};
	#del: { [table: string]: string[] } = {};
	empty = true;

	add(key: SeenKey, record: SeenRecord | undefined): void {
		const { table, id } = splitKey(key);
		this.empty = false;
		if (record) (this.#put[table] ??= {})[id] = record;
		else (this.#del[table] ??= []).push(id);
	}

	build(): Patch {
		const patch: { put?: Patch['put']; del?: Patch['del'] } = {};
		if (Object.keys(this.#put).length > 0) patch.put = this.#put;
		if (Object.keys(this.#del).length > 0) patch.del = this.#del;
		return patch;
	}
}

/** The seen board after a patch; tables that the patch does not name stay the same objects. */
export function patched(seen: Seen, patch: Patch): Seen {
	const next: Record<string, ReadonlyMap<string, SeenRecord>> = { ...seen };
	for (const table of seenTables) {
		const put = patch.put?.[table];
		const del = patch.del?.[table];
		if (!put && !del) continue;
		const rows = new Map<string, SeenRecord>(seen[table]);
		for (const id of del ?? []) rows.delete(id);
		for (const [id, record] of Object.entries(put ?? {})) rows.set(id, record);
		next[table] = rows;
	}
	return next as unknown as Seen;
}

/**
 * Applies a patch to tables that nobody else keeps, without copying them: six hundred replicas in one room, each of two
 * thousand records, take in forty frames a second.
 * @returns another object with the same tables, so that whoever compares objects sees the change
 */
export function patchInPlace(seen: Seen, patch: Patch): Seen {
	for (const table of seenTables) {
		const rows = seen[table] as Map<string, SeenRecord>;
		for (const id of patch.del?.[table] ?? []) rows.delete(id);
		for (const [id, record] of Object.entries(patch.put?.[table] ?? {})) rows.set(id, record);
	}
	return { ...seen };
}

export function seenFromSnapshot(snapshot: SnapshotMessage['seen']): Seen {
	const tables = seenTables.map((table) => [table, new Map(Object.entries(snapshot[table] ?? {}))]);
	return Object.fromEntries(tables) as Seen;
}

export function snapshotOf(seen: Seen): SnapshotMessage['seen'] {
	return Object.fromEntries(
		seenTables.map((table) => [table, Object.fromEntries(seen[table])])
	) as SnapshotMessage['seen'];
}

/** The ids of persons and centres that records name. Ids are found by the names of their fields. */
export function namedIn(records: Iterable<SeenRecord | undefined>): {
	readonly persons: Set<Id>;
	readonly centres: Set<Id>;
} {
	const persons = new Set<Id>();
	const centres = new Set<Id>();
	const visit = (value: unknown, field: string): void => {
		if (typeof value === 'string') {
			if (value === '') return;
			if (personFields.has(field)) persons.add(value);
			else if (centreFields.has(field)) centres.add(value);
		} else if (Array.isArray(value)) {
			for (const item of value) visit(item, field);
		} else if (value !== null && typeof value === 'object') {
			for (const [name, member] of Object.entries(value)) if (name !== 'snapshot') visit(member, name);
		}
	};
	for (const record of records) visit(record, '');
	return { persons, centres };
}

const personFields = new Set(['authorId', 'personId', 'by', 'createdBy']);
const centreFields = new Set(['centreId', 'networkId', 'createdFor']);
