import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { firstContent } from '../../../server/proposals/first-content.ts';
import { textOf } from './house.ts';

function read(language: string): string {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, firstContent(language));
	return textOf(doc);
}

describe('the first content of a text', () => {
	it('asks for the need and the idea in its language', () => {
		expect(read('fr')).toBe('Le besoin\n\n\nL’idée');
		expect(read('bg')).toBe('Потребността\n\n\nИдеята');
	});

	it('is there in every official language of the Union', () => {
		const languages = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(' ');
		expect(languages).toHaveLength(24);
		expect(languages.filter((language) => language !== 'en' && read(language) === read('en'))).toEqual([]);
	});

	it('is English for a language without a row', () => {
		expect(read('eo')).toBe(read('en'));
		expect(read('constructor')).toBe(read('en'));
	});

	it('is the same bytes each time', () => {
		expect(firstContent('fi')).toEqual(firstContent('fi'));
	});
});
