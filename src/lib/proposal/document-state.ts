import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { Id } from '#lib/domain/ids.ts';
import type { RichDocument } from '#lib/domain/rich-text.ts';
import type { TextSeat } from '#lib/protocol/close-codes.ts';
import type { SaveState } from './text-copy.ts';

/** What the editor is bound to. Opaque for components. */
export type SharedText = { readonly doc: Y.Doc; readonly awareness: Awareness };

export type Writer = {
	readonly id: Id;
	readonly name: string;
	/** Which of the four colours of persons is theirs: 1 to 4. */
	readonly person: number;
};

/**
 * What was written on this device and is not in the text: a version was open for confirmation when it arrived, or had
 * been since the server was heard last.
 */
export type Aside = {
	readonly text: RichDocument;
	/** Whether it can be put into the text now: it is open for writing, and still the same document. */
	readonly sendable: boolean;
};

export type DocumentState = {
	readonly save: SaveState;
	readonly connected: boolean;
	/** Whether this device stores the text; null while that is not known. */
	readonly keeps: boolean | null;
	/** What the server said last of this seat; null before it said anything. */
	readonly seat: TextSeat | null;
	/** Whether the person may write now, with or without a network. */
	readonly editable: boolean;
	/** null while there is nothing to show. Another one when the document was replaced: bind a new editor to it. */
	readonly shared: SharedText | null;
	readonly aside: Aside | null;
	/** The others who are in the text now, each person once. */
	readonly others: readonly Writer[];
};

/** By the names that the server gave; the own other windows are not others. */
export function othersIn(awareness: Awareness | null, own: Id): readonly Writer[] {
	const others = new Map<Id, Writer>();
	for (const state of awareness?.getStates().values() ?? []) {
		const { id, name, person } = (state as { user?: Partial<Writer> }).user ?? {};
		if (id === undefined || id === own || name === undefined || person === undefined) continue;
		others.set(id, { id, name, person });
	}
	return [...others.values()];
}
