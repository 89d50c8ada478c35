import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadSectorLabels } from '#lib/vocabulary/labels.ts';
import { labels as englishLabels } from '#lib/vocabulary/labels/en.ts';
import { labels as frenchLabels } from '#lib/vocabulary/labels/fr.ts';
import { isSectorCode, sectorCodes } from '#lib/domain/sector-codes.ts';
import { childrenOf, ecosystemsOf, fieldsOf, parentOf } from '#lib/vocabulary/sectors.ts';
import { words as englishWords } from '#lib/vocabulary/words/en.ts';
import { words as frenchWords } from '#lib/vocabulary/words/fr.ts';

const official = new URL('../../../shared/data/isced-f.json', import.meta.url);
const fields = sectorCodes.filter((code) => code.startsWith('isced:')).map((code) => code.slice('isced:'.length));
const ofLength = (digits: number) => fields.filter((code) => code.length === digits);

describe('the list of sectors', () => {
	it('holds the 11 broad, 29 narrow and 80 detailed fields of ISCED-F and the 14 ecosystems of the EU', () => {
		expect([ofLength(2).length, ofLength(3).length, ofLength(4).length]).toEqual([11, 29, 80]);
		expect(sectorCodes.filter((code) => code.startsWith('eco:'))).toHaveLength(14);
		expect(new Set(sectorCodes).size).toBe(sectorCodes.length);
	});

	it('has every official field that is neither undefined, nor a remainder, nor a mixture', () => {
		const codes: readonly (readonly [string, string])[] = existsSync(official)
			? JSON.parse(readFileSync(official, 'utf8')).codes
			: [];
		const offered = codes
			.filter(([, name]) => !/not further defined|not elsewhere classified|^Inter-disciplinary/.test(name))
			.map(([code]) => code);
		expect(offered.filter((code) => !fields.includes(code))).toEqual([]);
		// The official list at hand ends before the services.
		const services = fields.filter((code) => code.startsWith('10'));
		expect(fields.filter((code) => codes.length > 0 && !offered.includes(code) && !services.includes(code))).toEqual(
			[]
		);
	});

	it.each([
		'isced:0719',
		'isced:0788',
		'isced:0700',
		'isced:7',
		'isced:11',
		'0715',
		'eco:',
		'eco:space',
		'',
		715,
		null
	])('does not know %o', (code) => {
		expect(isSectorCode(code)).toBe(false);
	});

	it('leads from a detailed field to the narrow and the broad one, and no further', () => {
		expect(parentOf('isced:0715')).toBe('isced:071');
		expect(parentOf('isced:071')).toBe('isced:07');
		expect(parentOf('isced:07')).toBeUndefined();
		expect(parentOf('eco:digital')).toBeUndefined();
		expect(childrenOf('isced:08')).toEqual(['isced:081', 'isced:082', 'isced:083', 'isced:084']);
		expect(sectorCodes.filter((code) => /:\d{3,4}$/.test(code)).every((code) => isSectorCode(parentOf(code)))).toBe(
			true
		);
	});

	it('knows for every ecosystem the fields near it, and for a field its ecosystems', () => {
		for (const code of sectorCodes.filter((each) => each.startsWith('eco:'))) {
			expect(fieldsOf(code)).not.toEqual([]);
			expect(fieldsOf(code).filter((field) => !isSectorCode(field))).toEqual([]);
		}
		expect(ecosystemsOf('isced:0214')).toEqual(['eco:cultural']);
		expect(ecosystemsOf('isced:0723')).toEqual(['eco:cultural', 'eco:textiles']);
		expect(ecosystemsOf('isced:0533')).toEqual([]);
		expect(ecosystemsOf('eco:digital')).toEqual([]);
	});
});

describe.each([
	['English', englishLabels, englishWords],
	['French', frenchLabels, frenchWords]
])('the names and words in %s', (_, labels, words) => {
	it('name every sector and nothing else', () => {
		expect(Object.keys(labels).sort()).toEqual([...sectorCodes].sort());
		expect(Object.keys(words).sort()).toEqual([...sectorCodes].sort());
	});

	it('keep every label between 1 and 70 characters', () => {
		expect(Object.values(labels).filter((label) => label.trim() !== label || !label || label.length > 70)).toEqual([]);
	});

	it('give at least three everyday words to every sector, five to every detailed field, none of them twice', () => {
		for (const code of sectorCodes) {
			const all = words[code]?.split(', ') ?? [];
			expect(all.length, code).toBeGreaterThanOrEqual(/:\d{4}$/.test(code) ? 5 : 3);
			expect(new Set(all).size, code).toBe(all.length);
			expect(
				all.filter((word) => !word || word.trim() !== word || word.includes(',')),
				code
			).toEqual([]);
		}
	});

	it('give two sectors the same name only where one is the single subfield of the other', () => {
		const double = sectorCodes.filter((code) =>
			sectorCodes.some((other) => other !== code && labels[other] === labels[code])
		);
		const twins = sectorCodes.filter((code) => childrenOf(code).length === 1);
		expect(double.sort()).toEqual(twins.flatMap((code) => [code, ...childrenOf(code)]).sort());
	});
});

describe('the loader of labels', () => {
	it('answers in the language that was asked for', async () => {
		const [english, french] = await Promise.all([loadSectorLabels('en'), loadSectorLabels('fr')]);
		expect(english.label('isced:0214')).toBe('Traditional and artistic crafts');
		expect(french.label('isced:0214')).toBe('Métiers d’art et artisanat');
		expect(english.search('car')[0]).toEqual({ code: 'isced:0716', matched: 'car' });
		expect(french.search('voiture')[0]).toEqual({ code: 'isced:0716', matched: 'voiture' });
	});

	it('shows a code that is no sector as it is', async () => {
		expect((await loadSectorLabels('en')).label('isced:9999')).toBe('isced:9999');
	});
});
