import { isCountry } from '#lib/domain/country-codes.ts';

/** The EU's own codes, which ISO does not have. */
const isoOf = new Map([
	['EL', 'GR'],
	['UK', 'GB']
]);

/** Reads a code as people and files write it (`el`, ` UK `) and answers with ISO's; undefined when it is none. */
export function readCountry(text: string): string | undefined {
	const code = text.trim().toUpperCase();
	const iso = isoOf.get(code) ?? code;
	return isCountry(iso) ? iso : undefined;
}

/** A country's code as a card shows it: Greece as EL, as the EU writes it, all others as ISO does. */
export function shownCountry(code: string): string {
	return code === 'GR' ? 'EL' : code;
}
