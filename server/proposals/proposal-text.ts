import * as Y from 'yjs';
import type { Id } from '#lib/domain/ids.ts';
import type { RichDocument } from '#lib/domain/rich-text.ts';
import { richTextOf } from '#lib/domain/shared-text.ts';
import { TextUnreadable } from '../board/ports.ts';
import { ClientRegister, registerClient, textRoot } from './house-clients.ts';
import type { Limits } from './limits.ts';
import { judgeUpdate, standsWell, type Fault } from './update-gate.ts';

/** A stored document that does not fit together: an update is missing in it. */
export class DocumentDamaged extends TextUnreadable {}

export type Taken =
	/**
	 * To be stored and sent on: what the update changed (empty when it brought nothing new), and what we added to it, which
	 * its author lacks as well.
	 */
	| { readonly is: 'taken'; readonly theirs: readonly Uint8Array[]; readonly ours: readonly Uint8Array[] }
	| { readonly is: 'refused'; readonly why: Fault };

type Change = { readonly bytes: Uint8Array; readonly isTheirs: boolean };

/**
 * One text in memory. It takes an update whole or not at all, and never forgets what it took: if an update turns out bad
 * only after Yjs has applied it, the document is built anew from what was good.
 */
export class ProposalText {
	readonly #limits: Limits;
	readonly #shown = new Map<number, Id>();
	#doc: Y.Doc;
	#register: ClientRegister;
	/** The document as bytes: a whole, and what came since. */
	#base: Uint8Array;
	#since: Uint8Array[] = [];
	#bytes: number;
	#changes: Change[] = [];

	/**
	 * @param updates all stored updates, in order
	 * @throws DocumentDamaged
	 */
	constructor(updates: readonly Uint8Array[], limits: Limits) {
		this.#limits = limits;
		const doc = built(updates);
		this.#base = Y.encodeStateAsUpdate(doc);
		this.#bytes = this.#base.length;
		this.#doc = doc;
		this.#register = this.#attend(doc);
	}

	/** Whose each Yjs client is; it changes with a rebuilt document, so it is asked for each time. */
	get register(): ClientRegister {
		return this.#register;
	}

	get stateVector(): Uint8Array {
		return Y.encodeStateVector(this.#doc);
	}

	/**
	 * What a client lacks that has this much.
	 * @throws when the bytes are no state vector
	 */
	lackOf(stateVector: Uint8Array): Uint8Array {
		return Y.encodeStateAsUpdate(this.#doc, stateVector);
	}

	read(): RichDocument {
		return richTextOf(this.#doc.getXmlFragment(textRoot));
	}

	/** Takes what a person wrote, as a whole or not at all. */
	take(update: Uint8Array, personId: Id): Taken {
		const mayWrite = (client: number) => this.#register.mayBe(client, personId);
		const judged = judgeUpdate(update, this.#doc, mayWrite, this.#limits);
		if (judged.is === 'refused') return judged;
		this.#changes = [];
		const why = this.#apply(update, judged.fresh);
		if (why) {
			this.#rebuild();
			return { is: 'refused', why };
		}
		this.#register.write(judged.writers, personId);
		const changes = this.#changes;
		this.#changes = [];
		this.#since.push(...changes.map(({ bytes }) => bytes));
		this.#bytes += lengthOf(changes);
		const bytesOf = (theirs: boolean) => changes.filter((one) => one.isTheirs === theirs).map(({ bytes }) => bytes);
		return { is: 'taken', theirs: bytesOf(true), ours: bytesOf(false) };
	}

	/**
	 * The whole document, made by applying everything to a fresh one: `Y.mergeUpdates` on long logs takes minutes, and
	 * keeps what was deleted.
	 */
	compacted(): Uint8Array {
		const fresh = built([this.#base, ...this.#since]);
		this.#base = Y.encodeStateAsUpdate(fresh);
		this.#since = [];
		this.#bytes = this.#base.length;
		fresh.destroy();
		return this.#base;
	}

	destroy(): void {
		this.#doc.destroy();
	}

	#apply(update: Uint8Array, fresh: Parameters<typeof standsWell>[1]): Fault | null {
		try {
			Y.applyUpdate(this.#doc, update, theirs);
		} catch {
			return 'malformed';
		}
		const { pendingStructs, pendingDs } = this.#doc.store;
		if (pendingStructs !== null || pendingDs !== null) return 'gap';
		if (!standsWell(this.#doc, fresh)) return 'malformed';
		return this.#isTooLarge() ? 'too-large' : null;
	}

	#isTooLarge(): boolean {
		const { documentBytes } = this.#limits;
		// The sum of the updates is more than the document takes: count exactly only when it is near.
		if (this.#bytes + lengthOf(this.#changes) <= documentBytes) return false;
		return Y.encodeStateAsUpdate(this.#doc).length > documentBytes;
	}

	#attend(doc: Y.Doc): ClientRegister {
		doc.clientID = registerClient;
		// Yjs adds changes of its own where formatting has become superfluous; the register adds an entry.
		doc.on('update', (bytes: Uint8Array, origin: unknown) => {
			this.#changes.push({ bytes, isTheirs: origin === theirs });
		});
		return new ClientRegister(doc, this.#shown);
	}

	#rebuild(): void {
		this.#doc.destroy();
		this.#doc = built([this.#base, ...this.#since]);
		this.#changes = [];
		this.#register = this.#attend(this.#doc);
	}
}

/** The origin of what a client wrote, as Yjs tells it with each change. */
const theirs = Symbol('written by a client');

function built(updates: readonly Uint8Array[]): Y.Doc {
	const doc = new Y.Doc();
	doc.getXmlFragment(textRoot);
	for (const update of updates) Y.applyUpdate(doc, update);
	const { pendingStructs, pendingDs } = doc.store;
	if (pendingStructs === null && pendingDs === null) return doc;
	doc.destroy();
	throw new DocumentDamaged('A stored text builds on an update that is not stored.');
}

function lengthOf(changes: readonly Change[]): number {
	return changes.reduce((sum, { bytes }) => sum + bytes.length, 0);
}
