import { deepestList, readRichText, type RichDocument } from './rich-text.ts';

/** What this needs of a Y.XmlFragment, a Y.XmlElement and a Y.XmlText; passed in, since nothing here knows Yjs. */
export type SharedFragment = { toArray(): readonly unknown[] };
type SharedElement = SharedFragment & { readonly nodeName: string; getAttributes(): Record<string, unknown> };
type SharedString = { toDelta(): readonly { insert?: unknown; attributes?: Record<string, unknown> }[] };

/** Reads a shared document as the editor's JSON; what the editor does not know is left out. */
export function richTextOf(fragment: SharedFragment): RichDocument {
	return readRichText({ type: 'doc', content: childrenOf(fragment, 0) });
}

function childrenOf(parent: SharedFragment, depth: number): unknown[] {
	// A list item is two levels below the next list.
	if (depth > deepestList * 2 + 2) return [];
	return parent.toArray().flatMap((child) => {
		if (isElement(child)) {
			return [{ type: child.nodeName, attrs: child.getAttributes(), content: childrenOf(child, depth + 1) }];
		}
		return isString(child) ? child.toDelta().map(textNode) : [];
	});
}

function textNode({ insert, attributes }: ReturnType<SharedString['toDelta']>[number]): unknown {
	const marks = Object.entries(attributes ?? {}).flatMap(([type, on]) => (on === null ? [] : [{ type }]));
	return { type: 'text', text: insert, marks };
}

function isElement(value: unknown): value is SharedElement {
	return typeof value === 'object' && value !== null && 'nodeName' in value && 'getAttributes' in value;
}

function isString(value: unknown): value is SharedString {
	return typeof value === 'object' && value !== null && 'toDelta' in value;
}
