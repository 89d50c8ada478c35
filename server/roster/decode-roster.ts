import { reject, type Refusal } from '#lib/domain/command.ts';

/** Encodings that an organiser may choose when the guess is wrong, as WHATWG labels. */
export const rosterEncodings = [
	'utf-8',
	'utf-16le',
	'utf-16be',
	'windows-1252',
	'windows-1250',
	'windows-1251',
	'windows-1253',
	'windows-1254',
	'windows-1257',
	'iso-8859-1',
	'iso-8859-2',
	'iso-8859-5',
	'iso-8859-7',
	'iso-8859-15',
	'macintosh'
] as const;
export type RosterEncoding = (typeof rosterEncodings)[number];

export type DecodedText = {
	readonly text: string;
	readonly encoding: RosterEncoding;
	/** Nothing in the file says so: it is no UTF-8, so the commonest encoding of Western Windows was taken. */
	readonly guessed: boolean;
};

export function isRosterEncoding(label: string): label is RosterEncoding {
	return (rosterEncodings as readonly string[]).includes(label);
}

const byteOrderMarks: readonly { encoding: RosterEncoding; bytes: readonly number[] }[] = [
	{ encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
	{ encoding: 'utf-16le', bytes: [0xff, 0xfe] },
	{ encoding: 'utf-16be', bytes: [0xfe, 0xff] }
];

const zip = [0x50, 0x4b, 0x03, 0x04];
const oldExcel = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
	return start.every((byte, index) => bytes[index] === byte);
}

/** The text in this encoding, or null where the bytes are none. */
function textIn(encoding: RosterEncoding, bytes: Uint8Array): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch (cause) {
		if (cause instanceof TypeError) return null;
		throw cause;
	}
}

function refusedFile(bytes: Uint8Array, twoBytes: boolean): Refusal | null {
	if (bytes.length === 0) return reject('roster-empty', 'This file is empty. Choose the file with your roster.');
	if (startsWith(bytes, zip) || startsWith(bytes, oldExcel)) {
		return reject(
			'roster-is-workbook',
			'This is an Excel or LibreOffice workbook. Save it as “CSV UTF-8” and choose that file.'
		);
	}
	if (!twoBytes && bytes.includes(0)) {
		return reject('roster-is-binary', 'This is not a text file. Save your table as “CSV UTF-8” and choose that file.');
	}
	return null;
}

/**
 * Decodes a roster file. A byte order mark leaves nothing to choose; else the chosen encoding counts; else UTF-8, or
 * Windows-1252 when the bytes are not valid UTF-8 (then `guessed` is true).
 * Refuses with `roster-empty`, `roster-is-workbook`, `roster-is-binary`, `roster-encoding`.
 */
export function decodeRoster(bytes: Uint8Array, chosen: RosterEncoding | null): DecodedText | Refusal {
	const marked = byteOrderMarks.find((mark) => startsWith(bytes, mark.bytes))?.encoding ?? null;
	const encoding = marked ?? chosen;
	const refused = refusedFile(bytes, encoding?.startsWith('utf-16') ?? false);
	if (refused) return refused;
	if (encoding !== null) {
		const text = textIn(encoding, bytes);
		if (text !== null) return { text, encoding, guessed: false };
		return reject('roster-encoding', `This file is not written in ${encoding}. Choose another encoding.`, { encoding });
	}
	const text = textIn('utf-8', bytes);
	if (text !== null) return { text, encoding: 'utf-8', guessed: false };
	// Every byte means something in Windows-1252, so this always gives a text; the organiser judges it in the preview.
	return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252', guessed: true };
}
