import type { Editor } from '@tiptap/core';
import { m } from '#lib/messages/messages.ts';
import type { IconName } from '#lib/ui/icon-shapes.ts';

/** One button above the text. */
export type EditorTool = {
	readonly name: string;
	readonly label: () => string;
	/** Drawn in it: an icon, or a sign of one or two characters. */
	readonly icon?: IconName;
	readonly sign?: string;
	readonly run: (editor: Editor) => void;
	/** Whether it is in force where the caret stands; null for a tool that does something once. */
	readonly isOn: ((editor: Editor) => boolean) | null;
};

export const editorTools: readonly EditorTool[] = [
	{
		name: 'heading',
		label: () => m.proposal_text_heading(),
		sign: 'H',
		run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
		isOn: (editor) => editor.isActive('heading', { level: 2 })
	},
	{
		name: 'small-heading',
		label: () => m.proposal_text_small_heading(),
		sign: 'h',
		run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
		isOn: (editor) => editor.isActive('heading', { level: 3 })
	},
	{
		name: 'bold',
		label: () => m.proposal_text_bold(),
		icon: 'bold',
		run: (editor) => editor.chain().focus().toggleBold().run(),
		isOn: (editor) => editor.isActive('bold')
	},
	{
		name: 'italic',
		label: () => m.proposal_text_italic(),
		icon: 'italic',
		run: (editor) => editor.chain().focus().toggleItalic().run(),
		isOn: (editor) => editor.isActive('italic')
	},
	{
		name: 'bullets',
		label: () => m.proposal_text_bullets(),
		icon: 'bullets',
		run: (editor) => editor.chain().focus().toggleBulletList().run(),
		isOn: (editor) => editor.isActive('bulletList')
	},
	{
		name: 'numbers',
		label: () => m.proposal_text_numbers(),
		sign: '1.',
		run: (editor) => editor.chain().focus().toggleOrderedList().run(),
		isOn: (editor) => editor.isActive('orderedList')
	},
	{
		name: 'undo',
		label: () => m.proposal_text_undo(),
		icon: 'undo',
		run: (editor) => editor.chain().focus().undo().run(),
		isOn: null
	},
	{
		name: 'redo',
		label: () => m.proposal_text_redo(),
		icon: 'undo',
		run: (editor) => editor.chain().focus().redo().run(),
		isOn: null
	}
];
