import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import type { ListedPartnership, ListedWaiting } from '#lib/protocol/partnership-list.ts';
import { fileWords, type FileWords } from './file-words.ts';

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

/** With a byte order mark, so that Excel reads the accents; cells that a spreadsheet would compute are made text. */
function csv({ header, rows }: Sheet): string {
	return stringify([header, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
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
						typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: true }
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

function partySheet(list: readonly ListedPartnership[], words: FileWords): Sheet {
	const header = [
		words.title,
		words.reach,
		words.partner,
		words.country,
		words.kind,
		words.role,
		words.contribution,
		words.confirmedBy,
		words.confirmedAt,
		words.decision,
		words.decidesBy,
		words.contactName,
		words.contactFunction,
		words.contactEmail,
		words.since,
		words.version,
		words.text,
		words.steps,
		words.cards,
		words.workshop
	];
	const rows = list.flatMap((one) =>
		one.parties.map((party) => [
			one.title,
			one.international ? words.international : words.national,
			party.name,
			party.country ?? '',
			party.isNetwork ? words.network : (words.kinds[party.kind ?? ''] ?? ''),
			words.roles[party.role],
			party.contribution,
			party.confirmedBy ?? '',
			party.confirmedAt,
			words.decisions[party.decision],
			party.decidesBy ?? '',
			party.contact?.name ?? '',
			party.contact?.function ?? '',
			party.contact?.email ?? '',
			one.since,
			one.version,
			one.text,
			one.steps.map(({ what, owner, due }) => [what, owner, due].filter(Boolean).join(', ')).join('; '),
			one.cards.map(({ title }) => title).join('; '),
			one.workshop.title
		])
	);
	return { name: words.partners, header, rows };
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
