import type { Id } from '#lib/domain/ids.ts';
import type { SessionKind } from '#lib/protocol/messages.ts';

/** A session on the disk. The id that the browser holds is known here by its hash only. */
export type SessionRow = {
	readonly idHash: string;
	readonly kind: SessionKind;
	/** null for a screen, which is nobody and has a workshop instead. */
	readonly personId: Id | null;
	readonly board: Id | null;
	readonly expiresAt: number;
};

export interface SessionRows {
	put(row: SessionRow): Promise<void>;
	get(idHash: string): Promise<SessionRow | null>;
	ofPerson(personId: Id): Promise<readonly SessionRow[]>;
	renew(idHash: string, expiresAt: number): Promise<void>;
	remove(idHash: string): Promise<void>;
	removeOfPerson(personId: Id): Promise<void>;
	removeExpired(now: number): Promise<void>;
}
