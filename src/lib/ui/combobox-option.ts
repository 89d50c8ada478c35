/** [start, end) in UTF-16 units, as String.prototype.slice counts them. */
export type MarkedRange = readonly [start: number, end: number];

export type ComboboxOption = {
	readonly id: string;
	readonly label: string;
	/** Stands in the narrow column before the label: a country code, a number. */
	readonly lead?: string;
	/** The lead in full, for those who hear it. */
	readonly leadName?: string;
	/** A second, quieter line. */
	readonly detail?: string;
	/** What of the label and of the detail matches the typed text, in order, not overlapping. */
	readonly marks?: readonly MarkedRange[];
	readonly detailMarks?: readonly MarkedRange[];
	/** Language of the label, when it differs from the page's. */
	readonly lang?: string;
};

/** The text cut at the ranges; what lies outside of the text is ignored. */
export function cutAtMarks(
	text: string,
	marks: readonly MarkedRange[] = []
): readonly { readonly text: string; readonly marked: boolean }[] {
	const pieces: { text: string; marked: boolean }[] = [];
	let from = 0;
	for (const [start, end] of marks) {
		if (start < from || end <= start || end > text.length) continue;
		if (start > from) pieces.push({ text: text.slice(from, start), marked: false });
		pieces.push({ text: text.slice(start, end), marked: true });
		from = end;
	}
	if (from < text.length) pieces.push({ text: text.slice(from), marked: false });
	return pieces;
}
