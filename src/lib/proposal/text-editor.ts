import { Editor, mergeAttributes, type Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Placeholder } from '@tiptap/extensions/placeholder';
import { headingLevels, mostCharacters } from '#lib/domain/rich-text.ts';
import { addArrayMethods } from './array-methods.ts';
import { characterLimit } from './character-limit.ts';
import type { SharedText, Writer } from './document-state.ts';

export type TextEditorOptions = {
	readonly element: HTMLElement;
	readonly shared: SharedText;
	readonly editable: boolean;
	readonly placeholder: string;
	/** Attributes of the element that is written in: its name, its language. */
	readonly attributes: Readonly<Record<string, string>>;
	/** The text is full: something was not typed, or not pasted. */
	readonly full: (wasPaste: boolean) => void;
	/** Text or selection have changed. */
	readonly changed: (editor: Editor) => void;
};

/** The editor of a shared text, with the nodes and marks of `rich-text.ts` and no others. Destroy it on leaving. */
export function openTextEditor(options: TextEditorOptions): Editor {
	addArrayMethods(Array.prototype);
	const { element, editable, attributes, changed } = options;
	return new Editor({
		element,
		editable,
		extensions: [...nodesAndMarks(), ...togetherWith(options.shared), ...manners(options)],
		// A stylesheet from a script is refused by the pages' policy; ours comes with the component.
		injectCSS: false,
		editorProps: {
			attributes: {
				...attributes,
				role: 'textbox',
				'aria-multiline': 'true',
				// A translation by the browser would be written into everybody's text.
				translate: 'no',
				class: 'notranslate'
			}
		},
		onTransaction: ({ editor }) => changed(editor)
	});
}

function nodesAndMarks(): Extensions {
	return [
		Document,
		Paragraph,
		Text,
		TextHeading.configure({ levels: [...headingLevels] }),
		Bold,
		Italic,
		BulletList,
		OrderedList,
		TextListItem,
		ListKeymap,
		HardBreak
	];
}

function togetherWith({ doc, awareness }: SharedText): Extensions {
	return [
		Collaboration.configure({ document: doc, field: 'default' }),
		CollaborationCaret.configure({
			provider: { awareness },
			// Name and colour are the server's; what is said here is not looked at.
			user: {},
			render: (user) => caretFlag(user as Partial<Writer>),
			selectionRender: (user) => ({ nodeName: 'span', class: `selected-by ${personClass(user as Partial<Writer>)}` })
		})
	];
}

function manners({ placeholder, full }: TextEditorOptions): Extensions {
	return [Placeholder.configure({ placeholder, showOnlyCurrent: false }), characterLimit(mostCharacters, full)];
}

/** A heading of the text stands below the page's own: level 2 is an h3. Pasted headings fall into the same two levels. */
const TextHeading = Heading.extend({
	parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: level <= 3 ? 2 : 3 } })),
	renderHTML({ node, HTMLAttributes }) {
		const level = node.attrs['level'] === 2 ? 3 : 4;
		return [`h${level}`, mergeAttributes(this.options.HTMLAttributes, HTMLAttributes), 0];
	}
});

/** Lists within lists by Ctrl+] and Ctrl+[: the Tab key is for whoever walks through the page with it. */
const TextListItem = ListItem.extend({
	addKeyboardShortcuts() {
		return {
			Enter: () => this.editor.commands.splitListItem(this.name),
			'Mod-]': () => this.editor.commands.sinkListItem(this.name),
			'Mod-[': () => this.editor.commands.liftListItem(this.name)
		};
	}
});

/** Somebody else's caret with their name. Seen, not heard: a voice that names each caret would drown the text. */
function caretFlag(user: Partial<Writer>): HTMLElement {
	const caret = document.createElement('span');
	caret.className = `caret ${personClass(user)}`;
	caret.setAttribute('aria-hidden', 'true');
	caret.contentEditable = 'false';
	const flag = document.createElement('span');
	flag.className = 'caret-name';
	flag.textContent = user.name ?? '';
	caret.append(flag);
	return caret;
}

function personClass({ person }: Partial<Writer>): string {
	return `person-${person === 2 || person === 3 || person === 4 ? person : 1}`;
}
