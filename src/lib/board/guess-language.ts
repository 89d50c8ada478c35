import { loadLanguageGuesser } from '#lib/vocabulary/language.ts';

/** Shorter texts are not worth loading the guesser for: it would keep the fallback. */
const shortest = 12;
let guesser: ReturnType<typeof loadLanguageGuesser> | null = null;

/**
 * The language that a text is in, as far as one can tell; the fallback for a short or doubtful text.
 * @returns null when the guesser could not be loaded: what is set stays set
 */
export async function guessLanguage(text: string, fallback: string): Promise<string | null> {
	if (text.trim().length < shortest) return fallback;
	guesser ??= loadLanguageGuesser();
	try {
		return (await guesser)(text, fallback);
	} catch {
		// No network now. The next text tries again, and the person can choose by hand.
		guesser = null;
		return null;
	}
}
