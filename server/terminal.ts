import { renderUnicodeCompact } from 'uqr';

/** One line for the person at the terminal. */
export function say(sentence: string): void {
	process.stdout.write(`${sentence}\n`);
}

/** What went wrong, for the person at the terminal. */
export function sayMistake(sentence: string): void {
	process.stderr.write(`${sentence}\n`);
}

/** A link with the words that say who opens it. */
export type NamedLink = { readonly who: string; readonly url: string };

/** Links one below the other, each on a line of its own, so that terminals make them clickable and none is cut. */
export function sayLinks(links: readonly NamedLink[]): void {
	for (const { who, url } of links) say(`\n${who}\n  ${url}`);
}

/** A QR code of half blocks, with the quiet edge that cameras need. On a terminal it is white on black, whatever its theme. */
export function sayQrCode(text: string): void {
	const lines = renderUnicodeCompact(text, { border: 2 }).split('\n');
	const drawn = process.stdout.isTTY ? lines.map((line) => `\x1b[97;40m${line}\x1b[0m`) : lines;
	say(`\n${drawn.join('\n')}`);
}
