import { CsvError } from 'csv-parse';
import { parse, type Options } from 'csv-parse/sync';

export const rosterDelimiters = [',', ';', '\t'] as const;
export type RosterDelimiter = (typeof rosterDelimiters)[number];

/** How a roster is read, whatever its delimiter: as spreadsheets do, forgiving about quotes and line ends. */
export const readingRules = {
	record_delimiter: ['\r\n', '\n', '\r'],
	relax_quotes: true,
	relax_column_count: true,
	max_record_size: 100_000
} as const satisfies Options;

/** Longest stretch of the file that the detection looks at, in characters. */
const sampleLength = 64_000;
const sampleRecords = 20;

/** Excel's own first line, `sep=;`, with its line end. */
const separatorLine = /^"?sep=([,;\t])"?(?:\r\n|\n|\r|$)/i;

/** The delimiter that the file names in Excel's `sep=` line, with the length of that line; null without one. */
export function namedDelimiter(text: string): { delimiter: RosterDelimiter; length: number } | null {
	const found = separatorLine.exec(text);
	return found ? { delimiter: found[1] as RosterDelimiter, length: found[0].length } : null;
}

type Fit = {
	readonly delimiter: RosterDelimiter;
	readonly steady: boolean;
	readonly columns: number;
	readonly agreeing: number;
};

function firstRecords(delimiter: RosterDelimiter, sample: string): string[][] {
	const records: string[][] = [];
	const keep = (record: string[]) => {
		if (record.some((cell) => cell.trim() !== '')) records.push(record);
		return null;
	};
	try {
		parse(sample, { ...readingRules, delimiter, to: sampleRecords, on_record: keep });
	} catch (cause) {
		// The sample was cut within quotes, or a quote is never closed: what came before tells enough, and the reader says it.
		if (!(cause instanceof CsvError)) throw cause;
	}
	return records;
}

function fitOf(delimiter: RosterDelimiter, sample: string): Fit {
	const records = firstRecords(delimiter, sample);
	const columns = records[0]?.length ?? 0;
	const agreeing = records.filter((record) => record.length === columns).length;
	return { delimiter, steady: columns > 1 && agreeing === records.length, columns, agreeing };
}

/**
 * Comma, semicolon or tab: the one that splits the first records into the same number of columns, else the one that
 * gives the header most columns.
 */
export function detectDelimiter(text: string): RosterDelimiter {
	const sample = text.slice(0, sampleLength);
	const fits = rosterDelimiters.map((delimiter) => fitOf(delimiter, sample));
	const [best] = fits.sort(
		(a, b) => Number(b.steady) - Number(a.steady) || b.columns - a.columns || b.agreeing - a.agreeing
	);
	return best?.delimiter ?? ',';
}
