import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/** Characters of a text as the editor counts them: UTF-16 units, a line break as one. */
export function charactersOf(doc: Node): number {
	return doc.textBetween(0, doc.content.size, '\n', '\n').length;
}

/**
 * Refuses what would make the text longer than it may be. The stock extension does so for everybody's changes; but what
 * others wrote is in the shared document already, and an editor that refuses to show it would delete it with its next
 * change.
 *
 * @param refused told with each refusal, and whether it was a paste
 */
export function characterLimit(most: number, refused: (wasPaste: boolean) => void): Extension {
	return Extension.create({
		name: 'characterLimit',
		addProseMirrorPlugins: () => [
			new Plugin({
				key: new PluginKey('characterLimit'),
				filterTransaction: (transaction, state) => {
					if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey)) return true;
					const after = charactersOf(transaction.doc);
					if (after <= most || after <= charactersOf(state.doc)) return true;
					refused(transaction.getMeta('paste') === true);
					return false;
				}
			})
		]
	});
}
