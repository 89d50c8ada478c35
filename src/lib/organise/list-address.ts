import type { ListFormat } from '#lib/protocol/partnership-list.ts';

/** What is agreed, or what waits for whom. */
export type ListName = 'partnerships' | 'waiting';

/** Where a list or its file is asked for. @param workshop its id; empty: the whole forum */
export function listAddress(list: ListName, workshop: string, format: ListFormat): string {
	const query = new URLSearchParams({ scope: workshop === '' ? 'forum' : 'workshop', format });
	if (workshop !== '') query.set('workshop', workshop);
	return `/api/partnerships${list === 'waiting' ? '/waiting' : ''}?${query.toString()}`;
}

export type {
	ListedPartnership,
	ListedParty,
	ListedWaiting,
	PartnershipList,
	WaitingList
} from '#lib/protocol/partnership-list.ts';
