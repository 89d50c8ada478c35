import { m } from '#lib/messages/messages.ts';

/** Encodings that spreadsheets write, as WHATWG labels, with the part of Europe where each is common. */
const regions: readonly (readonly [encoding: string, region: () => string])[] = [
	['utf-8', () => m.organise_encoding_all()],
	['windows-1252', () => m.organise_encoding_west()],
	['windows-1250', () => m.organise_encoding_centre()],
	['windows-1251', () => m.organise_encoding_cyrillic()],
	['windows-1253', () => m.organise_encoding_greek()],
	['windows-1254', () => m.organise_encoding_turkish()],
	['windows-1257', () => m.organise_encoding_baltic()],
	['iso-8859-1', () => m.organise_encoding_west()],
	['iso-8859-2', () => m.organise_encoding_centre()],
	['iso-8859-5', () => m.organise_encoding_cyrillic()],
	['iso-8859-7', () => m.organise_encoding_greek()],
	['iso-8859-15', () => m.organise_encoding_west()],
	['macintosh', () => m.organise_encoding_mac()],
	['utf-16le', () => m.organise_encoding_all()],
	['utf-16be', () => m.organise_encoding_all()]
];

export function encodingOptions(): readonly { readonly value: string; readonly label: string }[] {
	return regions.map(([value, region]) => ({ value, label: `${value.toUpperCase()} · ${region()}` }));
}
