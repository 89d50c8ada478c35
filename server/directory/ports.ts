import type { Asked } from '#lib/domain/asked-of-centre.ts';
import type { BoardEvent, NewEvent } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { DirectoryWrite } from '../store/store.ts';

/** The events whose texts go, and the event that says it. */
export type Erasure = { readonly seqs: readonly number[]; readonly event: NewEvent };

/** How facts of the directory reach the logs of boards; the board rooms implement it and `server/app.ts` wires it. */
export interface BoardModeration {
	/**
	 * Appends a fact to a board's log and writes these facts of the directory in the same transaction.
	 * @returns when both are on disk and the directory's memory has followed. @throws when nothing was saved
	 */
	append(board: Id, event: NewEvent, by: Id | null, directoryWrites: readonly DirectoryWrite[]): Promise<void>;
	/**
	 * Takes texts of a board's log away for good, and says so in it; nothing is decided on that board in between.
	 * @param choose which texts, by the whole log, and the event that says so; null leaves the board as it is
	 * @returns when it is on disk. @throws when it was not saved
	 */
	erase(
		board: Id,
		choose: (log: readonly BoardEvent[]) => Erasure | null,
		by: Id,
		directoryWrites: readonly DirectoryWrite[]
	): Promise<void>;
	/** Whether anything on this board names the centre. */
	namesCentre(board: Id, centreId: Id): Promise<boolean>;
	/** Sessions of this person have ended. @returns when no connection and no seat has what they gave any more */
	sessionsEnded(personId: Id): Promise<void>;
}

/** The sessions, as far as forgetting a person needs them. */
export interface PeopleSignedIn {
	/** Does something while nobody can be this person, and ends their sessions when it is done; none when it failed. */
	without<Result>(personId: Id, work: () => Promise<Result>): Promise<Result>;
}

/** Who is in the rooms now, from the boards' presence. */
export interface WhoIsHere {
	/** People with an open connection, and the centres that they speak for. */
	countHere(board: Id): Promise<{ readonly people: number; readonly centres: number }>;
}

/** What waits on boards, also for those who are not in that room. */
export interface WhatWaits {
	/** What the proposals of this board ask of a person who may answer for their centre. */
	askedOn(board: Id, person: { readonly personId: Id; readonly centreId: Id }): Promise<readonly Asked[]>;
}
