import type { GuessLanguage } from './language-guess.ts';

/**
 * The languages in which cards are written: the 24 of the EU, Norwegian, Ukrainian and Turkish, each with its own
 * name. Static, since the oldest phones have no Intl.DisplayNames. Norwegian is `no`, whatever its written form.
 */
const endonyms = {
	bg: 'български',
	cs: 'čeština',
	da: 'dansk',
	de: 'Deutsch',
	el: 'ελληνικά',
	en: 'English',
	es: 'español',
	et: 'eesti',
	fi: 'suomi',
	fr: 'français',
	ga: 'Gaeilge',
	hr: 'hrvatski',
	hu: 'magyar',
	it: 'italiano',
	lt: 'lietuvių',
	lv: 'latviešu',
	mt: 'Malti',
	nl: 'Nederlands',
	no: 'norsk',
	pl: 'polski',
	pt: 'português',
	ro: 'română',
	sk: 'slovenčina',
	sl: 'slovenščina',
	sv: 'svenska',
	tr: 'Türkçe',
	uk: 'українська'
} as const;

export type LanguageCode = keyof typeof endonyms;

/** BCP 47 codes, in alphabetical order. */
export const languages = Object.keys(endonyms) as readonly LanguageCode[];

export function isLanguage(code: unknown): code is LanguageCode {
	return (languages as readonly unknown[]).includes(code);
}

/** The name of a language in that language, for a list to choose from (`lang` set to the code). */
export function languageName(code: LanguageCode): string {
	return endonyms[code];
}

/**
 * Loads the guesser, about 65 kB compressed, so only where something is written. The function it gives answers at
 * once (well under a millisecond) with a code of `languages`, or with the fallback for short or uncertain text.
 */
export async function loadLanguageGuesser(): Promise<GuessLanguage> {
	const [{ createGuesser }, { grams }] = await Promise.all([
		import('./language-guess.ts'),
		import('./language-grams.ts')
	]);
	return createGuesser(grams);
}
