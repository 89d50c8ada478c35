import { restLimits } from '#lib/protocol/rest.ts';
import { type RosterKind } from '#lib/protocol/rest-roster.ts';
import { noCentreFacts, type CentreFacts } from '../directory/records.ts';

/**
 * What the roster knows of a centre, as an import writes it: the directory's facts, with the short names of networks in
 * the place of their ids, because a network may come with the same import.
 */
export type CentreRecord = Omit<CentreFacts, 'networkIds'> & { readonly networks: readonly string[] };

/** A centre of the roster as the directory holds it. */
export type ExistingCentre = CentreRecord & { readonly id: string };

/** Longest texts in characters, longest lists in items. */
export const recordLimits = {
	...restLimits,
	projectNumber: 60,
	networks: 20,
	sectors: 10,
	members: 200,
	memberName: 200,
	countries: 60
} as const;

/** A centre of which nothing is known yet; networks are European unless the file says otherwise. */
export function emptyRecord(kind: RosterKind): CentreRecord {
	const { networkIds: networks, ...facts } = noCentreFacts;
	return { ...facts, networks, isNetwork: kind === 'networks', initiative: kind === 'networks' ? 'european' : null };
}
