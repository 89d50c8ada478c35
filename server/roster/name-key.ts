import { foldedWords } from '#lib/vocabulary/fold.ts';

/** What equal names share: their words without accents and case; empty for a name without letters and digits. */
export function nameKey(name: string): string {
	return foldedWords(name).join(' ');
}
