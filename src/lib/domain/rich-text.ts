/**
 * The text of a proposal as the editor's JSON, with the nodes and marks that the editor has and no others. Whatever
 * reads a text (snapshot, page, export, the server's gate) knows it from here.
 */
export type RichDocument = { readonly type: 'doc'; readonly content: readonly RichBlock[] };

export type RichBlock =
	| { readonly type: 'paragraph'; readonly content?: readonly RichInline[] }
	| {
			readonly type: 'heading';
			readonly attrs: { readonly level: HeadingLevel };
			readonly content?: readonly RichInline[];
	  }
	| { readonly type: 'bulletList'; readonly content: readonly RichItem[] }
	| {
			readonly type: 'orderedList';
			readonly attrs: { readonly start: number };
			readonly content: readonly RichItem[];
	  };

export type RichItem = { readonly type: 'listItem'; readonly content: readonly RichBlock[] };

export type RichInline =
	| { readonly type: 'text'; readonly text: string; readonly marks?: readonly { readonly type: RichMark }[] }
	| { readonly type: 'hardBreak' };

/** 2 is the text's own first level: the page's heading stands above it. */
export type HeadingLevel = 2 | 3;
export const headingLevels = [2, 3] as const;

export const richMarks = ['bold', 'italic'] as const;
export type RichMark = (typeof richMarks)[number];

export const richNodes = [
	'paragraph',
	'heading',
	'bulletList',
	'orderedList',
	'listItem',
	'hardBreak'
] as const satisfies readonly (RichBlock | RichItem | RichInline)['type'][];

/** Names of all attributes that a node may have. `type` is the editor's own (numbers or letters) and is not kept. */
export const richAttributes = ['level', 'start', 'type'] as const;

/** Lists within lists deeper than this are not read. */
export const deepestList = 12;

/** The editor stops here, in UTF-16 units as it counts them; the server's own limit lies far above. */
export const mostCharacters = 20_000;

// Control characters, and the marks that turn the reading direction of what follows around.
const unwanted = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Reads JSON of whatever origin as a text. What the editor does not know is left out; the same text gives the same
 * JSON, whichever client wrote it (neighbours with the same marks are one, marks stand in one order).
 */
export function readRichText(value: unknown): RichDocument {
	return { type: 'doc', content: blocksFrom(membersOf(value).content, 0) };
}

function blocksFrom(nodes: unknown, depth: number): RichBlock[] {
	return listOf(nodes).flatMap((node) => blockFrom(node, depth) ?? []);
}

function blockFrom(node: unknown, depth: number): RichBlock | null {
	const { type, attrs, content } = membersOf(node);
	switch (type) {
		case 'paragraph':
			return { type, ...withInlines(content) };
		case 'heading':
			return { type, attrs: { level: membersOf(attrs).level === 2 ? 2 : 3 }, ...withInlines(content) };
		case 'bulletList': {
			const items = itemsFrom(content, depth + 1);
			return items.length > 0 ? { type, content: items } : null;
		}
		case 'orderedList': {
			const items = itemsFrom(content, depth + 1);
			return items.length > 0 ? { type, attrs: { start: startFrom(membersOf(attrs).start) }, content: items } : null;
		}
		default:
			return null;
	}
}

function startFrom(value: unknown): number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 100_000 ? value : 1;
}

function itemsFrom(nodes: unknown, depth: number): RichItem[] {
	if (depth > deepestList) return [];
	return listOf(nodes).flatMap((node) => {
		const { type, content } = membersOf(node);
		return type === 'listItem' ? [{ type, content: blocksFrom(content, depth) }] : [];
	});
}

function withInlines(nodes: unknown): { readonly content?: readonly RichInline[] } {
	const inlines: RichInline[] = [];
	for (const node of listOf(nodes)) {
		const inline = inlineFrom(node);
		if (!inline) continue;
		const last = inlines[inlines.length - 1];
		if (inline.type === 'text' && last?.type === 'text' && sameMarks(inline, last)) {
			inlines[inlines.length - 1] = { ...last, text: last.text + inline.text };
		} else {
			inlines.push(inline);
		}
	}
	return inlines.length > 0 ? { content: inlines } : {};
}

function inlineFrom(node: unknown): RichInline | null {
	const { type, text, marks } = membersOf(node);
	if (type === 'hardBreak') return { type };
	if (type !== 'text' || typeof text !== 'string') return null;
	const clean = text.replace(unwanted, '');
	if (clean === '') return null;
	const named = new Set(listOf(marks).map((mark) => membersOf(mark).type));
	const known = richMarks.filter((mark) => named.has(mark)).map((mark) => ({ type: mark }));
	return known.length > 0 ? { type, text: clean, marks: known } : { type, text: clean };
}

function sameMarks(a: RichInline & { type: 'text' }, b: RichInline & { type: 'text' }): boolean {
	const names = ({ marks = [] }: typeof a) => marks.map(({ type }) => type).join();
	return names(a) === names(b);
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
	return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

/**
 * The text without any formatting, for exports, comparing and copying: a line for each block, an empty line before a
 * heading, `- ` or the number before an item, two spaces for each list around it.
 */
export function plainTextOf(value: unknown): string {
	const lines: string[] = [];
	for (const block of readRichText(value).content) {
		if (block.type === 'heading' && lines.length > 0) lines.push('');
		lines.push(...linesOf(block));
	}
	return lines.join('\n').trim();
}

function linesOf(block: RichBlock): string[] {
	if (block.type === 'paragraph' || block.type === 'heading') return inlineText(block.content).split('\n');
	const first = block.type === 'orderedList' ? block.attrs.start : null;
	return block.content.flatMap((item, n) => {
		const sign = first === null ? '- ' : `${first + n}. `;
		const lines = item.content.flatMap(linesOf);
		return lines.map((line, nth) => (nth === 0 ? sign + line : `  ${line}`));
	});
}

function inlineText(content: readonly RichInline[] = []): string {
	return content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
}

/** Whether nothing but headings and empty lines stands in the text. */
export function isUnwritten(value: unknown): boolean {
	return readRichText(value).content.every(
		(block) => block.type === 'heading' || (block.type === 'paragraph' && inlineText(block.content).trim() === '')
	);
}
