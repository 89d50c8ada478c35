import type { Id } from '#lib/domain/ids.ts';
import type { SeenProposal } from '#lib/domain/seen.ts';
import { shownCountry } from '#lib/vocabulary/countries.ts';

type CentreFacts = { readonly name: string; readonly country: string | null };
export type PartnerStation = { readonly id: Id; readonly country: string | null; readonly name: string };

/** So many partners stand on one line of the projector; the others are counted. */
const most = 6;

/** The partners of a partnership in the order in which they came, as stations of its line. */
export function stationsOf(
	partnership: SeenProposal,
	centre: (id: Id) => CentreFacts | undefined
): { readonly stations: readonly PartnerStation[]; readonly more: number } {
	const partners = partnership.parties.filter(({ is }) => is === 'in');
	const shown = partners.length > most ? partners.slice(0, most - 1) : partners;
	const stations = shown.map(({ centreId }) => {
		const facts = centre(centreId);
		return {
			id: centreId,
			country: facts?.country ? shownCountry(facts.country) : null,
			name: facts?.name ?? ''
		};
	});
	return { stations, more: partners.length - shown.length };
}
