import * as v from 'valibot';

/** Longest texts, in Unicode characters. The forms count with the same numbers. */
export const limits = {
	title: 90,
	text: 600,
	line: 200,
	reason: 300,
	contribution: 300,
	stepWhat: 200,
	stepOwner: 100,
	contactName: 100,
	contactFunction: 100,
	email: 254,
	sectorsPerCard: 5,
	cardsPerProposal: 12,
	partiesPerProposal: 40,
	stepsPerProposal: 40
} as const;

/** Characters as a person counts them: code points, so that one emoji is not two. */
export function lengthOf(text: string): number {
	let count = 0;
	for (const character of text) if (character) count += 1;
	return count;
}

// Control characters, and the marks that turn the reading direction of what follows around.
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

function tidy(text: string): string {
	return text.normalize('NFC').replace(/\r\n?/g, '\n').replace(unwanted, '').trim();
}

function bounded(least: number, most: number) {
	return v.pipe(
		v.string(),
		v.maxLength(most * 8),
		v.transform(tidy),
		v.check((text) => lengthOf(text) >= least, 'Write at least one character.'),
		v.check((text) => lengthOf(text) <= most, `Use at most ${most} characters.`)
	);
}

/** A text of one line that must say something. */
export const oneLine = (most: number) =>
	v.pipe(
		bounded(1, most),
		v.transform((text) => text.replace(/\s+/g, ' '))
	);
/** A text that may be empty and may have several lines. */
export const freeText = (most: number) => bounded(0, most);
/** A BCP 47 language of two or three letters, as the card keeps it in its `lang`. */
export const languageSchema = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'not a language'));
/** A day as ISO 8601, without a time. */
export const daySchema = v.pipe(v.string(), v.isoDate('not a day'));
export const emailSchema = v.pipe(v.string(), v.trim(), v.maxLength(limits.email), v.email('not an e-mail address'));
