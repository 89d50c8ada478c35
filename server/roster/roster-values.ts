import type { RosterKind } from '#lib/protocol/rest-roster.ts';
import { recordLimits as most } from './centre-record.ts';
import {
	readCountries,
	readCountry,
	readDate,
	readInitiative,
	readKind,
	readList,
	readOid,
	readPic,
	readText,
	readWebsite,
	right,
	tidyCell,
	wrong,
	type Read
} from './roster-cells.ts';
import type { RosterColumn, RosterField } from './roster-columns.ts';
import { problem, shorten, type RosterProblem } from './roster-problems.ts';
import type { RosterLine } from './read-roster-file.ts';

/** What the cells of one row say, by field. A blank cell says nothing and is not in it. */
export type RosterValues = { readonly [Field in RosterField]?: string | readonly string[] };

/** What a name stands for that several networks share. */
export const ambiguous = Symbol('ambiguous');

/** Which words stand for something known: sectors of the vocabulary, networks of the roster or of the same import. */
export type RosterKnowledge = {
	readonly isSectorCode: (code: string) => boolean;
	/** The code of a sector by its label, in any language that has labels; null when there is none. */
	readonly sectorNamed: (label: string) => string | null;
	readonly networkNamed: (name: string) => string | typeof ambiguous | null;
};

type Reader = (cell: string, knowledge: RosterKnowledge) => Read<string | readonly string[]>;

function readSector(piece: string, { isSectorCode, sectorNamed }: RosterKnowledge): Read<string> {
	const code = isSectorCode(piece.toLowerCase()) ? piece.toLowerCase() : sectorNamed(piece);
	return code === null ? wrong('sector-unknown', { given: shorten(piece) }) : right(code);
}

function readSectors(cell: string, knowledge: RosterKnowledge): Read<readonly string[]> {
	// Labels contain commas and spaces, codes do not: a cell of codes alone may be separated by either.
	const words = cell.split(/[;,\s]+/).filter((word) => word !== '');
	const codesOnly = words.every((word) => knowledge.isSectorCode(word.toLowerCase()));
	return readList(codesOnly ? words.join(';') : cell, most.sectors, (piece) => readSector(piece, knowledge));
}

function readNetworks(cell: string, { networkNamed }: RosterKnowledge): Read<readonly string[]> {
	return readList(cell, most.networks, (piece) => {
		const name = networkNamed(piece);
		if (name === ambiguous) return wrong('network-ambiguous', { given: shorten(piece) });
		return name === null ? wrong('network-unknown', { given: shorten(piece) }) : right(name);
	});
}

const readers: Readonly<Record<RosterField, Reader>> = {
	name: (cell) => readText(cell, most.shortName),
	legalName: (cell) => readText(cell, most.legalName),
	city: (cell) => readText(cell, most.city),
	country: readCountry,
	kind: readKind,
	networks: readNetworks,
	sectors: readSectors,
	website: readWebsite,
	pic: readPic,
	oid: readOid,
	field: (cell) => readText(cell, most.field),
	initiative: readInitiative,
	coordinator: (cell) => readText(cell, most.coordinator),
	coordinatorCountry: readCountry,
	members: (cell) => readList(cell, most.members, (piece) => readText(piece, most.memberName)),
	countries: readCountries,
	projectNumber: (cell) => readText(cell, most.projectNumber),
	start: readDate,
	end: readDate
};

/** Compared as far as both are known: 2024 is not before 2024-06. */
function isBefore(end: string, start: string): boolean {
	const length = Math.min(end.length, start.length);
	return end.slice(0, length) < start.slice(0, length);
}

function problemsOfWhole(values: RosterValues, kind: RosterKind, columns: readonly RosterColumn[]): RosterProblem[] {
	const columnOf = (field: RosterField) => columns.find((column) => column.field === field)?.header ?? null;
	const problems: RosterProblem[] = [];
	const named = values.name !== undefined || (kind === 'organisations' && values.legalName !== undefined);
	if (!named) problems.push(problem('name-missing', columnOf('name'), ''));
	const { start, end } = values;
	if (typeof start === 'string' && typeof end === 'string' && isBefore(end, start)) {
		problems.push(problem('ends-before-start', columnOf('end'), end, { start }));
	}
	return problems;
}

function problemOfLength(cells: readonly string[], columns: readonly RosterColumn[]): RosterProblem | null {
	const counts = { cells: cells.length, columns: columns.length };
	if (cells.length < columns.length) return problem('too-few-cells', null, cells.join(' '), counts);
	const beyond = cells.slice(columns.length).filter((cell) => cell.trim() !== '');
	return beyond.length > 0 ? problem('too-many-cells', null, beyond.join(' '), counts) : null;
}

/** Reads a row's cells. Every wrong cell is named, not only the first. */
export function readRow(
	{ cells }: RosterLine,
	columns: readonly RosterColumn[],
	kind: RosterKind,
	knowledge: RosterKnowledge
): { readonly values: RosterValues; readonly problems: readonly RosterProblem[] } {
	const cut = problemOfLength(cells, columns);
	if (cut) return { values: {}, problems: [cut] };
	const values: { [Field in RosterField]?: string | readonly string[] } = {};
	const problems: RosterProblem[] = [];
	const bad = new Set<RosterField>();
	columns.forEach(({ header, field }, index) => {
		const cell = tidyCell(cells[index] ?? '');
		if (field === null || cell === '') return;
		const read = readers[field](cell, knowledge);
		if (read.ok) {
			values[field] = read.value;
			return;
		}
		problems.push(problem(read.code, header, cell, read.params));
		bad.add(field);
	});
	// A name that is too long is not missing as well.
	const whole = bad.has('name') || bad.has('legalName') ? [] : problemsOfWhole(values, kind, columns);
	return { values, problems: [...problems, ...whole] };
}
