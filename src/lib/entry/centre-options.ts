import type { CentreHit } from '#lib/protocol/rest.ts';
import type { ComboboxOption } from '#lib/ui/combobox-option.ts';
import { shownCountry } from '#lib/vocabulary/countries.ts';

export type CentreOption = ComboboxOption & { readonly hit: CentreHit };

/** The hits of a search for an organisation, as the combobox shows them: country, name, and where the words met. */
export function centreOptions(hits: readonly CentreHit[]): readonly CentreOption[] {
	return hits.map((hit) => ({
		id: hit.centre.id,
		label: hit.display,
		marks: hit.ranges,
		lead: hit.centre.country ? shownCountry(hit.centre.country) : '',
		hit
	}));
}
