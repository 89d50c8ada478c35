import type { Context } from '#lib/domain/command.ts';
import type { BoardEvent } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { CentreEntry, PersonEntry } from '#lib/protocol/frame.ts';
import type { About } from '#lib/protocol/messages.ts';

/**
 * The port to the disk. Asynchronous, since a database over the network will be its second implementation; one contract
 * suite runs on every implementation. Nothing here knows a rule.
 */
export interface Store {
	/** All events of a board in order, texts included; erased texts come as an empty object. */
	loadBoard(board: Id): Promise<readonly BoardEvent[]>;
	/** What was answered to this submission before, or null. */
	findSubmission(board: Id, personId: Id, submissionId: Id): Promise<StoredSubmission | null>;
	/** The document of a proposal: its epoch and its updates in order; null when there is none. */
	loadDocument(proposalId: Id): Promise<StoredDocument | null>;
	/**
	 * One transaction, on disk when the promise resolves. All or nothing.
	 * @throws StoreFull when the disk has no room, StoreConflict when a seq or a submission exists already
	 */
	commit(batch: Batch): Promise<void>;
	/** Takes the texts of these events away for good; seq, type, data and hashes stay. */
	eraseTexts(board: Id, seqs: readonly number[], by: Id, at: number): Promise<void>;
	close(): Promise<void>;
}

export type StoredSubmission = {
	readonly personId: Id;
	readonly submissionId: Id;
	/** Hash of the command's bytes: other bytes under the same id are refused. */
	readonly commandHash: string;
	/** The seq after which the command was included. */
	readonly seq: number;
};

export type StoredDocument = { readonly epoch: number; readonly updates: readonly Uint8Array[] };

/** What one commit writes. Every list may be empty. */
export type Batch = {
	readonly boards: readonly {
		readonly board: Id;
		readonly events: readonly BoardEvent[];
		readonly submissions: readonly StoredSubmission[];
	}[];
	/** `replace`: these updates stand for all that were there (a compaction, or the first content with its epoch). */
	readonly documents: readonly {
		readonly proposalId: Id;
		readonly epoch: number;
		readonly updates: readonly Uint8Array[];
		readonly replace?: boolean;
	}[];
	readonly directory: readonly DirectoryWrite[];
};

/** Facts about persons and centres that a board's event brings with it, in the same transaction. */
export type DirectoryWrite =
	| {
			readonly is: 'verify-person';
			readonly personId: Id;
			/** The centre that they were vouched for: one that they have left meanwhile counts for nothing. */
			readonly centreId: Id | null;
			readonly by: Id | null;
			readonly at: number;
			readonly how: 'facilitator' | 'code';
	  }
	| { readonly is: 'approve-centre'; readonly centreId: Id; readonly by: Id | null; readonly at: number }
	/** Takes the name away for good, from everywhere in the directory. */
	| { readonly is: 'forget-person'; readonly personId: Id; readonly at: number };

export class StoreFull extends Error {}
export class StoreConflict extends Error {}

export type Person = {
	readonly id: Id;
	/** null when forgotten. */
	readonly name: string | null;
	readonly centreId: Id | null;
	readonly verified: boolean;
	readonly organiser: boolean;
};

/**
 * The directory as rooms read it: in memory, at once, always the committed state. Kept by `server/directory`.
 * A forum has hundreds of persons and centres; asking the disk for each command would cost more than holding them.
 */
export interface DirectoryReader {
	person(id: Id): Person | undefined;
	centre(id: Id): (CentreEntry & { readonly id: Id }) | undefined;
	/** The person's name, centre and verification as phones may see them. */
	personEntry(id: Id): PersonEntry | undefined;
	centreEntry(id: Id): CentreEntry | undefined;
	/** Forum and workshop facts; undefined when there is no such workshop. */
	about(board: Id): About | undefined;
	/** Every workshop's board. */
	boards(): readonly Id[];
	isMember(board: Id, personId: Id): boolean;
	facilitates(board: Id, personId: Id): boolean;
	/** What `decide` may ask. */
	contextOf(board: Id): Pick<Context, 'forum' | 'centre' | 'person' | 'roleHere' | 'knowsAll'>;
	/** Called after a committed `DirectoryWrite`, so that memory follows the disk. */
	applied(writes: readonly DirectoryWrite[]): void;
}

/** Who a connection belongs to. A screen is nobody: it has a workshop instead of a person. */
export type Session = {
	readonly kind: 'delegate' | 'facilitator' | 'organiser' | 'screen';
	readonly sessionId: string;
	readonly personId: Id | null;
	readonly board: Id | null;
};

/** Finds the session of a request or of a handshake, of the kind it asks to speak with; null when it has ended. */
export interface SessionReader {
	read(
		headers: { readonly cookie?: string | undefined; readonly authorization?: string | undefined },
		kind: Session['kind']
	): Promise<Session | null>;
}
