import { isLanguage, languageName, languages } from '#lib/vocabulary/language.ts';

/** The languages to choose from, each named in itself; one that is chosen already and not in our list keeps its code. */
export function languageOptions(
	chosen: string
): readonly { readonly value: string; readonly label: string; readonly lang: string }[] {
	const options: { value: string; label: string; lang: string }[] = languages.map((code) => ({
		...{ value: code, label: languageName(code), lang: code }
	}));
	return isLanguage(chosen) ? options : [...options, { value: chosen, label: chosen, lang: chosen }];
}

export function languageWords(code: string): string {
	return isLanguage(code) ? languageName(code) : code;
}
