import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RosterEncoding } from '../../../server/roster/decode-roster.ts';
import { rosterDelimiters } from '../../../server/roster/delimiters.ts';
import { readRosterFile, type RosterChoices, type RosterTable } from '../../../server/roster/read-roster-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const withMark = (mark: readonly number[], bytes: Uint8Array) => Uint8Array.from([...mark, ...bytes]);
const utf16 = (text: string, littleEndian: boolean) => {
	const view = new DataView(new ArrayBuffer(text.length * 2));
	for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
	return withMark(littleEndian ? [0xff, 0xfe] : [0xfe, 0xff], new Uint8Array(view.buffer));
};
/** Encodes by looking up what each byte means; only for encodings of one byte. */
const oneByte = (text: string, encoding: RosterEncoding) => {
	const decoder = new TextDecoder(encoding);
	const meaning = Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)));
	return Uint8Array.from([...text], (character) => meaning.indexOf(character));
};

function read(bytes: Uint8Array, choices: RosterChoices = {}): RosterTable {
	const table = readRosterFile(bytes, undefined, choices);
	if ('kind' in table) throw new Error(table.sentence);
	return table;
}
const refusal = (bytes: Uint8Array, choices: RosterChoices = {}) => {
	const table = readRosterFile(bytes, undefined, choices);
	return 'kind' in table ? { code: table.code, values: table.values } : 'was read';
};
const rowsOf = (text: string) => read(utf8(text)).rows.map(({ line, cells }) => [line, ...cells]);

describe('the encoding of a roster file', () => {
	const text = 'short_name;city\r\nÉcole Łódź;Ηράκλειο\r\n';

	it('is UTF-8 with or without a byte order mark, which is no part of the first header', () => {
		for (const bytes of [utf8(text), withMark([0xef, 0xbb, 0xbf], utf8(text))]) {
			expect(read(bytes)).toMatchObject({ encoding: 'utf-8', encodingGuessed: false, header: ['short_name', 'city'] });
		}
	});

	it('is UTF-16 of either byte order when a mark says so, as Excel writes "Unicode text"', () => {
		expect(read(utf16(text, true))).toMatchObject({
			encoding: 'utf-16le',
			rows: [{ cells: ['École Łódź', 'Ηράκλειο'] }]
		});
		expect(read(utf16(text, false))).toMatchObject({ encoding: 'utf-16be', header: ['short_name', 'city'] });
	});

	it('is taken for Windows-1252 when it is no UTF-8, and that is called a guess', () => {
		const table = read(oneByte('nom;ville\nLycée – “Bois”;Besançon\n', 'windows-1252'));
		expect(table).toMatchObject({ encoding: 'windows-1252', encodingGuessed: true });
		expect(table.rows[0]?.cells).toEqual(['Lycée – “Bois”', 'Besançon']);
	});

	it.each([
		['windows-1250', 'Zespół Szkół;Łódź'],
		['windows-1251', 'Гимназия;Пловдив'],
		['windows-1253', 'Σχολή;Ηράκλειο'],
		['windows-1254', 'Meslek Lisesi;İzmir'],
		['windows-1257', 'Tehnikums;Rēzekne'],
		['iso-8859-2', 'Škola;Plzeň'],
		['iso-8859-7', 'Σχολή;Ηράκλειο']
	] as const)('is %s when the organiser chooses that', (encoding, row) => {
		const table = read(oneByte(`short_name;city\n${row}\n`, encoding), { encoding });
		expect(table).toMatchObject({ encoding, encodingGuessed: false, rows: [{ line: 2, cells: row.split(';') }] });
	});

	it('cannot be chosen against the bytes', () => {
		const bytes = oneByte('nom;ville\nLycée;Besançon\n', 'windows-1252');
		expect(refusal(bytes, { encoding: 'utf-8' })).toEqual({ code: 'roster-encoding', values: { encoding: 'utf-8' } });
	});

	it('follows the byte order mark whatever is chosen', () => {
		expect(read(withMark([0xef, 0xbb, 0xbf], utf8(text)), { encoding: 'windows-1252' }).encoding).toBe('utf-8');
	});
});

