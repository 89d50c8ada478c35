import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '#lib/vocabulary/fold.ts';
import { buildCentreIndex, type SearchableCentre } from '../../../server/roster/search-centres.ts';

const centre = (name: string, more: Partial<SearchableCentre> = {}): SearchableCentre => ({
	id: name,
	name,
	legalName: name,
	city: null,
	networks: [],
	...more
});

const roster = buildCentreIndex([
	centre('Sample Tampereen ajoneuvoalan ammattiopisto', { networks: ['Sample H₂ network'] }),
	centre('Sample Puuala', { city: 'Tampere', legalName: 'Sample Puualan osaamiskeskus Oy' }),
	centre('Sample Łódzki Instytut', { city: 'Łódź' }),
	centre('Sample ΕΠΑΛ Ηρακλείου', { city: 'Ηράκλειο' }),
	centre('Sample ПГ по транспорт', { city: 'Пловдив' }),
	centre('Sample Straßenbahn-Werkstätten', { city: 'Wien' }),
	centre('Sample Altstamp', { city: 'Köln' })
]);
const names = (query: string, limit = 10) => roster.search(query, limit).map(({ centre: { name } }) => name);

/** What would be highlighted, by part. */
const marked = (query: string) =>
	roster
		.search(query, 1)[0]
		?.found.map(({ part, text, ranges }) => [part, ...ranges.map(([a, b]) => text.slice(a, b))]);

describe('the search for a centre', () => {
	it('finds beginnings of words in names, then in cities, then parts of words', () => {
		expect(names('tamp')).toEqual(['Sample Tampereen ajoneuvoalan ammattiopisto', 'Sample Puuala', 'Sample Altstamp']);
	});

	it.each([
		['without accents', 'ΗΡΑΚΛΕΙΟ', 'Sample ΕΠΑΛ Ηρακλείου'],
		['without Polish strokes', 'lodz', 'Sample Łódzki Instytut'],
		['in Cyrillic', 'пловд', 'Sample ПГ по транспорт'],
		['with ss for ß', 'strassenb', 'Sample Straßenbahn-Werkstätten'],
		['by the network', 'h2', 'Sample Tampereen ajoneuvoalan ammattiopisto'],
		['by the legal name', 'osaamis', 'Sample Puuala'],
		['by the city', 'koln', 'Sample Altstamp']
	])('finds %s', (_how, query, name) => {
		expect(names(query)[0]).toBe(name);
	});

	it('narrows with every further word, in any order and part', () => {
		expect(names('tampere puu')).toEqual(['Sample Puuala']);
		expect(names('puu wien')).toEqual([]);
	});

	it('says where it found the words, in the text as it is displayed', () => {
		expect(marked('tamp puu')).toEqual([
			['name', 'Puu'],
			['city', 'Tamp']
		]);
		expect(marked('strass')).toEqual([['name', 'Straß']]);
		expect(marked('stras')).toEqual([['name', 'Straß']]);
		expect(marked('h2')).toEqual([['network', 'H₂']]);
		expect(marked('ηρακλει')).toEqual([['name', 'Ηρακλεί']]);
	});

	it('finds a single letter only at the beginning of a word', () => {
		expect(names('w')).toEqual(['Sample Straßenbahn-Werkstätten']);
	});

	it('gives the first by name for an empty query, and at most as many as asked for', () => {
		expect(names(' ', 2)).toEqual(['Sample Altstamp', 'Sample Łódzki Instytut']);
		expect(names('sample', 3)).toHaveLength(3);
	});

	it('finds a centre by every word of its name, and marks its letters and no other: half an Æ cannot be marked', () => {
		const word = fc.string({ unit: fc.constantFrom(...'aäåeéßøzŁłđÆ₂ΗήςйїЖ'), minLength: 1, maxLength: 8 });
		const property = fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(), (words, which) => {
			const chosen = words[which % words.length] ?? '';
			const index = buildCentreIndex([centre(words.join(' '))]);
			const [first] = index.search(foldText(chosen), 1);
			const [part] = first?.found ?? [];
			const [from, to] = part?.ranges[0] ?? [];
			const letters = Array.from(part?.text.slice(from, to) ?? '');
			expect(foldText(letters.join(''))).toMatch(new RegExp(`^${foldText(chosen)}`));
			expect(foldText(letters.slice(0, -1).join('')).length).toBeLessThan(foldText(chosen).length);
		});
		fc.assert(property, { numRuns: 300 });
	});
});
