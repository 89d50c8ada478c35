import { expect } from 'vitest';
import * as Y from 'yjs';
import { firstContent } from '../../../server/proposals/first-content.ts';
import { defaultLimits, type Limits } from '../../../server/proposals/limits.ts';
import { ProposalText, type Taken } from '../../../server/proposals/proposal-text.ts';
import { id } from '../../domain/story.ts';

export const päivi = id('päivi');
export const mallory = id('mallory');

export function newText(limits: Partial<Limits> = {}): ProposalText {
	return new ProposalText([firstContent('en')], { ...defaultLimits, ...limits });
}

/** A phone's copy of the text, with a Yjs client of its own. */
export function copyOf(text: ProposalText, client: number): Y.Doc {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, text.lackOf(Y.encodeStateVector(new Y.Doc())));
	// After the update: Yjs draws another number when it sees its own in what it receives.
	doc.clientID = client;
	return doc;
}

/** What a phone sends that has never seen the text and takes its root for something else. */
export function sentByStranger(change: (doc: Y.Doc) => void): Uint8Array {
	const doc = new Y.Doc();
	doc.clientID = 11;
	change(doc);
	return Y.encodeStateAsUpdate(doc);
}

/** What a change of a copy sends. */
export function sentBy(doc: Y.Doc, change: (fragment: Y.XmlFragment, doc: Y.Doc) => void): Uint8Array {
	const sent: Uint8Array[] = [];
	const keep = (update: Uint8Array) => sent.push(update);
	doc.on('update', keep);
	doc.transact(() => change(doc.getXmlFragment('default'), doc));
	doc.off('update', keep);
	return sent[0] ?? new Uint8Array();
}

export const paragraph = (words: string) => {
	const element = new Y.XmlElement('paragraph');
	element.insert(0, [new Y.XmlText(words)]);
	return element;
};
export const changesOf = (taken: Taken) => (taken.is === 'taken' ? [...taken.theirs, ...taken.ours] : []);
export const wholeOf = (text: ProposalText) => text.lackOf(Y.encodeStateVector(new Y.Doc()));

/** Takes it, and shows that a refused update has left no trace. */
export function refusalOf(text: ProposalText, update: Uint8Array, personId = mallory): string | null {
	const before = wholeOf(text);
	const taken = text.take(update, personId);
	if (taken.is === 'taken') return null;
	expect(wholeOf(text)).toEqual(before);
	// It is as good as new: the next honest update is taken.
	const next = copyOf(text, 4_000_000_000);
	expect(
		text.take(
			sentBy(next, (fragment) => fragment.push([paragraph('after')])),
			päivi
		).is
	).toBe('taken');
	return taken.why;
}
