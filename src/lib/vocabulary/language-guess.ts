/** The same cut of a word into grams as eld's: four bytes, every third byte, a space where the word begins or ends. */
const SIZE = 4;
const STRIDE = 3;
const LONGEST = 70;
/** Longer texts say no more about their language and only cost time. */
const READ = 600;

const encoder = new TextEncoder();

/** The words of a text as UTF-8 bytes, one character a byte, those from 0x80 on as U+0100 to U+017F. */
export function wordsOf(text: string): string[] {
	const words =
		text
			.normalize('NFC')
			.toLowerCase()
			.replace(/[’ʼ`]/g, "'")
			.match(/\p{L}[\p{L}\p{M}']*/gu) ?? [];
	return words.map((word) =>
		Array.from(encoder.encode(word), (byte) => String.fromCharCode(byte < 0x80 ? byte : byte + 0x80)).join('')
	);
}

export function gramsOf(words: readonly string[]): Set<string> {
	const grams = new Set<string>();
	for (const word of words) {
		const length = Math.min(word.length, LONGEST);
		let at = 0;
		for (; at + SIZE < length; at += STRIDE) grams.add((at === 0 ? ' ' : '') + word.slice(at, at + SIZE));
		grams.add((at === 0 ? ' ' : '') + word.slice(Math.max(0, length - SIZE), length) + ' ');
	}
	return grams;
}

type Weights = ReadonlyMap<string, readonly (readonly [language: number, weight: number])[]>;

const STEP = 12;
const SMALLEST = 50;

/** Reads what `grams` in language-grams.ts holds; its form is told where it is written. */
function readWeights(grams: Readonly<Record<string, string>>, languages: readonly string[]): Weights {
	const weights = new Map<string, [number, number][]>();
	languages.forEach((code, language) => {
		for (const level of (grams[code] ?? '').split('/')) {
			const weight = (level.charCodeAt(0) - 96) * STEP + SMALLEST;
			let gram = '';
			for (const part of level.slice(1).match(/\d\D*/g) ?? []) {
				gram = gram.slice(0, Number(part[0])) + part.slice(1);
				const known = weights.get(gram);
				if (known) known.push([language, weight]);
				else weights.set(gram, [[language, weight]]);
			}
		}
	});
	return weights;
}

/** Fewer letters than this tell too little: "Hydrogen" is a word of many languages. */
const FEWEST_LETTERS = 10;
/** The fallback stays unless another language is ahead of it by this part of its own score. */
const LEAD = 0.15;
/** Below this part of known grams the text is in none of our languages. */
const KNOWN = 0.2;

/** Letters of Russian, Belarusian, Serbian and Macedonian that neither Bulgarian nor Ukrainian has. */
const FOREIGN = /[ыэёўјљњћђџѓќѕ]/;
const CYRILLIC = ['bg', 'uk'];

export type GuessLanguage = (text: string, fallback: string) => string;

/**
 * Makes the guess from the grams of language-grams.ts.
 *
 * It answers with a key of `grams` or `el`, or with the fallback when the text is short, when the fallback is about
 * as likely, or when the script or the letters are of none of these languages.
 */
export function createGuesser(grams: Readonly<Record<string, string>>): GuessLanguage {
	const codes = Object.keys(grams);
	const weights = readWeights(grams, codes);
	return (text, fallback) => {
		const read = text.slice(0, READ).toLowerCase();
		const letters = count(read, /\p{L}/gu);
		if (letters < FEWEST_LETTERS) return fallback;
		if (count(read, /[\u0370-\u03ff\u1f00-\u1fff]/g) > letters / 2) return 'el';
		const { scores, known } = scoresOf(read, weights, codes.length);
		if (known < KNOWN) return fallback;
		const highest = Math.max(...scores);
		const best = codes[scores.indexOf(highest)] ?? fallback;
		if (CYRILLIC.includes(best) && FOREIGN.test(read)) return fallback;
		const rival = scores[codes.indexOf(fallback)] ?? 0;
		return rival > highest * (1 - LEAD) ? fallback : best;
	};
}

function count(text: string, pattern: RegExp): number {
	return text.match(pattern)?.length ?? 0;
}

function scoresOf(text: string, weights: Weights, languages: number): { scores: number[]; known: number } {
	const grams = gramsOf(wordsOf(text));
	const scores = new Array<number>(languages).fill(0);
	let known = 0;
	for (const gram of grams) {
		const found = weights.get(gram);
		if (!found) continue;
		known++;
		for (const [language, weight] of found) scores[language] = (scores[language] ?? 0) + weight;
	}
	return { scores, known: known / grams.size };
}
