const letters: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ł: 'l',
	ħ: 'h',
	ı: 'i',
	ς: 'σ'
};

/** A text without accents and case, character by character, so that parts of it can be found again in the original. */
export function foldText(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{M}+/gu, '')
		.replace(/[ßæœøđðþłħıς]/g, (letter) => letters[letter] ?? letter);
}

/** A name for comparing: folded, with one space for everything that is neither letter nor digit. */
export function foldName(name: string): string {
	return foldText(name)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
