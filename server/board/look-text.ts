import type { FirstLook } from '#lib/protocol/messages.ts';

/** The JSON of a table, for as long as the table is shown: those who are shown the same one get the same text of it. */
const textOfTable = new WeakMap<object, string>();

/** A first look as JSON. Writing it costs more than looking, so tables that many are shown are written once. */
export function lookText({ seen, ...rest }: FirstLook): string {
	const tables = Object.entries(seen).map(([name, rows]) => {
		const text = textOfTable.get(rows) ?? JSON.stringify(rows);
		textOfTable.set(rows, text);
		return `${JSON.stringify(name)}:${text}`;
	});
	return `${JSON.stringify(rest).slice(0, -1)},"seen":{${tables.join(',')}}}`;
}
