import type { SectorMatch, SectorTexts } from './search.ts';
import type { SectorCode } from './sectors.ts';

export type LabelLocale = 'en' | 'fr';

export interface SectorLabels {
	/** The name of a sector; a code that is none is its own name. */
	label(code: SectorCode): string;
	/** As `searchSectors`, in this language. */
	search(query: string): SectorMatch[];
}

type Loader = () => Promise<[{ labels: SectorTexts }, { words: SectorTexts }]>;

const loaders: Readonly<Record<LabelLocale, Loader>> = {
	en: () => Promise.all([import('./labels/en.ts'), import('./words/en.ts')]),
	fr: () => Promise.all([import('./labels/fr.ts'), import('./words/fr.ts')])
};

const namesOnly: Readonly<Record<LabelLocale, () => Promise<{ labels: SectorTexts }>>> = {
	en: () => import('./labels/en.ts'),
	fr: () => import('./labels/fr.ts')
};

/** Loads the names of one language without the words to search by, for a page that only shows them. Fails as the import fails. */
export async function loadSectorNames(locale: LabelLocale): Promise<SectorLabels['label']> {
	const { labels } = await namesOnly[locale]();
	return (code) => labels[code] ?? code;
}

/** Loads the names and words of one language; nothing of the others is downloaded. Fails as the import fails. */
export async function loadSectorLabels(locale: LabelLocale): Promise<SectorLabels> {
	const [[{ labels }, { words }], { searchSectors }] = await Promise.all([loaders[locale](), import('./search.ts')]);
	return {
		label: (code) => labels[code] ?? code,
		search: (query) => searchSectors(query, labels, words)
	};
}
