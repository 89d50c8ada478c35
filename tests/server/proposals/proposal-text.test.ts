import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { firstContent } from '../../../server/proposals/first-content.ts';
import { defaultLimits } from '../../../server/proposals/limits.ts';
import { ProposalText } from '../../../server/proposals/proposal-text.ts';
import { changesOf, copyOf, mallory, newText, päivi, paragraph, refusalOf, sentBy } from './text-by-hand.ts';

describe('a limit', () => {
	it('holds for the pieces of an update', () => {
		const text = newText({ structsPerUpdate: 10 });
		const update = sentBy(copyOf(text, 11), (fragment) => {
			for (let n = 0; n < 9; n += 1) fragment.push([paragraph('x')]);
		});
		expect(refusalOf(text, update)).toBe('too-large');
	});

	it('holds for the clients in an update', () => {
		const text = newText({ clientsPerUpdate: 3 });
		const merged = copyOf(text, 11);
		const before = Y.encodeStateVector(merged);
		for (let client = 20; client < 24; client += 1) {
			Y.applyUpdate(
				merged,
				sentBy(copyOf(text, client), (fragment) => fragment.push([paragraph('x')]))
			);
		}
		expect(refusalOf(text, Y.encodeStateAsUpdate(merged, before))).toBe('too-large');
	});

	it('holds for the document, and lets it become smaller', () => {
		const text = newText({ documentBytes: 2_000 });
		const doc = copyOf(text, 11);
		expect(
			text.take(
				sentBy(doc, (fragment) => fragment.push([paragraph('x'.repeat(1_500))])),
				mallory
			).is
		).toBe('taken');
		const more = sentBy(copyOf(text, 12), (fragment) => fragment.push([paragraph('y'.repeat(900))]));
		expect(text.take(more, mallory)).toEqual({ is: 'refused', why: 'too-large' });
		expect(
			text.take(
				sentBy(doc, (fragment) => fragment.delete(4)),
				mallory
			).is
		).toBe('taken');
		expect(text.take(more, mallory).is).toBe('taken');
	});
});

describe('compaction', () => {
	it('gives the same text, in less room', () => {
		const text = newText();
		const doc = copyOf(text, 11);
		const log = [firstContent('en')];
		for (let n = 0; n < 200; n += 1) {
			const taken = text.take(
				sentBy(doc, (fragment) => (n % 3 === 2 ? fragment.delete(4) : fragment.push([paragraph(`line ${n}`)]))),
				päivi
			);
			log.push(...changesOf(taken));
		}
		const before = text.read();
		const compacted = text.compacted();
		expect(text.read()).toEqual(before);
		const again = new ProposalText([compacted], defaultLimits);
		expect(again.read()).toEqual(before);
		expect(again.stateVector).toEqual(text.stateVector);
		expect(compacted.length).toBeLessThan(log.reduce((sum, { length }) => sum + length, 0));
		// A phone that was away since before the compaction still fits.
		expect(
			again.take(
				sentBy(doc, (fragment) => fragment.push([paragraph('back')])),
				päivi
			).is
		).toBe('taken');
	});

	it('is refused for a document in which an update is missing', () => {
		const text = newText();
		const doc = copyOf(text, 11);
		sentBy(doc, (fragment) => fragment.push([paragraph('lost')]));
		const next = sentBy(doc, (fragment) => fragment.push([paragraph('next')]));
		expect(() => new ProposalText([firstContent('en'), next], defaultLimits)).toThrow('not stored');
	});
});
