import { describe, expect, it } from 'vitest';
import { labels as en } from '#lib/vocabulary/labels/en.ts';
import { labels as fr } from '#lib/vocabulary/labels/fr.ts';
import { searchSectors } from '#lib/vocabulary/search.ts';
import { words as enWords } from '#lib/vocabulary/words/en.ts';
import { words as frWords } from '#lib/vocabulary/words/fr.ts';

const english = (query: string) => searchSectors(query, en, enWords);
const french = (query: string) => searchSectors(query, fr, frWords);
const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code);

describe('a sector is found by an everyday word', () => {
	it.each([
		['jewellery', 'isced:0214'],
		['goldsmith', 'isced:0214'],
		['rare crafts', 'isced:0214'],
		['furniture', 'isced:0722'],
		['carpentry', 'isced:0722'],
		['joinery', 'isced:0722'],
		['car', 'isced:0716'],
		['garage', 'isced:0716'],
		['electric cars', 'isced:0716'],
		['hydrogen bus', 'isced:0716'],
		['ships', 'isced:0716'],
		['aircraft maintenance', 'isced:0716'],
		['hydrogen', 'isced:0713'],
		['fuel cells', 'isced:0713'],
		['offshore wind', 'isced:0713'],
		['solar panels', 'isced:0713'],
		['heat pump', 'isced:0713'],
		['sustainable energy', 'isced:0713'],
		['waste water', 'isced:0712'],
		['nurse', 'isced:0913'],
		['elderly care', 'isced:0921'],
		['fashion', 'isced:0212'],
		['sewing', 'isced:0723'],
		['tour guide', 'isced:1015'],
		['farmer', 'isced:0811'],
		['smart farming', 'isced:0811'],
		['cheese', 'isced:0721'],
		['bakery', 'isced:0721'],
		['welding', 'isced:0715'],
		['additive manufacturing', 'isced:0715'],
		['3D printing', 'isced:0715'],
		['inclusion', 'isced:0923'],
		['refugees', 'isced:0923'],
		['urban greening', 'isced:0812'],
		['green roof', 'isced:0812'],
		['chips', 'isced:0714'],
		['microelectronics', 'isced:0714'],
		['robots', 'isced:0714'],
		['workplace innovation', 'isced:0417'],
		['bricklayer', 'isced:0732'],
		['timber building', 'isced:0732'],
		['cook', 'isced:1013'],
		['hairdresser', 'isced:1012'],
		['truck driver', 'isced:1041'],
		['AI', 'isced:0613'],
		['cybersecurity', 'isced:0612'],
		['firefighter', 'isced:1032'],
		['climate change', 'isced:0521']
	])('in English: %s', (query, code) => {
		expect(english(query)[0]?.code).toBe(code);
	});

	it.each([
		['bijouterie', 'isced:0214'],
		['métiers d’art', 'isced:0214'],
		['ébénisterie', 'isced:0722'],
		['menuisier', 'isced:0722'],
		['voiture', 'isced:0716'],
		['bus à hydrogène', 'isced:0716'],
		['garagiste', 'isced:0716'],
		['aéronautique', 'isced:0716'],
		['hydrogène', 'isced:0713'],
		['pile à combustible', 'isced:0713'],
		['éolien en mer', 'isced:0713'],
		['panneaux solaires', 'isced:0713'],
		['électricien', 'isced:0713'],
		['traitement de l’eau', 'isced:0712'],
		['station d’épuration', 'isced:0712'],
		['aide-soignante', 'isced:0913'],
		['infirmier', 'isced:0913'],
		['personnes âgées', 'isced:0921'],
		['couture', 'isced:0723'],
		['maroquinerie', 'isced:0723'],
		['guide touristique', 'isced:1015'],
		['vigneron', 'isced:0811'],
		['élevage', 'isced:0811'],
		['boulanger', 'isced:0721'],
		['fromage', 'isced:0721'],
		['soudage', 'isced:0715'],
		['fabrication additive', 'isced:0715'],
		['impression 3D', 'isced:0715'],
		['inclusion', 'isced:0923'],
		['végétalisation urbaine', 'isced:0812'],
		['toit végétalisé', 'isced:0812'],
		['jardinier', 'isced:0812'],
		['microélectronique', 'isced:0714'],
		['robotique', 'isced:0714'],
		['innovation au travail', 'isced:0417'],
		['maçon', 'isced:0732'],
		['plombier', 'isced:0732'],
		['cuisinier', 'isced:1013'],
		['coiffeuse', 'isced:1012'],
		['chauffeur routier', 'isced:1041'],
		['intelligence artificielle', 'isced:0613'],
		['pompiers', 'isced:1032'],
		['crèche', 'isced:0922']
	])('in French: %s', (query, code) => {
		expect(french(query)[0]?.code).toBe(code);
	});
});

