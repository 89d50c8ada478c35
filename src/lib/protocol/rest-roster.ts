export type RosterKind = 'networks' | 'organisations';

/** One thing that is wrong with a row or with one of its cells. */
export type RosterProblem = {
	/** Line of the file, counted from 1 as a spreadsheet does. */
	readonly line: number;
	/** The column's header as the file writes it; null when the whole row is wrong. */
	readonly column: string | null;
	readonly code: string;
	readonly sentence: string;
	readonly params: Readonly<Record<string, string | number>>;
	/** The cell as it was written, cut to 80 characters. */
	readonly value: string;
};

/**
 * `POST /api/roster/preview?kind=&encoding=` with the bytes of the file (`Content-Type: text/csv`), at most 2 MB.
 * `POST /api/roster/import` with the same bytes writes it, all or nothing, and answers with the same shape; while there are
 * problems it answers 422 `roster-has-problems` and writes nothing.
 */
export type RosterPreview = {
	readonly kind: RosterKind;
	readonly encoding: string;
	/** The file does not say its encoding: look whether the accents are right. */
	readonly encodingGuessed: boolean;
	readonly delimiter: string;
	readonly columns: readonly { readonly header: string; readonly field: string | null }[];
	/** Rows that would be new, that change a centre, and that change nothing. */
	readonly counts: { readonly rows: number; readonly added: number; readonly changed: number; readonly same: number };
	readonly problems: readonly RosterProblem[];
	/** The first 20 rows that can be read, as they would stand in the roster. */
	readonly sample: readonly {
		readonly line: number;
		readonly is: 'added' | 'changed' | 'same';
		readonly name: string;
		readonly legalName: string;
		readonly city: string;
		readonly country: string | null;
		readonly kind: string | null;
		readonly networks: readonly string[];
	}[];
};
