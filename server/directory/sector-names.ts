import { labels as english } from '#lib/vocabulary/labels/en.ts';
import { labels as french } from '#lib/vocabulary/labels/fr.ts';
import { sectorCodes } from '#lib/domain/sector-codes.ts';
import { nameKey } from '../roster/name-key.ts';

const codeByName = new Map<string, string>();
// A label may stand for a field and for its only subfield: the wider one comes first and keeps it.
for (const code of sectorCodes) {
	for (const label of [english[code], french[code]]) {
		const key = nameKey(label ?? '');
		if (key !== '' && !codeByName.has(key)) codeByName.set(key, code);
	}
}

/** The code of a sector by our label in English or French, without accents and case; null when there is none. */
export function sectorNamed(label: string): string | null {
	return codeByName.get(nameKey(label)) ?? null;
}
