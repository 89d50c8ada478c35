import type { Id } from '#lib/domain/ids.ts';
import type { CentreEntry } from '#lib/protocol/frame.ts';
import { shownCountry } from '#lib/vocabulary/countries.ts';

export type CentreHere = {
	readonly id: Id;
	readonly name: string;
	/** As it is shown, Greece as EL; empty when nobody knows it. */
	readonly country: string;
	readonly people: number;
};

/** The centres of those who are here, by country and name, as a list of signs is read. */
export function centresHere(
	counts: ReadonlyMap<Id, number>,
	centres: ReadonlyMap<Id, CentreEntry>,
	locale: string
): readonly CentreHere[] {
	const order = new Intl.Collator(locale);
	return [...counts]
		.map(([id, people]): CentreHere => {
			const centre = centres.get(id);
			return { id, people, name: centre?.name ?? '', country: centre?.country ? shownCountry(centre.country) : '' };
		})
		.sort((a, b) => order.compare(a.country, b.country) || order.compare(a.name, b.name));
}
