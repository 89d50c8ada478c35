/** What is wrong with one cell, or with a whole row (then `column` is null). */
export type RosterProblem = {
	/** The column's header as the file writes it. */
	readonly column: string | null;
	readonly code: RosterProblemCode;
	/** What the sentence in another language needs. */
	readonly params: Readonly<Record<string, string | number>>;
	/** What is wrong and what to do, in English. */
	readonly sentence: string;
	/** The cell as it was written, cut to 80 characters. */
	readonly value: string;
};

type Params = Readonly<Record<string, string | number>>;

const sentences = {
	'too-many-cells': ({ cells, columns }: Params) =>
		`The row has ${cells} cells, the header has ${columns}. Check its separators and quotation marks.`,
	'too-few-cells': ({ cells, columns }: Params) =>
		`The row has only ${cells} of ${columns} cells. Check it for a line break or a missing separator.`,
	'name-missing': () => 'The name is missing. Every row needs a short name.',
	'too-long': ({ most }: Params) => `This is too long. Use at most ${most} characters.`,
	'too-many': ({ most }: Params) => `This list is too long. Use at most ${most} entries.`,
	'country-unknown': ({ given }: Params) => `“${given}” is no country. Use its two-letter code, or leave it empty.`,
	'one-country': () => 'An organisation has one country. Use one two-letter code.',
	'kind-unknown': ({ given }: Params) =>
		`“${given}” is no kind of organisation. Use VET provider, higher education, enterprise, sector body, ` +
		'public authority, research or other, or leave it empty.',
	'initiative-unknown': ({ given }: Params) => `“${given}” is not known. Use European, national or other.`,
	'network-unknown': ({ given }: Params) =>
		`The network “${given}” is not in the roster. Import the networks first, or correct the name.`,
	'network-ambiguous': ({ given }: Params) => `The roster has more than one network “${given}”. Rename one of them.`,
	'sector-unknown': ({ given }: Params) => `“${given}” is not in the list of sectors. Use a code or a name from it.`,
	'website-wrong': () => 'This is no web address. It starts with https://.',
	'pic-wrong': () => 'A PIC has exactly 9 digits. Format the column as text, not as a number.',
	'oid-wrong': () => 'An OID is the letter E and 8 digits.',
	'date-wrong': () => 'This is no date. Write it as 2024-09-30, 30.09.2024 or 2024.',
	'ends-before-start': ({ start }: Params) => `The end is before the start (${start}).`,
	'name-ambiguous': ({ names }: Params) =>
		`This fits more than one centre of the roster: ${names}. Give the legal name, the country or the PIC.`,
	'code-of-another': ({ name }: Params) => `This code belongs to ${name}. Correct the name or the code.`,
	'code-differs': ({ name, known }: Params) =>
		`The roster has ${name} with the code ${known}. Correct the code, or give this centre another name.`,
	'differs-from-line': ({ line, first }: Params) =>
		`Row ${line} names the same centre and says “${first}” here. Keep one of the two.`
} as const satisfies Readonly<Record<string, (params: Params) => string>>;

export type RosterProblemCode = keyof typeof sentences;

/** All codes, for the translations. */
export const rosterProblemCodes = Object.keys(sentences) as readonly RosterProblemCode[];

export function shorten(text: string): string {
	const characters = [...text];
	return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : text;
}

export function problem(
	code: RosterProblemCode,
	column: string | null,
	value: string,
	params: Params = {}
): RosterProblem {
	return { column, code, params, sentence: sentences[code](params), value: shorten(value) };
}
