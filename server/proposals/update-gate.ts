import * as Y from 'yjs';
import { richAttributes, richMarks, richNodes } from '#lib/domain/rich-text.ts';
import { registerClient, textRoot } from './house-clients.ts';
import type { Limits } from './limits.ts';

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];
type Deletions = ReturnType<typeof Y.decodeUpdate>['ds'];

/** The structs of one Yjs client in an update, in the order of their clocks. */
type Run = { readonly client: number; readonly structs: readonly Struct[]; readonly end: number };

export type Fault =
	/** Not an update, or not one that the editor can make. */
	| 'malformed'
	| 'too-large'
	/** It writes under the number of another person's client, or of the server. */
	| 'foreign'
	/** It builds on something that the document does not have: an earlier update is missing. */
	| 'gap';

export type Judged =
	| { readonly is: 'refused'; readonly why: Fault }
	/** `fresh`: what the document does not have yet. `writers`: the clients that wrote it. */
	| { readonly is: 'fits'; readonly fresh: readonly Struct[]; readonly writers: readonly number[] };

const latestClock = 2 ** 40;

/**
 * Looks at an update before anything of it is applied. What passes can be applied as a whole; Yjs itself would apply
 * the part that fits, keep the rest for later, and throw in the middle of some that nobody but an attacker makes.
 *
 * @param mayWrite whether the seat's person may write under this client's number
 */
export function judgeUpdate(
	update: Uint8Array,
	doc: Y.Doc,
	mayWrite: (client: number) => boolean,
	limits: Limits
): Judged {
	const decoded = decode(update);
	if (!decoded) return refused('malformed');
	const { structs, ds } = decoded;
	if (structs.length + countOf(ds) > limits.structsPerUpdate) return refused('too-large');
	const runs = runsOf(structs);
	if (!runs) return refused('malformed');
	if (runs.length > limits.clientsPerUpdate) return refused('too-large');
	if (structs.some((struct) => struct instanceof Y.Skip)) return refused('gap');
	const have = (client: number) => Y.getState(doc.store, client);
	const fresh = structs.filter(({ id, length }) => id.clock + length > have(id.client));
	const writers = [...new Set(fresh.map(({ id }) => id.client))];
	if (!writers.every(mayWrite) || touchesRegister(fresh, ds)) return refused('foreign');
	if (!fresh.every(isOfTheEditor)) return refused('malformed');
	const reached = reach(runs, have);
	if (!reached || reachesBeyond(ds, (client) => reached.get(client) ?? have(client))) return refused('gap');
	return { is: 'fits', fresh, writers };
}

/** The register of whose each client is: an item beside one of its entries would take that entry's place. */
function touchesRegister(fresh: readonly Struct[], deletions: Deletions): boolean {
	if (deletions.clients.has(registerClient)) return true;
	return fresh.some((struct) => namedBy(struct).some(({ client }) => client === registerClient));
}

/** What an item says of its place: the items beside which, or in which, it was made. */
function namedBy(struct: Struct): Y.ID[] {
	if (!(struct instanceof Y.Item)) return [];
	// Before it is integrated, a parent is an id, or the name of a root.
	const parent: unknown = struct.parent;
	return [struct.origin, struct.rightOrigin, parent].filter((id) => id instanceof Y.ID);
}

function refused(why: Fault): Judged {
	return { is: 'refused', why };
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
	try {
		return Y.decodeUpdate(update);
	} catch {
		return null;
	}
}

function countOf(deletions: Deletions): number {
	let count = 0;
	for (const ranges of deletions.clients.values()) count += ranges.length;
	return count;
}

/** The structs by client; null when a client comes twice, a struct is empty, or a clock is none. */
function runsOf(structs: readonly Struct[]): Run[] | null {
	const runs: { client: number; structs: Struct[]; end: number }[] = [];
	const known = new Set<number>();
	for (const struct of structs) {
		const { client, clock } = struct.id;
		const end = clock + struct.length;
		if (!(struct.length > 0) || !(end < latestClock)) return null;
		const last = runs.at(-1);
		if (last?.client === client) {
			if (last.end !== clock) return null;
			last.structs.push(struct);
			last.end = end;
		} else {
			if (known.has(client)) return null;
			known.add(client);
			runs.push({ client, structs: [struct], end });
		}
	}
	return runs;
}

