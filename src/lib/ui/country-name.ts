// The institutions of the EU write EL and UK where ISO 3166, and so the browser, has GR and GB.
const iso: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };

const namers = new Map<string, Intl.DisplayNames>();

/** The name of a country in a language, from the browser's own tables; the code itself where it knows none. */
export function countryName(code: string, language: string): string {
	const upper = code.toUpperCase();
	const region = iso[upper] ?? upper;
	if (!/^[A-Z]{2}$/.test(region)) return code;
	let namer = namers.get(language);
	if (!namer) {
		namer = new Intl.DisplayNames([language, 'en'], { type: 'region' });
		namers.set(language, namer);
	}
	return namer.of(region) ?? code;
}
