import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import type { ListedPartnership, ListedWaiting } from '#lib/protocol/partnership-list.ts';
import { fileWords, type FileWords } from './file-words.ts';
import { csvCell, workbookCell } from './safe-cells.ts';

type Row = readonly (string | number)[];
type Sheet = { readonly name: string; readonly header: readonly string[]; readonly rows: readonly Row[] };

/** For Excel and for Word: one row for each party, with what belongs to the whole partnership repeated. An empty list has its header. */
export function partnershipsCsv(list: readonly ListedPartnership[], language: string): string {
	return csv(partySheet(list, fileWords(language)));
}

export function waitingCsv(list: readonly ListedWaiting[], language: string): string {
	return csv(waitingSheet(list, fileWords(language)));
}

/** Three sheets: partnerships, their partners, their next steps. */
export function partnershipsXlsx(list: readonly ListedPartnership[], language: string): Promise<Buffer> {
	const words = fileWords(language);
	return xlsx([partnershipSheet(list, words), partySheet(list, words), stepSheet(list, words)]);
}

export function waitingXlsx(list: readonly ListedWaiting[], language: string): Promise<Buffer> {
	return xlsx([waitingSheet(list, fileWords(language))]);
}

/** With a byte order mark, so that Excel reads the accents. Every text is quoted and guarded: no cell is computed. */
function csv({ header, rows }: Sheet): string {
	const safe = rows.map((row) => row.map((value) => (typeof value === 'string' ? csvCell(value) : value)));
	return stringify([header, ...safe], { bom: true, quoted_string: true, record_delimiter: 'windows' });
}

function xlsx(sheets: readonly Sheet[]): Promise<Buffer> {
	return writeExcelFile(
		sheets.map(({ name, header, rows }) => ({
			sheet: name,
			stickyRowsCount: 1,
			columns: header.map((_title, column) => ({ width: widthOf(rows, column) })),
			data: [
				header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
				// Typed as text or number: a cell is never a formula, whatever was typed into a card.
				...rows.map((row) =>
					row.map((value) =>
						typeof value === 'number'
							? { value, type: Number }
							: { value: workbookCell(value), type: String, wrap: true }
					)
				)
			]
		}))
	).toBuffer();
}

function widthOf(rows: readonly Row[], column: number): number {
	const longest = Math.max(12, ...rows.map((row) => String(row[column] ?? '').length));
	return Math.min(60, longest + 2);
}

function partnershipSheet(list: readonly ListedPartnership[], words: FileWords): Sheet {
	const header = [
		words.title,
		words.reach,
		words.partners,
		words.countries,
		words.since,
		words.version,
		words.language,
		words.text,
		words.cards,
		words.workshop
	];
	const rows = list.map((one) => [
		one.title,
		one.international ? words.international : words.national,
		one.parties.map(({ name }) => name).join('; '),
		[...new Set(one.parties.flatMap(({ country }) => country ?? []))].join(' '),
		one.since,
		one.version,
		one.language,
		one.text,
		one.cards.map(({ title }) => title).join('; '),
		one.workshop.title
	]);
	return { name: words.partnerships, header, rows };
}

type Column<Item> = readonly [header: string, cell: (item: Item) => string | number];

function sheetOf<Item>(name: string, columns: readonly Column<Item>[], items: readonly Item[]): Sheet {
	return {
		name,
		header: columns.map(([header]) => header),
		rows: items.map((item) => columns.map(([, cell]) => cell(item)))
	};
}

type PartyOf = { readonly one: ListedPartnership; readonly party: ListedPartnership['parties'][number] };

function partySheet(list: readonly ListedPartnership[], words: FileWords): Sheet {
	const items = list.flatMap((one) => one.parties.map((party): PartyOf => ({ one, party })));
	return sheetOf(words.partners, [...whoColumns(words), ...yesColumns(words), ...whatColumns(words)], items);
}

function whoColumns(words: FileWords): readonly Column<PartyOf>[] {
	return [
		[words.title, ({ one }) => one.title],
		[words.reach, ({ one }) => (one.international ? words.international : words.national)],
		[words.partner, ({ party }) => party.name],
		[words.country, ({ party }) => party.country ?? ''],
		[words.kind, ({ party }) => (party.isNetwork ? words.network : (words.kinds[party.kind ?? ''] ?? ''))],
		[words.role, ({ party }) => words.roles[party.role]],
		[words.contribution, ({ party }) => party.contribution]
	];
}

function yesColumns(words: FileWords): readonly Column<PartyOf>[] {
	return [
		[words.confirmedBy, ({ party }) => party.confirmedBy ?? words.nameErased],
		[words.confirmedAt, ({ party }) => party.confirmedAt],
		[words.decision, ({ party }) => words.decisions[party.decision]],
		[words.decidesBy, ({ party }) => party.decidesBy ?? ''],
		[words.contactName, ({ party }) => party.contact?.name ?? ''],
		[words.contactFunction, ({ party }) => party.contact?.function ?? ''],
		[words.contactEmail, ({ party }) => party.contact?.email ?? '']
	];
}

function whatColumns(words: FileWords): readonly Column<PartyOf>[] {
	const step = ({ what, owner, due }: ListedPartnership['steps'][number]) =>
		[what, owner, due].filter(Boolean).join(', ');
	return [
		[words.since, ({ one }) => one.since],
		[words.version, ({ one }) => one.version],
		[words.text, ({ one }) => one.text],
		[words.steps, ({ one }) => one.steps.map(step).join('; ')],
		[words.cards, ({ one }) => one.cards.map(({ title }) => title).join('; ')],
		[words.workshop, ({ one }) => one.workshop.title]
	];
}

function stepSheet(list: readonly ListedPartnership[], words: FileWords): Sheet {
	const rows = list.flatMap(({ title, steps }) => steps.map(({ what, owner, due }) => [title, what, owner, due ?? '']));
	return { name: words.steps, header: [words.title, words.stepWhat, words.stepOwner, words.stepDue], rows };
}

function waitingSheet(list: readonly ListedWaiting[], words: FileWords): Sheet {
	const header = [
		words.title,
		words.version,
		words.openSince,
		words.waitsFor,
		words.country,
		words.saidYes,
		words.workshop
	];
	const rows = list.map((one) => [
		one.title,
		one.version,
		one.openSince,
		one.waitsFor.name,
		one.waitsFor.country ?? '',
		one.saidYes.join('; '),
		one.workshop.title
	]);
	return { name: words.waiting, header, rows };
}
