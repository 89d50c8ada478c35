/** Letters that Unicode does not take apart into a plain letter and a mark. */
const plain: Readonly<Record<string, string>> = {
	ß: 'ss',
	ł: 'l',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	æ: 'ae',
	œ: 'oe',
	ħ: 'h',
	ŧ: 't',
	ŋ: 'n',
	ı: 'i',
	ς: 'σ',
	'’': "'",
	ʼ: "'"
};

/**
 * A text as it is compared in searches: lower case, without accents, in plain Latin letters where it is Latin.
 * Greek and Cyrillic stay what they are, less their accents; й and ї are letters of their own and stay.
 * The length may change: never use a position in the folded text as one in the original.
 */
export function foldText(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/и\u0306|і\u0308/g, (letter) => letter.normalize('NFC'))
		.replace(/[\u0300-\u036f]/g, '')
		.replace(/[ßłøđðþæœħŧŋıς’ʼ]/g, (letter) => plain[letter] ?? letter);
}

/** The words of a text, folded; numbers count as words, apostrophes and hyphens part words. */
export function foldedWords(text: string): string[] {
	return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
