import type { Member } from '#lib/domain/board.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { PeopleList } from '#lib/protocol/rest.ts';

export type PersonRow = {
	readonly id: Id;
	/** null for a person who asked to be forgotten. */
	readonly name: string | null;
	/** What they speak for; null for none. */
	readonly centreId: Id | null;
	readonly organisation: string;
	readonly country: string | null;
	readonly verified: boolean;
	/** The facilitator's reason, when the person was removed from this workshop. */
	readonly removed: string | null;
};

export type WaitingRow = {
	readonly centreId: Id;
	readonly name: string;
	readonly place: string;
	readonly country: string | null;
	readonly askedBy: string | null;
};

/** The rows of the page of people, by organisation and name. @param members whom a facilitator decided about, live */
export function personRows(list: PeopleList, members: ReadonlyMap<Id, Member>): readonly PersonRow[] {
	const rows = list.people.map(({ personId, name, centreId, verified }) => {
		const centre = centreId === null ? undefined : list.centres[centreId];
		return {
			id: personId,
			name,
			verified,
			centreId,
			organisation: centre?.name ?? '',
			country: centre?.country ?? null,
			removed: members.get(personId)?.removed?.reason ?? null
		};
	});
	return rows.sort(
		(a, b) => a.organisation.localeCompare(b.organisation) || (a.name ?? '').localeCompare(b.name ?? '')
	);
}

/** Organisations that somebody asked for in this workshop, the longest waiting first. */
export function waitingRows(list: PeopleList): readonly WaitingRow[] {
	const names = new Map(list.people.map(({ personId, name }) => [personId, name]));
	return [...list.waiting]
		.sort((a, b) => a.askedAt - b.askedAt)
		.map(({ centreId, askedBy }) => {
			const centre = list.centres[centreId];
			return {
				centreId,
				name: centre?.name ?? '',
				place: centre?.city ?? '',
				country: centre?.country ?? null,
				askedBy: names.get(askedBy) ?? null
			};
		});
}
