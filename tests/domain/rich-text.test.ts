import { describe, expect, it } from 'vitest';
import { isUnwritten, plainTextOf, readRichText } from '#lib/domain/rich-text.ts';

const text = (words: string, ...marks: string[]) => ({
	type: 'text',
	text: words,
	...(marks.length > 0 && { marks: marks.map((type) => ({ type })) })
});
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const heading = (level: unknown, words: string) => ({ type: 'heading', attrs: { level }, content: [text(words)] });
const item = (...content: unknown[]) => ({ type: 'listItem', content });
const doc = (...content: unknown[]) => ({ type: 'doc', content });

describe('reading a text of whatever origin', () => {
	it('keeps what the editor knows', () => {
		const written = doc(
			heading(2, 'The need'),
			paragraph(text('Six ', 'bold'), text('evenings'), { type: 'hardBreak' }, text('in Lyon', 'bold', 'italic')),
			{ type: 'bulletList', content: [item(paragraph(text('one')))] },
			{ type: 'orderedList', attrs: { start: 3 }, content: [item(paragraph(text('three')))] }
		);
		expect(readRichText(written)).toEqual(written);
	});

	it('leaves out nodes, marks and attributes that it does not know', () => {
		const written = doc(
			{ type: 'script', content: [text('alert()')] },
			{ type: 'paragraph', attrs: { onclick: 'x' }, content: [text('safe', 'link', 'bold'), { type: 'image' }] },
			{ type: 'heading', attrs: { level: 7, style: 'x' }, content: [text('Small')] },
			{ type: 'orderedList', attrs: { start: 'x', type: 'a' }, content: [item(paragraph(text('one'))), text('loose')] },
			{ type: 'bulletList', content: [paragraph(text('no item'))] }
		);
		expect(readRichText(written)).toEqual(
			doc(paragraph(text('safe', 'bold')), heading(3, 'Small'), {
				type: 'orderedList',
				attrs: { start: 1 },
				content: [item(paragraph(text('one')))]
			})
		);
	});

	it.each([null, undefined, 7, 'text', [], {}, { type: 'doc', content: 'x' }])('reads %j as an empty text', (value) => {
		expect(readRichText(value)).toEqual({ type: 'doc', content: [] });
	});

	it('gives the same JSON for the same text, however it is cut into pieces', () => {
		const pieces = doc(
			paragraph(text('Six', 'italic', 'bold'), text(' even', 'bold', 'italic'), text(''), text('ings'))
		);
		const whole = doc(paragraph(text('Six even', 'bold', 'italic'), text('ings')));
		expect(readRichText(pieces)).toEqual(readRichText(whole));
	});

	it('takes out characters that are not seen and turn what follows around', () => {
		expect(plainTextOf(doc(paragraph(text('agr\u202eeed\u0000'))))).toBe('agreed');
	});

	it('reads lists within lists only so deep', () => {
		let list: unknown = paragraph(text('deepest'));
		for (let level = 0; level < 500; level += 1) list = { type: 'bulletList', content: [item(list)] };
		expect(JSON.stringify(readRichText(doc(list))).length).toBeLessThan(1_000);
	});
});

describe('plain text', () => {
	it('has a line for each block, space before a heading, and signs before items', () => {
		const written = doc(
			heading(2, 'The need'),
			paragraph(text('Small garages'), { type: 'hardBreak' }, text('see buses.')),
			heading(3, 'The idea'),
			paragraph(),
			{
				type: 'orderedList',
				attrs: { start: 2 },
				content: [
					item(paragraph(text('Lyon')), { type: 'bulletList', content: [item(paragraph(text('bus')))] }),
					item(paragraph(text('Tampere')))
				]
			}
		);
		expect(plainTextOf(written)).toBe(
			'The need\nSmall garages\nsee buses.\n\nThe idea\n\n2. Lyon\n  - bus\n3. Tampere'
		);
	});

	it('of nothing is nothing', () => expect(plainTextOf(null)).toBe(''));
});

describe('a text in which nobody has written', () => {
	it('has headings and empty lines only', () => {
		expect(isUnwritten(doc(heading(2, 'The need'), paragraph(), paragraph(text('  '))))).toBe(true);
		expect(isUnwritten(doc(heading(2, 'The need'), paragraph(text('buses'))))).toBe(false);
		expect(isUnwritten(doc({ type: 'bulletList', content: [item(paragraph())] }))).toBe(false);
	});
});
