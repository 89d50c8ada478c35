import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { reject, type Refusal } from '#lib/domain/command.ts';
import { decodeRoster, type RosterEncoding } from './decode-roster.ts';
import { detectDelimiter, namedDelimiter, readingRules, type RosterDelimiter } from './delimiters.ts';

export type RosterLine = {
	/** The row's number as a spreadsheet shows it: the header is 1, blank rows count, line breaks within quotes do not. */
	readonly line: number;
	/** As many as the row has, which may be more or fewer than the header. */
	readonly cells: readonly string[];
};

export type RosterTable = {
	readonly encoding: RosterEncoding;
	/** The encoding is a guess that the organiser should look at. */
	readonly encodingGuessed: boolean;
	readonly delimiter: RosterDelimiter;
	readonly header: readonly string[];
	/** Without rows whose cells are all blank: spreadsheets leave many at the end. */
	readonly rows: readonly RosterLine[];
};

/** Bytes of the file, and rows below the header. */
export type RosterLimits = { readonly bytes: number; readonly rows: number };
export const rosterLimits: RosterLimits = { bytes: 2 * 1024 * 1024, rows: 5_000 };

export type RosterChoices = { readonly encoding?: RosterEncoding | null; readonly delimiter?: RosterDelimiter | null };

/** Where the reading is: the row that is read next. */
type Place = { line: number };

/** Blank rows cost time too; a file with so many more than it may have is given up. */
const blankRowsPerRow = 4;

function linesOf(text: string, delimiter: RosterDelimiter, place: Place, most: number): RosterLine[] | null {
	const lines: RosterLine[] = [];
	const last = blankRowsPerRow * most;
	parse(text, {
		...readingRules,
		delimiter,
		to: last,
		on_record: (cells: string[]) => {
			if (lines.length <= most && cells.some((cell) => cell.trim() !== '')) lines.push({ line: place.line, cells });
			place.line += 1;
			return null;
		}
	});
	return place.line <= last ? lines : null;
}

function unreadable(cause: CsvError, line: number): Refusal {
	if (cause.code === 'CSV_QUOTE_NOT_CLOSED') {
		const sentence = `A quotation mark opens in row ${line} and never closes. Close it and try again.`;
		return reject('roster-quote-open', sentence, { line });
	}
	const sentence = `Row ${line} is too long. Check its quotation marks.`;
	if (cause.code === 'CSV_MAX_RECORD_SIZE') return reject('roster-row-too-long', sentence, { line });
	return reject('roster-unreadable', `Row ${line} cannot be read. Check its quotation marks.`, { line });
}

function tooMuch(limits: RosterLimits, rows: boolean): Refusal {
	if (rows) {
		const most = limits.rows;
		return reject('roster-too-many-rows', `This file has more than ${most} rows. Import it in parts.`, { most });
	}
	const megabytes = Math.floor((limits.bytes / 1024 / 1024) * 10) / 10;
	return reject('roster-too-big', `This file is larger than ${megabytes} MB. Import it in parts.`, { megabytes });
}

/**
 * Reads the bytes of a CSV file into a header and rows, cell by cell as they were written. Encoding and delimiter are
 * found out unless chosen; Excel's first line `sep=;` is understood.
 * Refuses with the codes of `decodeRoster`, `roster-too-big`, `roster-too-many-rows`, `roster-quote-open`,
 * `roster-row-too-long`, `roster-unreadable` and `roster-empty`.
 */
export function readRosterFile(
	bytes: Uint8Array,
	limits: RosterLimits = rosterLimits,
	choices: RosterChoices = {}
): RosterTable | Refusal {
	if (bytes.length > limits.bytes) return tooMuch(limits, false);
	const decoded = decodeRoster(bytes, choices.encoding ?? null);
	if ('kind' in decoded) return decoded;
	const named = namedDelimiter(decoded.text);
	const text = decoded.text.slice(named?.length ?? 0);
	const delimiter = choices.delimiter ?? named?.delimiter ?? detectDelimiter(text);
	const place: Place = { line: 1 };
	try {
		const lines = linesOf(text, delimiter, place, limits.rows + 1);
		if (!lines || lines.length > limits.rows + 1) return tooMuch(limits, true);
		const [header, ...rows] = lines;
		if (!header) return reject('roster-empty', 'This file is empty. Choose the file with your roster.');
		const { encoding, guessed } = decoded;
		return { encoding, encodingGuessed: guessed, delimiter, header: header.cells, rows };
	} catch (cause) {
		if (cause instanceof CsvError) return unreadable(cause, place.line);
		throw cause;
	}
}
