import { locale } from '#lib/messages/messages.ts';
import type { ComboboxOption } from '#lib/ui/combobox-option.ts';
import { loadSectorLabels } from '#lib/vocabulary/labels.ts';

/** How many sectors a list offers: what is not among the first is found by another word. */
const most = 8;

/**
 * The sectors that everyday words name, as a combobox shows them; the word that was met stands below the name.
 * @throws when the vocabulary could not be loaded
 */
export async function sectorOptions(text: string): Promise<readonly ComboboxOption[]> {
	const labels = await loadSectorLabels(locale);
	return labels
		.search(text)
		.slice(0, most)
		.map(({ code, matched }) => ({ id: code, label: labels.label(code), detail: matched ?? undefined }));
}
