import type { SeenRecord } from '#lib/domain/seen.ts';
import { namedIn, type DirectoryPart } from '#lib/protocol/frame.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { DirectoryReader } from '../store/store.ts';

/** Names of everybody and every centre that these records name, and of `more`; undefined when there is nothing to say. */
export function directoryPart(
	directory: DirectoryReader,
	records: Iterable<SeenRecord | undefined>,
	more: { readonly persons: Iterable<Id>; readonly centres: Iterable<Id> } = { persons: [], centres: [] }
): DirectoryPart | undefined {
	return entriesOf(directory, namedIn(records), more);
}

type Named = { readonly persons: Set<Id>; readonly centres: Set<Id> };

const ofRecord = new WeakMap<SeenRecord, Named>();

/** The same as `namedIn`, for records that many readers are shown: each is searched once. */
export function namedInKept(records: readonly SeenRecord[]): Named {
	const named: Named = { persons: new Set(), centres: new Set() };
	for (const record of records) {
		const own = ofRecord.get(record) ?? namedIn([record]);
		ofRecord.set(record, own);
		for (const id of own.persons) named.persons.add(id);
		for (const id of own.centres) named.centres.add(id);
	}
	return named;
}

/** Names of these and of `more`; undefined when there is nothing to say. */
export function entriesOf(
	directory: DirectoryReader,
	named: Named,
	more: { readonly persons: Iterable<Id>; readonly centres: Iterable<Id> }
): DirectoryPart | undefined {
	for (const id of more.persons) named.persons.add(id);
	for (const id of more.centres) named.centres.add(id);
	const persons: Record<Id, DirectoryPart['persons'][string]> = {};
	const centres: Record<Id, DirectoryPart['centres'][string]> = {};
	for (const id of named.persons) {
		const entry = directory.personEntry(id);
		if (!entry) continue;
		persons[id] = entry;
		if (entry.centreId) named.centres.add(entry.centreId);
	}
	for (const id of named.centres) {
		const entry = directory.centreEntry(id);
		if (entry) centres[id] = entry;
	}
	return named.persons.size + named.centres.size > 0 ? { persons, centres } : undefined;
}
