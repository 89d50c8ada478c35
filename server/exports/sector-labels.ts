import { labels as english } from '#lib/vocabulary/labels/en.ts';
import { labels as french } from '#lib/vocabulary/labels/fr.ts';

/** What a sector is called in a file of this language; its code when it has no name. */
export function sectorLabel(code: string, language: string): string {
	const labels: Readonly<Partial<Record<string, string>>> = language === 'fr' ? french : english;
	return labels[code] ?? code;
}
