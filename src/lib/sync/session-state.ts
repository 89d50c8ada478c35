import type { Command } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import { emptySeen, type Seen } from '#lib/domain/seen.ts';
import type { Frame } from '#lib/protocol/frame.ts';
import type { About, HelloRefusal, Presence, You } from '#lib/protocol/messages.ts';
import type { Link } from './link.ts';
import type { Entry, OutboxStorage } from './outbox.ts';
import type { Names } from './replica.ts';

/** Timers and chance, passed in: tests drive them by hand. */
export type SessionPorts = {
	readonly link: Link;
	readonly outbox: OutboxStorage;
	readonly now: () => number;
	readonly random: (bytes: Uint8Array) => Uint8Array;
	/** Calls back once after so many milliseconds; the answer cancels. */
	readonly after: (ms: number, callback: () => void) => () => void;
};

/** Where a submission stands, in the words of PRODUCT rule 2. */
export type Progress = 'on-this-device' | 'sending' | 'saved';
export type Pending = { readonly submissionId: Id; readonly command: Command; readonly progress: Progress };

export type SessionState = {
	readonly connection: 'connecting' | 'live' | 'offline';
	/** Why the server will not have us; null while it does. */
	readonly refused: { readonly code: HelloRefusal; readonly sentence: string; readonly reason: string | null } | null;
	readonly you: You | null;
	readonly about: About | null;
	readonly seen: Seen;
	readonly names: Names;
	readonly presence: {
		/** Whether the server has told yet who is here; before, nobody knows. */
		readonly heard: boolean;
		readonly people: number;
		readonly centres: ReadonlyMap<Id, number>;
		readonly names: Presence['names'];
	};
	readonly pending: readonly Pending[];
	/** Refused by the server after the fact: the text waits here for its author. */
	readonly returned: readonly Entry[];
	/** False when this device could not keep the outbox: then only this page holds what was not sent. */
	readonly kept: boolean;
	/** Records that changed since the state before, for whoever announces them. */
	readonly lastFrame: Frame | null;
};

/** Before anything has come. */
export const startState: SessionState = {
	connection: 'connecting',
	refused: null,
	you: null,
	about: null,
	seen: emptySeen,
	names: { persons: new Map(), centres: new Map() },
	presence: { heard: false, people: 0, centres: new Map(), names: undefined },
	pending: [],
	returned: [],
	kept: true,
	lastFrame: null
};
