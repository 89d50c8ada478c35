import type { BoardEvent } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { DirectoryWrite } from '../store/store.ts';

type EventFacts = {
	readonly personId?: Id;
	readonly centreId?: Id;
	readonly how?: 'facilitator' | 'code';
	readonly persons?: readonly Id[];
	readonly centres?: readonly Id[];
};

/**
 * What an event changes in the directory, to be written in the event's own transaction. Whoever appends a verification by
 * code brings the write along: it knows whose code it was.
 * @param centreOf the centre that a person speaks for now; asked where a verification names none
 */
export function directoryWritesOf(event: BoardEvent, centreOf: (personId: Id) => Id | null): readonly DirectoryWrite[] {
	const { personId, centreId, how } = event.data as EventFacts;
	const { by, at } = event;
	if (event.type === 'person-verified' && personId && how !== 'code')
		return [{ is: 'verify-person', personId, centreId: centreId ?? centreOf(personId), by, at, how: 'facilitator' }];
	if (event.type === 'centre-approved' && centreId) return [{ is: 'approve-centre', centreId, by, at }];
	return [];
}

/** Whose directory entry readers must get anew with this event. */
export function directoryIdsOf(event: BoardEvent): {
	readonly persons: readonly Id[];
	readonly centres: readonly Id[];
} {
	const { personId, centreId, persons, centres } = event.data as EventFacts;
	if ((event.type === 'person-verified' || event.type === 'person-forgotten') && personId)
		return { persons: [personId], centres: [] };
	if (event.type === 'centre-approved' && centreId) return { persons: [], centres: [centreId] };
	if (event.type === 'directory-changed') return { persons: persons ?? [], centres: centres ?? [] };
	return { persons: [], centres: [] };
}
