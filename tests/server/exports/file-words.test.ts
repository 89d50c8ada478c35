import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { centreKinds } from '#lib/protocol/rest.ts';
import { fileWords } from '../../../server/exports/file-words.ts';
import { readKind } from '../../../server/roster/roster-cells.ts';

const catalogues = join(import.meta.dirname, '../../../src/lib/messages');
const onScreen = (language: string): Readonly<Record<string, string>> =>
	JSON.parse(readFileSync(join(catalogues, language, 'common.json'), 'utf8')) as Readonly<Record<string, string>>;

describe.each(['en', 'fr'])('A kind of organisation in %s', (language) => {
	it.each(centreKinds)('is called the same on screen and in the files, and a roster may say it: %s', (kind) => {
		const word = fileWords(language).kinds[kind] ?? '';
		expect(word).toBe(onScreen(language)[`common_kind_${kind.replaceAll('-', '_')}`]);
		expect(readKind(word)).toMatchObject({ value: kind });
	});
});

describe('The files', () => {
	const said = (words: object): readonly string[] =>
		Object.values(words).flatMap((word) => (typeof word === 'string' ? [word] : said(word as object)));

	it('say organisation, as the screen does, and not centre', () => {
		expect(said(fileWords('en')).filter((word) => /centre/i.test(word))).toEqual([]);
		expect(said(fileWords('fr')).filter((word) => /\bcentre/i.test(word))).toEqual([]);
	});
});
