import type { Id } from '#lib/domain/ids.ts';
import type { Reader } from '#lib/domain/seen.ts';
import type { Seat } from '#lib/domain/proposal-access.ts';

/** A text that is on the disk, and that nobody can read: it is damaged, or missing. Trying again does not help. */
export class TextUnreadable extends Error {}

/** What board rooms ask of the proposals' texts; `server/app.ts` wires it, so that neither folder knows the other. */
export interface ProposalTexts {
	/** The update that makes a proposal's first content (headings of the need and the idea), in its language. */
	firstContent(language: string): Uint8Array;
	/**
	 * Stops taking updates of this text, waits until all it took are on disk, and reads it as the editor's JSON.
	 * It stays stopped until `thaw`, or until the board says `seatsChanged` when it has opened the version.
	 * @throws TextUnreadable; or what the store threw, and then the text may well be read later
	 */
	freeze(proposalId: Id): Promise<unknown>;
	/** The opening came to nothing: writing goes on. */
	thaw(proposalId: Id): void;
	/**
	 * Who may write or read this proposal may have changed: every seat is judged at once by the committed board. Whose
	 * seat is another one now is removed and comes back; all others write on.
	 */
	seatsChanged(proposalId: Id): void;
	/** Sessions of this person have ended. @returns when they have no seat any more that those gave */
	sessionsEnded(personId: Id): Promise<void>;
}

export type SeatOfReader = { readonly is: Seat; readonly version: number };

/** What the proposals' texts ask of the boards. */
export interface ProposalSeats {
	/**
	 * The seat of a reader in a proposal, by the committed board, `gone` for an unknown proposal; and the number of the
	 * last version that was open for confirmation, 0 before the first.
	 */
	seat(proposalId: Id, reader: Reader): Promise<SeatOfReader>;
	/** The same without waiting, on a board that is open; null when it is not. */
	seatNow(proposalId: Id, reader: Reader): SeatOfReader | null;
	/** The board that a proposal belongs to, or null. */
	boardOf(proposalId: Id): Promise<Id | null>;
}
