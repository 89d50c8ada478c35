import { stringify } from 'csv-stringify/sync';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvCell, longestCell, workbookCell } from '../../../server/exports/safe-cells.ts';

const formulas = [
	'=1+1',
	'+33 1',
	'-2+3',
	'@SUM(A1)',
	'\t=1',
	'\r=1',
	'＝1+1',
	'＋1',
	'－1',
	'＠A1',
	'  =1+1',
	'\u00a0=1',
	'\n=1'
];

describe('a cell of a CSV file', () => {
	it.each(formulas)('never begins as a formula: %j', (text) => {
		expect(csvCell(text)).toBe(`'${csvCell(text).slice(1)}`);
		expect(csvCell(text).replaceAll("'", '')).toBe(text);
	});

	it('is no formula either where a semicolon or a new line ends a cell', () => {
		expect(csvCell('buses;=HYPERLINK("x")')).toBe('buses;\'=HYPERLINK("x")');
		expect(csvCell('buses\n@SUM(A1)\n- a list, with a dash')).toBe("buses\n'@SUM(A1)\n- a list, with a dash");
		expect(csvCell('a;-1+2')).toBe("a;'-1+2");
	});

	it.each(['Lyon – Tampere', 'L’atelier, “vert”', 'a = b', 'one; two', 'e-mail: a@b.example', ''])(
		'that is none stays as it is: %j',
		(text) => expect(csvCell(text)).toBe(text)
	);

	it('comes back as it was written, whatever separators and quotation marks stand in it', () => {
		const text = 'He said "one, two;\nthree"\tÉté 漢字 🙂';
		expect(parse(stringify([[csvCell(text)]], { quoted_string: true }))).toEqual([[text]]);
	});
});

describe('a cell of a workbook', () => {
	it('holds every text but what XML has no sign for', () => {
		expect(workbookCell('=1+1 été 🙂\n<b>&amp;')).toBe('=1+1 été 🙂\n<b>&amp;');
		expect(workbookCell('a\u0000b\u001fc\ud800d\ufffee')).toBe('abcde');
	});

	it('is not longer than Excel opens, and no sign is cut in half', () => {
		const long = workbookCell('🙂'.repeat(longestCell));
		expect(long.length).toBeLessThanOrEqual(longestCell);
		expect(long.isWellFormed()).toBe(true);
		expect(long.endsWith('🙂…')).toBe(true);
	});
});
