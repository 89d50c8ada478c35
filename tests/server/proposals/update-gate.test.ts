import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { firstContent } from '../../../server/proposals/first-content.ts';
import { defaultLimits } from '../../../server/proposals/limits.ts';
import { ProposalText } from '../../../server/proposals/proposal-text.ts';
import { textOf } from './house.ts';
import {
	changesOf,
	copyOf,
	mallory,
	newText,
	päivi,
	paragraph,
	refusalOf,
	sentBy,
	sentByStranger,
	wholeOf
} from './text-by-hand.ts';

describe('an update that the editor can make', () => {
	it('is taken, and gives what it changed', () => {
		const text = newText();
		const taken = text.take(
			sentBy(copyOf(text, 11), (fragment) => fragment.push([paragraph('Six evenings')])),
			päivi
		);
		if (taken.is !== 'taken') throw new Error(taken.why);
		const other = new Y.Doc();
		for (const change of [firstContent('en'), ...taken.theirs, ...taken.ours]) Y.applyUpdate(other, change);
		expect(textOf(other)).toContain('Six evenings');
	});

	it('may use every node and mark of the editor', () => {
		const text = newText();
		const update = sentBy(copyOf(text, 11), (fragment) => {
			const list = new Y.XmlElement<{ start: number; type: string }>('orderedList');
			const item = new Y.XmlElement('listItem');
			const words = new Y.XmlText('bold');
			words.format(0, 2, { bold: {} });
			words.format(1, 2, { italic: {} });
			const line = paragraph('');
			line.insert(1, [new Y.XmlElement('hardBreak'), words]);
			item.insert(0, [line, new Y.XmlElement('bulletList')]);
			list.insert(0, [item]);
			list.setAttribute('start', 3);
			list.setAttribute('type', 'a');
			fragment.push([list as Y.XmlElement]);
		});
		expect(text.take(update, päivi).is).toBe('taken');
		expect(JSON.stringify(text.read())).toContain('"marks":[{"type":"bold"},{"type":"italic"}]');
	});

	it('changes nothing when it is known already', () => {
		const text = newText();
		const update = sentBy(copyOf(text, 11), (fragment) => fragment.push([paragraph('once')]));
		text.take(update, päivi);
		expect(text.take(update, päivi)).toEqual({ is: 'taken', theirs: [], ours: [] });
		expect(text.take(update, mallory)).toEqual({ is: 'taken', theirs: [], ours: [] });
	});
});