describe('the search', () => {
	it('tells which word met, and null where the label itself did', () => {
		expect(english('car')[0]).toEqual({ code: 'isced:0716', matched: 'car' });
		expect(english('motor vehicles')[0]).toEqual({ code: 'isced:0716', matched: null });
		expect(french('ebeniste')[0]).toEqual({ code: 'isced:0722', matched: 'ébéniste' });
	});

	it('ignores case, accents, plurals and little words', () => {
		expect(codes(french('ÉOLIENNES'))).toEqual(codes(french('eolienne')));
		expect(codes(french('de l’eau'))).toEqual(codes(french('eau')));
		expect(codes(english('the Bees'))[0]).toBe('isced:0811');
	});

	it('finds a word from its beginning while it is typed, and from its middle', () => {
		for (const typed of ['micro', 'microel', 'microelectronic']) {
			expect(codes(english(typed)), typed).toContain('isced:0714');
		}
		expect(codes(english('electronics'))).toEqual(expect.arrayContaining(['isced:0714', 'eco:electronics']));
		expect(french('soignant')[0]?.code).toBe('isced:0913');
	});

	it.each([
		['a swapped pair', 'weldign'],
		['a missing letter', 'weldng'],
		['a letter too many', 'weelding'],
		['a wrong letter', 'wekding']
	])('forgives %s in a word of five letters or more', (_, typed) => {
		expect(english(typed)[0]).toEqual({ code: 'isced:0715', matched: 'welding' });
	});

	it('forgives nothing in short words, nor two mistakes, nor anything where the word as typed is known', () => {
		expect(english('cxr')).toEqual([]);
		expect(english('wxldxng')).toEqual([]);
		expect(codes(english('water'))).not.toContain('isced:1013');
	});

	it('puts a label before everyday words, and whole words before beginnings', () => {
		const tourism = english('tourism');
		expect(tourism.slice(0, 2).map(({ matched }) => matched)).toEqual([null, null]);
		expect(tourism.findIndex(({ code }) => code === 'isced:0811')).toBeGreaterThan(1);
		const car = codes(english('car'));
		expect(car.indexOf('isced:0716')).toBeLessThan(car.indexOf('isced:0921'));
	});

	it('puts detailed fields before ecosystems, and those before wider fields', () => {
		const farming = codes(english('agriculture'));
		expect(farming.indexOf('isced:0811')).toBeLessThan(farming.indexOf('eco:agri-food'));
		expect(farming.indexOf('eco:agri-food')).toBeLessThan(farming.indexOf('isced:081'));
	});

	it('finds a field that has one subfield only by that subfield', () => {
		const forestry = codes(english('forestry'));
		expect(forestry).toContain('isced:0821');
		expect(forestry).not.toContain('isced:082');
	});

	it('finds what a sentence is about although no sector has all of its words', () => {
		expect(english('training in welding')[0]?.code).toBe('isced:0715');
		expect(english('sustainable energy in small schools')[0]?.code).toBe('isced:0713');
		expect(french('une formation pour apprentis boulangers')[0]?.code).toBe('isced:0721');
	});

	it.each(['', '   ', '…', '?!', 'zzzzz', '@ # %'])('finds nothing for %o', (query) => {
		expect(english(query)).toEqual([]);
	});

	it('finds every sector by its own label', () => {
		for (const [texts, search] of [
			[en, english],
			[fr, french]
		] as const)
			for (const label of Object.values(texts)) expect(texts[search(label)[0]?.code ?? ''], label).toBe(label);
	});
});