const nodeNames: ReadonlySet<string> = new Set(richNodes);
const markNames: ReadonlySet<string> = new Set(richMarks);
const attributeNames: ReadonlySet<string> = new Set(richAttributes);

/** Whether the editor could have made this, as far as can be told before it has its place. */
function isOfTheEditor(struct: Struct): boolean {
	if (!(struct instanceof Y.Item)) return true;
	// Before it is integrated, a root is its name; an item beside others says nothing of its parent.
	const root: unknown = struct.parent;
	if (typeof root === 'string' && root !== textRoot) return false;
	if (struct.parentSub !== null && !attributeNames.has(struct.parentSub)) return false;
	const { content } = struct;
	if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return true;
	if (content instanceof Y.ContentFormat) return markNames.has(content.key) && isMarkValue(content.value);
	if (content instanceof Y.ContentAny) return content.arr.every(isAttributeValue);
	if (!(content instanceof Y.ContentType)) return false;
	const type: unknown = content.type;
	return type instanceof Y.XmlText || (type instanceof Y.XmlElement && nodeNames.has(type.nodeName));
}

function isMarkValue(value: unknown): boolean {
	return value === null || value === true || (typeof value === 'object' && Object.keys(value).length === 0);
}

function isAttributeValue(value: unknown): boolean {
	return typeof value === 'number' || (typeof value === 'string' && value.length < 20);
}

/**
 * Walks through the structs as Yjs would: each needs its predecessor and all that it names.
 * @returns the clock that each client has then; null when some can never be reached
 */
function reach(runs: readonly Run[], have: (client: number) => number): Map<number, number> | null {
	const reached = new Map(runs.map(({ client }) => [client, have(client)]));
	const at = (client: number) => reached.get(client) ?? have(client);
	const next = new Map<Run, number>(runs.map((run) => [run, 0]));
	for (let moved = true; moved;) {
		moved = false;
		for (const run of runs) {
			let index = next.get(run) ?? 0;
			for (let struct = run.structs[index]; struct && isReady(struct, at); struct = run.structs[index]) {
				reached.set(run.client, Math.max(at(run.client), struct.id.clock + struct.length));
				index += 1;
				moved = true;
			}
			next.set(run, index);
		}
	}
	return runs.every((run) => next.get(run) === run.structs.length) ? reached : null;
}

function isReady(struct: Struct, at: (client: number) => number): boolean {
	if (struct.id.clock > at(struct.id.client)) return false;
	return namedBy(struct).every(({ client, clock }) => {
		// An item that names itself, or a later one of its own client, would make Yjs throw halfway.
		const own = client === struct.id.client ? struct.id.clock : Infinity;
		return clock < Math.min(at(client), own);
	});
}

function reachesBeyond(deletions: Deletions, at: (client: number) => number): boolean {
	for (const [client, ranges] of deletions.clients) {
		for (const { clock, len } of ranges) if (!(clock + len <= at(client))) return true;
	}
	return false;
}

/** Most levels of elements within elements; the editor's own lists within lists stay far below. */
const deepest = 40;

/**
 * Whether each of these, now that it has its place, stands where the editor could have put it: letters within a text,
 * texts and elements within elements, attributes on elements.
 */
export function standsWell(doc: Y.Doc, fresh: readonly Struct[]): boolean {
	return fresh.every(({ id }) => {
		const placed: unknown = Y.getItem(doc.store, id);
		return !(placed instanceof Y.Item) || placed.deleted || (isAtHome(placed) && isShallow(placed));
	});
}

function isAtHome({ parent, parentSub, content }: Y.Item): boolean {
	const isElement = parent instanceof Y.XmlElement;
	if (parentSub !== null) return isElement && content instanceof Y.ContentAny;
	if (parent instanceof Y.XmlText) {
		return content instanceof Y.ContentString || content instanceof Y.ContentFormat;
	}
	if (!(content instanceof Y.ContentType) || !(parent instanceof Y.XmlFragment)) return false;
	return isElement || content.type instanceof Y.XmlElement;
}

function isShallow(item: Y.Item): boolean {
	let levels = 0;
	for (let at: Y.Item | null = item; at; at = (at.parent as Y.AbstractType<unknown>)._item) {
		levels += 1;
		if (levels > deepest) return false;
	}
	return true;
}
