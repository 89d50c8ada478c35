import type { CentreRecord, ExistingCentre } from '../roster/centre-record.ts';
import { nameKey } from '../roster/name-key.ts';
import type { CentreFacts, CentreRow } from './records.ts';

/** The whole roster as a file of it would say it: networks by name. */
export function asRecords(centres: readonly CentreRow[]): readonly ExistingCentre[] {
	const names = new Map(centres.map(({ id, name }) => [id, name]));
	return centres.map((row) => {
		const { networkIds, asked: _asked, approved: _approved, codeGeneration: _raised, codeHash: _hash, ...facts } = row;
		return { ...facts, networks: networkIds.flatMap((network) => names.get(network) ?? []) };
	});
}

/** The facts of a record. @param networkIds ids of the networks that it names */
export function factsOf({ networks: _named, ...facts }: CentreRecord, networkIds: readonly string[]): CentreFacts {
	return { ...facts, legalName: facts.legalName || facts.name, networkIds };
}

/** Ids of networks by name, without accents and case. */
export function networkIdsByName(
	centres: readonly Pick<CentreRow, 'id' | 'name' | 'isNetwork'>[]
): Map<string, string> {
	return new Map(centres.flatMap(({ id, name, isNetwork }) => (isNetwork ? [[nameKey(name), id] as const] : [])));
}

/**
 * The networks that an organisation belongs to because their rosters name it, by exactly this name. A name that two
 * organisations share says nothing.
 */
export function membershipsNamed(
	organisations: readonly { readonly id: string; readonly names: readonly string[] }[],
	networks: readonly { readonly id: string; readonly members: readonly string[] }[]
): ReadonlyMap<string, readonly string[]> {
	const byName = new Map<string, Set<string>>();
	for (const { id, names } of organisations) {
		for (const key of names.map(nameKey)) byName.set(key, (byName.get(key) ?? new Set()).add(id));
	}
	const memberships = new Map<string, string[]>();
	for (const network of networks) {
		for (const member of network.members) {
			const [only, other] = byName.get(nameKey(member)) ?? [];
			if (only === undefined || other !== undefined) continue;
			memberships.set(only, [...(memberships.get(only) ?? []), network.id]);
		}
	}
	return memberships;
}
