import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWords, foldText } from '#lib/vocabulary/fold.ts';

describe('folding a text for searches', () => {
	it.each([
		['Ébénisterie', 'ebenisterie'],
		['Straße', 'strasse'],
		['STRASSE', 'strasse'],
		['Łódź', 'lodz'],
		['Ærøskøbing', 'aeroskobing'],
		['Œuvre', 'oeuvre'],
		['Đakovo', 'dakovo'],
		['Ħamrun', 'hamrun'],
		['İstanbul', 'istanbul'],
		['Iğdır', 'igdir'],
		['Šiauliai', 'siauliai'],
		['Cluj‑Napoca', 'cluj‐napoca'],
		['L’eau', "l'eau"],
		['Þórshöfn', 'thorshofn'],
		['Αθήνα', 'αθηνα'],
		['ΑΘΉΝΑΣ', 'αθηνασ'],
		['Αθήνας', 'αθηνασ'],
		['Київ', 'київ'],
		['БАНКЯ', 'банкя'],
		['Йога', 'йога'],
		['', '']
	])('makes %o into %o', (text, folded) => {
		expect(foldText(text)).toBe(folded);
	});

	it('is the same for a text in either form of Unicode', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
			})
		);
	});

	it('changes nothing when done twice', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(foldText(foldText(text))).toBe(foldText(text));
			})
		);
	});

	it('parts words at apostrophes, hyphens and signs, and keeps numbers', () => {
		expect(foldedWords('Station d’épuration (EXAM 4.0), aide-soignant')).toEqual([
			'station',
			'd',
			'epuration',
			'exam',
			'4',
			'0',
			'aide',
			'soignant'
		]);
		expect(foldedWords('…')).toEqual([]);
	});
});