describe('the rows of a roster file', () => {
	it.each([
		['commas', 'short_name,city,kind\n"A, B",C,D\n', ','],
		['semicolons', 'short_name;city;kind\nA, B;C, D;E\n', ';'],
		['tabs', 'short_name\tcity\tkind\nA, B\tC; D\tE\n', '\t'],
		['semicolons although a row is broken', 'short_name;city;kind\nA, B\nA;B;C\n', ';']
	])('are parted by %s', (_name, text, delimiter) => {
		expect(read(utf8(text)).delimiter).toBe(delimiter);
	});

	it('are parted by what Excel names in its first line', () => {
		const table = read(utf8('sep=;\r\na,b;c\r\n1,5;2\r\n'));
		expect(table).toMatchObject({ delimiter: ';', header: ['a,b', 'c'], rows: [{ line: 2, cells: ['1,5', '2'] }] });
	});

	it('are parted by what the organiser chooses', () => {
		expect(read(utf8('a;b,c\n1;2,3\n'), { delimiter: ',' }).header).toEqual(['a;b', 'c']);
	});

	it('may be one column without any delimiter', () => {
		expect(read(utf8('short_name\nA, B\nC\n')).rows.map(({ cells }) => cells)).toEqual([['A, B'], ['C']]);
	});

	it.each([
		['LF', '\n'],
		['CRLF', '\r\n'],
		['CR', '\r']
	])('end with %s', (_name, end) => {
		expect(rowsOf(['a;b', '1;2', '3;4', ''].join(end))).toEqual([
			[2, '1', '2'],
			[3, '3', '4']
		]);
	});

	it('keep line breaks and quotation marks within quotes, and are counted as a spreadsheet does', () => {
		expect(rowsOf('a;b\r\n"one\r\ntwo";"say ""hi"""\r\n\r\nx "y" z;4\r\n')).toEqual([
			[2, 'one\r\ntwo', 'say "hi"'],
			[4, 'x "y" z', '4']
		]);
	});

	it('leave out rows of blank cells, as spreadsheets have at their end', () => {
		expect(rowsOf('a;b\n;\n1;2\n ; \n;;;\n')).toEqual([[3, '1', '2']]);
	});

	it('keep more and fewer cells than the header has, so that the preview can say so', () => {
		expect(rowsOf('a;b\n1\n1;2;3\n')).toEqual([
			[2, '1'],
			[3, '1', '2', '3']
		]);
	});

	it('come back as they were written, in any encoding, with any delimiter and line end', () => {
		const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replace(/\p{Cs}/gu, ''));
		const western = fc.string({ unit: fc.constantFrom(...' aZ9éßøÅ,;\t"\'\n\r€–=+'), maxLength: 20 });
		const filled = (row: readonly string[]) => row.some((one) => one.trim() !== '');
		const tables = (cells: fc.Arbitrary<string>) =>
			fc.array(fc.tuple(cells, cells, cells).filter(filled), { maxLength: 12 });
		const cases = fc.oneof(
			fc.record({ rows: tables(cell), write: fc.constantFrom('utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be') }),
			fc.record({ rows: tables(western), write: fc.constant('windows-1252') })
		);
		const ends = fc.constantFrom('\n', '\r\n', '\r');
		const styles = fc.record({ delimiter: fc.constantFrom(...rosterDelimiters), end: ends, quoted: fc.boolean() });
		const property = fc.property(cases, styles, ({ rows, write }, { delimiter, end, quoted }) => {
			const header = ['short_name', 'city', 'kind'];
			// The stringifier knows nothing of lone CRs, so cells with line breaks are quoted in any case.
			const style = { delimiter, record_delimiter: end, quoted, quoted_match: /[\r\n]/ };
			const text = stringify([header, ...rows], style);
			const bytes =
				write === 'windows-1252'
					? oneByte(text, 'windows-1252')
					: write.startsWith('utf-16')
						? utf16(text, write === 'utf-16le')
						: withMark(write === 'utf-8' ? [] : [0xef, 0xbb, 0xbf], utf8(text));
			const table = read(bytes, write === 'windows-1252' ? { encoding: 'windows-1252' } : {});
			expect(table.delimiter).toBe(delimiter);
			expect(table.header).toEqual(header);
			expect(table.rows.map(({ cells }) => cells)).toEqual(rows);
		});
		fc.assert(property, { numRuns: 300 });
	});
});

describe('a file that is no roster', () => {
	it.each([
		['an Excel workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'roster-is-workbook'],
		['an old Excel workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'roster-is-workbook'],
		['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), 'roster-is-binary'],
		['an empty file', new Uint8Array(), 'roster-empty'],
		['a file of blank lines', utf8('\n \n\r\n'), 'roster-empty']
	])('is refused when it is %s', (_name, bytes, code) => {
		expect(refusal(bytes)).toMatchObject({ code });
	});

	it('says what to do with a workbook', () => {
		const refused = readRosterFile(Uint8Array.of(0x50, 0x4b, 3, 4));
		expect(refused).toMatchObject({ sentence: expect.stringContaining('CSV UTF-8') });
	});

	it('is refused with the row in which a quotation mark opens and never closes', () => {
		expect(refusal(utf8('a;b\n1;2\n"3;4\n5;6\n'))).toEqual({ code: 'roster-quote-open', values: { line: 3 } });
		expect(refusal(utf8(`a;b\n1;2\n"3;4\n${'5;6\n'.repeat(50_000)}`))).toEqual({
			code: 'roster-row-too-long',
			values: { line: 3 }
		});
	});

	it('is refused above 2 MB', () => {
		const bytes = new Uint8Array(2 * 1024 * 1024 + 1).fill(97);
		expect(refusal(bytes)).toEqual({ code: 'roster-too-big', values: { megabytes: 2 } });
	});

	it('is refused above 5,000 rows and read with exactly so many', () => {
		expect(read(utf8(`a;b\n${'1;2\n'.repeat(5_000)}`)).rows).toHaveLength(5_000);
		expect(refusal(utf8(`a;b\n${'1;2\n'.repeat(5_001)}`))).toEqual({
			code: 'roster-too-many-rows',
			values: { most: 5_000 }
		});
		expect(refusal(utf8('\n'.repeat(1_000_000)))).toMatchObject({ code: 'roster-too-many-rows' });
	});
});