describe('a malformed update', () => {
	it.each([
		['empty', []],
		['of random bytes', [7, 200, 13, 255, 255, 255, 3, 9]],
		['that promises more than it holds', [1, 255, 255, 255, 255, 15, 1, 0]],
		['with a run of nothing', [1, 1, 11, 0, 4, 1, 7, 100, 101, 102, 97, 117, 108, 116, 0, 0]]
	])('%s is refused', (_name, bytes) => {
		expect(refusalOf(newText(), Uint8Array.from(bytes))).toBe('malformed');
	});

	const change = (make: (fragment: Y.XmlFragment, doc: Y.Doc) => void) => {
		const text = newText();
		return refusalOf(text, sentBy(copyOf(text, 11), make));
	};
	it.each<[string, (fragment: Y.XmlFragment, doc: Y.Doc) => void]>([
		['with a node that the editor does not know', (fragment) => fragment.push([new Y.XmlElement('script')])],
		['with another root', (_fragment, doc) => doc.getText('other').insert(0, 'hidden')],
		['with bytes', (fragment) => (fragment.get(1) as Y.XmlElement).setAttribute('level', new Uint8Array(9) as never)],
		['with an unknown attribute', (fragment) => (fragment.get(1) as Y.XmlElement).setAttribute('onclick', 'x')],
		['with a long attribute', (fragment) => (fragment.get(1) as Y.XmlElement).setAttribute('type', 'x'.repeat(50))],
		['with an unknown mark', (fragment) => wordsOf(fragment).format(0, 3, { link: { href: 'javascript:' } })],
		['with a mark that carries data', (fragment) => wordsOf(fragment).format(0, 3, { bold: { style: 'x' } })],
		['with a picture', (fragment) => wordsOf(fragment).insertEmbed(0, { image: 'x' })],
		['with a text outside a paragraph', (fragment) => fragment.push([new Y.XmlText('loose')])]
	])('%s is refused', (_name, make) => expect(change(make)).toBe('malformed'));

	const wordsOf = (fragment: Y.XmlFragment) => (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;

	it.each<[string, (doc: Y.Doc) => void]>([
		['with a document within the document', (doc) => doc.getMap('default').set('level', new Y.Doc())],
		['with a map', (doc) => doc.getMap('default').set('level', new Y.Map())],
		['with an attribute of the whole', (doc) => doc.getMap('default').set('level', 2)],
		['with letters outside a text', (doc) => doc.getText('default').insert(0, 'loose')]
	])('%s is refused', (_name, make) => expect(refusalOf(newText(), sentByStranger(make))).toBe('malformed'));

	it('with lists in lists without end is refused', () => {
		expect(
			change((fragment) => {
				let at: Y.XmlFragment = fragment;
				for (let level = 0; level < 60; level += 1) {
					const element = new Y.XmlElement(level % 2 === 0 ? 'bulletList' : 'listItem');
					at.insert(0, [element]);
					at = element;
				}
			})
		).toBe('malformed');
	});
});

describe('an update that builds on what is missing', () => {
	it('is refused when an earlier one of its client is missing', () => {
		const text = newText();
		const doc = copyOf(text, 11);
		sentBy(doc, (fragment) => fragment.push([paragraph('lost')]));
		expect(
			refusalOf(
				text,
				sentBy(doc, (fragment) => fragment.push([paragraph('next')]))
			)
		).toBe('gap');
	});

	it('is refused when it deletes what is not there', () => {
		const text = newText();
		const doc = copyOf(text, 11);
		sentBy(doc, (fragment) => fragment.push([paragraph('lost')]));
		expect(
			refusalOf(
				text,
				sentBy(doc, (fragment) => fragment.delete(4))
			)
		).toBe('gap');
	});

	it('is refused when it has a hole', () => {
		const text = newText();
		const doc = copyOf(text, 11);
		const first = sentBy(doc, (fragment) => fragment.push([paragraph('one')]));
		sentBy(doc, (fragment) => fragment.push([paragraph('two')]));
		const third = sentBy(doc, (fragment) => fragment.push([paragraph('three')]));
		expect(refusalOf(text, Y.mergeUpdates([first, third]))).toBe('gap');
	});
});

describe('an update under somebody else’s number', () => {
	it('is refused: it would take the place of what the owner wrote offline', () => {
		const text = newText();
		const own = copyOf(text, 11);
		text.take(
			sentBy(own, (fragment) => fragment.push([paragraph('mine')])),
			päivi
		);
		const forged = copyOf(text, 11);
		expect(
			refusalOf(
				text,
				sentBy(forged, (fragment) => fragment.push([paragraph('forged')]))
			)
		).toBe('foreign');
		const offline = sentBy(own, (fragment) => fragment.push([paragraph('offline')]));
		expect(text.take(offline, päivi).is).toBe('taken');
		expect(JSON.stringify(text.read())).toContain('offline');
	});

	it('is refused as soon as the owner has shown a caret', () => {
		const text = newText();
		expect(text.register.show(11, päivi)).toBe(true);
		expect(text.register.show(11, mallory)).toBe(false);
		expect(
			refusalOf(
				text,
				sentBy(copyOf(text, 11), (fragment) => fragment.push([paragraph('forged')]))
			)
		).toBe('foreign');
	});

	it('is refused after the text was closed and read from the disk again', () => {
		const first = newText();
		first.take(
			sentBy(copyOf(first, 11), (fragment) => fragment.push([paragraph('mine')])),
			päivi
		);
		const again = new ProposalText([first.compacted()], defaultLimits);
		expect(
			refusalOf(
				again,
				sentBy(copyOf(again, 11), (fragment) => fragment.push([paragraph('x')]))
			)
		).toBe('foreign');
	});

	it.each([1, 2])('is refused for the server’s own client %i', (client) => {
		const text = newText();
		const update = sentBy(copyOf(text, client), (fragment) => fragment.push([paragraph('as the server')]));
		expect(refusalOf(text, update)).toBe('foreign');
	});

	it('cannot change whose a client is', () => {
		const text = newText();
		text.take(
			sentBy(copyOf(text, 11), (fragment) => fragment.push([paragraph('mine')])),
			päivi
		);
		const named = sentBy(copyOf(text, 12), (_fragment, doc) => doc.getMap('clients').set('11', mallory));
		expect(refusalOf(text, named)).toBe('foreign');
		const deleted = sentBy(copyOf(text, 12), (_fragment, doc) => doc.getMap('clients').delete('11'));
		expect(refusalOf(text, deleted)).toBe('foreign');
		expect(text.register.ownerOf(11)).toBe(päivi);
	});
});

describe('whatever bytes arrive', () => {
	it('they are taken whole or not at all, and never break the text', () => {
		const text = newText();
		const doc = copyOf(text, 11);
		const valid = sentBy(doc, (fragment) => {
			fragment.push([paragraph('Six evenings'), paragraph('in Lyon')]);
			fragment.delete(1);
		});
		const damage = fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), {
			minLength: 1,
			maxLength: 4,
			size: 'max'
		});
		fc.assert(
			fc.property(damage, (changes) => {
				const fresh = newText();
				const bytes = Uint8Array.from(valid);
				for (const [at, byte] of changes) bytes[at] = byte;
				const before = wholeOf(fresh);
				const taken = fresh.take(bytes, mallory);
				if (taken.is === 'refused') expect(wholeOf(fresh)).toEqual(before);
				// What was taken can be stored, read again, and written on.
				const again = new ProposalText([firstContent('en'), ...changesOf(taken)], defaultLimits);
				expect(again.read()).toEqual(fresh.read());
				const honest = copyOf(fresh, 4_000_000_000);
				expect(
					fresh.take(
						sentBy(honest, (fragment) => fragment.push([paragraph('on')])),
						päivi
					).is
				).toBe('taken');
			}),
			{ numRuns: 2_000 }
		);
	});
});
