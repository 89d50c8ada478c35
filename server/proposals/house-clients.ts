import type * as Y from 'yjs';
import type { Id } from '#lib/domain/ids.ts';

/** Yjs clients that are the server itself. Real ones draw 32 random bits. */
export const templateClient = 1;
export const registerClient = 2;

/** The root that the editor shows, and the root in which the server notes whose each Yjs client is. */
export const textRoot = 'default';
const registerRoot = 'clients';

export function isHouseClient(client: number): boolean {
	return client === templateClient || client === registerClient;
}

/**
 * Whose each Yjs client of a document is. Only its owner may write under its number: somebody else's writing under it
 * would take the place of what the owner wrote offline, which Yjs then silently ignores as known.
 *
 * What has written stands in the document itself, written by the server only, so that it is on disk with the first
 * update and still known after a restart, when a phone comes back with what an earlier visit of the same person wrote
 * offline. What has only shown a caret is remembered while the room is open.
 */
export class ClientRegister {
	readonly #doc: Y.Doc;
	readonly #shown: Map<number, Id>;

	/** @param shown clients that have not written yet, kept by the caller across a rebuilt document */
	constructor(doc: Y.Doc, shown: Map<number, Id>) {
		this.#doc = doc;
		this.#shown = shown;
	}

	ownerOf(client: number): Id | undefined {
		return this.#doc.getMap<Id>(registerRoot).get(String(client)) ?? this.#shown.get(client);
	}

	/** A client that nobody owns yet is whoever speaks with it first. */
	mayBe(client: number, personId: Id): boolean {
		return !isHouseClient(client) && (this.ownerOf(client) ?? personId) === personId;
	}

	/** @returns false when it is somebody else's */
	show(client: number, personId: Id): boolean {
		if (!this.mayBe(client, personId)) return false;
		this.#shown.set(client, personId);
		return true;
	}

	/** Notes the owner of clients that have written. */
	write(clients: readonly number[], personId: Id): void {
		const register = this.#doc.getMap<Id>(registerRoot);
		const unwritten = clients.filter((client) => !register.has(String(client)));
		if (unwritten.length === 0) return;
		this.#doc.transact(() => {
			for (const client of unwritten) register.set(String(client), personId);
		});
	}
}
