import { reject, type Refusal } from '#lib/domain/command.ts';
import type { RosterKind } from '#lib/protocol/rest-roster.ts';
import type { CentreRecord, ExistingCentre } from './centre-record.ts';
import type { RosterEncoding } from './decode-roster.ts';
import type { RosterDelimiter } from './delimiters.ts';
import { nameKey } from './name-key.ts';
import type { RosterLine, RosterTable } from './read-roster-file.ts';
import { columnsOf, kindOf, type RosterColumn, type RosterField } from './roster-columns.ts';
import { changesOf, RosterEntries, type Entry } from './roster-entries.ts';
import { problem, shorten, type RosterProblem } from './roster-problems.ts';
import { ambiguous, readRow, type RosterKnowledge } from './roster-values.ts';

export type RosterRow = {
	readonly line: number;
	/** What the row calls the centre, cut to 80 characters; empty when it gives no name. */
	readonly name: string;
} & (
	| { readonly action: 'bad'; readonly centre: null; readonly problems: readonly RosterProblem[] }
	| {
			/** `unchanged` also for a further row about a centre: its first row carries what all of them say. */
			readonly action: 'add' | 'update' | 'unchanged';
			/** The whole centre as it will be. A blank cell keeps what the roster has. */
			readonly centre: CentreRecord;
			/** null for a centre that is added. */
			readonly centreId: string | null;
			readonly changes: readonly RosterField[];
			/** The line of the first row about this centre, when this is a further one; else null. */
			readonly sameAsLine: number | null;
			readonly problems: readonly [];
	  }
);

export type RosterPreview = {
	readonly kind: RosterKind;
	readonly encoding: RosterEncoding;
	readonly encodingGuessed: boolean;
	readonly delimiter: RosterDelimiter;
	readonly columns: readonly RosterColumn[];
	readonly rows: readonly RosterRow[];
	readonly counts: Readonly<Record<RosterRow['action'], number>>;
};

export type RosterRequest = {
	readonly table: RosterTable;
	/** null: found out by the header. */
	readonly kind: RosterKind | null;
	/** The whole roster: organisations and networks. */
	readonly existing: readonly ExistingCentre[];
	/** Networks that are imported together with this file of organisations. */
	readonly comingNetworks?: readonly Pick<CentreRecord, 'name'>[];
	readonly isSectorCode: RosterKnowledge['isSectorCode'];
	readonly sectorNamed: RosterKnowledge['sectorNamed'];
};

function networkFinder({ existing, comingNetworks = [] }: RosterRequest): RosterKnowledge['networkNamed'] {
	const byName = new Map<string, string | typeof ambiguous>();
	for (const network of existing) {
		const key = nameKey(network.name);
		if (network.isNetwork) byName.set(key, byName.has(key) ? ambiguous : network.name);
	}
	for (const { name } of comingNetworks) {
		if (!byName.has(nameKey(name))) byName.set(nameKey(name), name);
	}
	return (name) => byName.get(nameKey(name)) ?? null;
}

function refusedHeader(columns: readonly RosterColumn[]): Refusal | null {
	const fields = columns.flatMap(({ field }) => (field === null ? [] : [field]));
	if (!fields.includes('name') && !fields.includes('legalName')) {
		return reject('roster-no-name', 'The first row names no column “short_name”. Write the column names into it.');
	}
	const twice = fields.find((field, index) => fields.indexOf(field) !== index);
	if (twice === undefined) return null;
	const names = columns.filter(({ field }) => field === twice).map(({ header }) => shorten(header));
	const sentence = `The columns “${names.join('” and “')}” mean the same. Delete or rename one of them.`;
	return reject('roster-column-twice', sentence, { columns: names.join(', ') });
}

function previewRow(
	row: RosterLine,
	columns: readonly RosterColumn[],
	kind: RosterKind,
	entries: RosterEntries,
	knowledge: RosterKnowledge
): { line: number; name: string; took: Entry | readonly RosterProblem[] } {
	const cellOf = (field: RosterField) => row.cells[columns.findIndex((column) => column.field === field)]?.trim() ?? '';
	const place = { line: row.line, name: shorten(cellOf('name') || cellOf('legalName')) };
	const { values, problems } = readRow(row, columns, kind, knowledge);
	if (problems.length > 0) return { ...place, took: problems };
	const took = entries.take(values, row.line);
	if (!('field' in took)) return { ...place, took };
	const column = columns.find(({ field }) => field === took.field)?.header ?? null;
	return { ...place, took: [problem(took.code, column, cellOf(took.field), took.params)] };
}

function finished(line: number, name: string, took: Entry | readonly RosterProblem[]): RosterRow {
	if (!('now' in took)) return { line, name, action: 'bad', centre: null, problems: took };
	const first = took.line === line;
	const changes = first ? changesOf(took) : [];
	const changed = took.before === null ? 'add' : changes.length > 0 ? 'update' : 'unchanged';
	return {
		line,
		name,
		action: first ? changed : 'unchanged',
		centre: took.now,
		centreId: took.id,
		changes,
		sameAsLine: first ? null : took.line,
		problems: []
	};
}

/**
 * What an import of this table would do, row by row, without doing it. An import is all or nothing: `isImportable` says
 * whether it may go on.
 * Refuses with `roster-kind-unclear`, `roster-no-name`, `roster-column-twice`, `roster-no-rows`.
 */
export function previewRoster(request: RosterRequest): RosterPreview | Refusal {
	const { table, existing, isSectorCode, sectorNamed } = request;
	const kind = request.kind ?? kindOf(table.header);
	if (kind === null) {
		return reject('roster-kind-unclear', 'The first row fits networks and organisations. Say which of them it lists.');
	}
	const columns = columnsOf(table.header, kind);
	const refused = refusedHeader(columns);
	if (refused) return refused;
	if (table.rows.length === 0) return reject('roster-no-rows', 'This file has a first row and nothing below it.');
	const knowledge = { isSectorCode, sectorNamed, networkNamed: networkFinder(request) };
	const entries = new RosterEntries(existing, kind);
	const taken = table.rows.map((row) => previewRow(row, columns, kind, entries, knowledge));
	// Only now: a later row may have added to what an earlier one says.
	const rows = taken.map(({ line, name, took }) => finished(line, name, took));
	const counts = { add: 0, update: 0, unchanged: 0, bad: 0 };
	for (const { action } of rows) counts[action] += 1;
	const { encoding, encodingGuessed, delimiter } = table;
	return { kind, encoding, encodingGuessed, delimiter, columns, rows, counts };
}

/** Whether an import may be done: no bad row, and something to do. */
export function isImportable({ counts }: RosterPreview): boolean {
	return counts.bad === 0 && counts.add + counts.update > 0;
}
