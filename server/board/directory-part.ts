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
	const named = namedIn(records);
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
