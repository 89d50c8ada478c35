import { expect, onTestFinished, vi } from 'vitest';
import * as Y from 'yjs';
import { plainTextOf } from '#lib/domain/rich-text.ts';
import type { DocumentState } from '#lib/proposal/document-state.ts';
import { ProposalDocument } from '#lib/proposal/proposal-document.ts';
import { proposalId, type PocketServer } from './pocket-server.ts';

let person = 0;
/** Each test is somebody else, with a storage of their own. */
export const somebody = () => `person${(person += 1)}${Math.random().toString(36).slice(2)}`;

/** A page with the text open; `wake` is somebody coming back to it. */
export function visit(server: PocketServer, personId: string) {
	let wake = () => undefined as void;
	const document = ProposalDocument.open({
		proposalId,
		personId,
		as: 'delegate',
		address: 'ws://pocket/proposals',
		WebSocket: server.socketOf(personId),
		random: () => 0,
		onWake: (callback) => {
			wake = callback;
			return () => undefined;
		}
	});
	const states: DocumentState[] = [];
	document.subscribe((state) => states.push(state));
	onTestFinished(() => document.close());
	return {
		document,
		states,
		wake: () => wake(),
		state: () => document.state,
		save: () => document.state.save,
		text: () => plainTextOf(document.text()),
		write: (words: string) => {
			const paragraph = new Y.XmlElement('paragraph');
			paragraph.insert(0, [new Y.XmlText(words)]);
			document.state.shared?.doc.getXmlFragment('default').push([paragraph]);
		},
		saved: () => vi.waitFor(() => expect(document.state.save.is).toBe('saved'), { timeout: 5_000 })
	};
}
