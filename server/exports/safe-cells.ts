/** Excel opens no file with a longer cell, in UTF-16 units. */
export const longestCell = 32_767;

// Signs with which a spreadsheet begins a formula, the full-width ones of East Asian keyboards included.
const computes = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;
// The same after what a reader of another country takes for the end of a cell: a semicolon, a tab, a new line. A dash
// with a space behind it is a line of a list there.
const computesInside = /([;\t\r\n][^\S\r\n]*)(?=[=+@\uff1d\uff0b\uff20]|[-\uff0d]\S)/g;
// What XML cannot hold: control characters, half a pair of surrogates, and two that are no characters.
const unwritable =
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text as a cell of a CSV file: never a formula, in whatever country it is opened, and readable as it was written. */
export function csvCell(text: string): string {
	const inside = text.replace(computesInside, "$1'");
	return computes.test(text) ? `'${inside}` : inside;
}

/** The text as a cell of a workbook, which is typed as text and needs no guard: only what the file format can hold. */
export function workbookCell(text: string): string {
	const writable = text.replace(unwritable, '');
	return writable.length <= longestCell ? writable : `${writable.slice(0, longestCell - 1).replace(unwritable, '')}…`;
}
