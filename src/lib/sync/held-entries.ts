import type { Id } from '#lib/domain/ids.ts';
import type { Entry, OutboxStorage } from './outbox.ts';
import type { Progress } from './session-state.ts';

export type Underway = { readonly entry: Entry; progress: Progress; seq: number | null };

/** What one page holds of the outbox that all pages of this device share. */
export type Held = { readonly underway: readonly Underway[]; readonly returned: readonly Entry[] };

/** The outbox as one page uses it: the other pages of this device put into it and take from it, too. */
export class SharedOutbox {
	readonly #storage: OutboxStorage;
	/** Submissions that are in the storage, as far as this page knows. */
	#known: ReadonlySet<Id> = new Set();
	/** Submissions that were answered or let go on this page: an older look does not bring them back. */
	readonly #ended = new Set<Id>();

	constructor(storage: OutboxStorage) {
		this.#storage = storage;
	}

	/** @returns false when the device could not keep it: it is still sent, but a reload would lose it */
	async put(entry: Entry): Promise<boolean> {
		try {
			await this.#storage.put(entry);
			this.#known = new Set([...this.#known, entry.submissionId]);
			return true;
		} catch {
			return false;
		}
	}

	/** It has its answer for good. */
	ended(submissionId: Id): void {
		this.#ended.add(submissionId);
	}

	/** @throws when the device could not take it out */
	async remove(submissionId: Id): Promise<void> {
		this.ended(submissionId);
		await this.#storage.remove(submissionId);
	}

	/**
	 * What this page holds, joined with what the storage holds now.
	 * @param held asked when the storage has answered
	 * @throws when the device could not look
	 */
	async joined(board: Id, personId: Id, held: () => Held): Promise<Held> {
		const known = this.#known;
		const entries = await this.#storage.load(board, personId);
		this.#known = new Set([...this.#known, ...entries.map((entry) => entry.submissionId)]);
		return joinedWithStored(held(), entries, known, this.#ended);
	}
}

/**
 * Joins what a page holds with what the device's storage holds now: another page may have left something unsent there,
 * or sent what this page was still to send. Nothing that only this page holds is lost.
 * @param known submissions that this page had found in the storage, or put there, before it looked
 * @param ended submissions that were answered or let go on this page: an older look does not bring them back
 */
function joinedWithStored(held: Held, stored: readonly Entry[], known: ReadonlySet<Id>, ended: ReadonlySet<Id>): Held {
	const there = new Map(stored.map((entry) => [entry.submissionId, entry]));
	const goneElsewhere = (id: Id) => known.has(id) && !there.has(id);
	const here = new Set([...held.underway.map(({ entry }) => entry), ...held.returned].map((one) => one.submissionId));
	const fresh = stored.filter(({ submissionId }) => !here.has(submissionId) && !ended.has(submissionId));
	const waiting = fresh.filter(({ refusal }) => refusal === null);
	const answeredElsewhere = ({ entry: { submissionId }, progress }: Underway) =>
		progress === 'on-this-device' && (goneElsewhere(submissionId) || there.get(submissionId)?.refusal);
	const refusedElsewhere = held.underway.filter(answeredElsewhere).flatMap(({ entry }) => {
		const copy = there.get(entry.submissionId);
		return copy ? [copy] : [];
	});
	return {
		underway: [
			...waiting.map((entry): Underway => ({ entry, progress: 'on-this-device', seq: null })),
			...held.underway.filter((one) => !answeredElsewhere(one))
		],
		returned: [
			...held.returned.filter(({ submissionId }) => !goneElsewhere(submissionId)),
			...refusedElsewhere,
			...fresh.filter(({ refusal }) => refusal !== null)
		]
	};
}
