import { m } from '#lib/messages/messages.ts';
import type { SaveState } from './text-copy.ts';

export type Saved = {
	readonly words: string;
	/** When the server said so last, in milliseconds since 1970. */
	readonly at: number | null;
	readonly done: boolean;
};

type Where = {
	/** Changes of the draft's facts that the server has not answered. */
	readonly pending: number;
	/** When it answered the last of them, in milliseconds since 1970; null when nothing was changed here. */
	readonly answered: number | null;
	readonly offline: boolean;
	/** Whether this device could store what was not sent. */
	readonly kept: boolean;
	/** Where the text stands; null while it is not loaded. */
	readonly text: SaveState | null;
};

const plain = (words: string): Saved => ({ words, at: null, done: false });

/** Where everything that was written stands, in the words that are true of its weakest part. */
export function saveWords({ pending, answered, offline, kept, text }: Where): Saved {
	if (text?.is === 'refused') return plain(m.proposal_save_refused());
	if (text?.is === 'not-kept' || (pending > 0 && !kept)) return plain(m.proposal_save_not_kept());
	if (text?.is === 'offline-kept' || (pending > 0 && offline)) return plain(m.proposal_save_here());
	if (offline) return plain(m.proposal_save_offline());
	if (pending > 0 || text?.is === 'saving') return plain(m.proposal_save_sending());
	if (text === null || text.is === 'opening') return plain(m.proposal_save_opening());
	if (text.is === 'read-only') return plain(m.proposal_save_read_only());
	return { words: m.proposal_save_saved(), at: later(text.at, answered), done: true };
}

function later(one: number | null, other: number | null): number | null {
	return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
