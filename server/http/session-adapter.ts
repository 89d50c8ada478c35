import { createHash } from 'node:crypto';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import type { SessionKind } from '#lib/protocol/messages.ts';
import type { SessionRow, SessionRows } from './session-rows.ts';

declare module 'lucia' {
	interface Register {
		DatabaseSessionAttributes: { readonly isScreen: boolean };
	}
}

export type SessionLife = {
	readonly now: () => number;
	/** When a session that begins or is used now ends, in milliseconds since 1970. */
	readonly endOf: (kind: SessionKind) => number;
	readonly isRenewed: (kind: SessionKind) => boolean;
	/** Whether the person (or, for a screen, the workshop) is still there. */
	readonly exists: (subject: string, isScreen: boolean) => boolean;
};

export function hashOfSessionId(id: string): string {
	return createHash('sha256').update(id).digest('base64url');
}

/**
 * What lucia keeps sessions in, for one kind of them. lucia stores ids as they are; here only a hash reaches the disk,
 * and lucia, which compares nothing, gets back the id that it asked with. It reads the machine's clock, so instants are
 * told to it relative to ours.
 */
export class SessionAdapter implements Adapter {
	readonly #kind: SessionKind;
	readonly #rows: SessionRows;
	readonly #life: SessionLife;

	constructor(kind: SessionKind, rows: SessionRows, life: SessionLife) {
		this.#kind = kind;
		this.#rows = rows;
		this.#life = life;
	}

	async getSessionAndUser(id: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
		const row = await this.#rows.get(hashOfSessionId(id));
		// A facilitator's id in the organiser's cookie is no session.
		if (row?.kind !== this.#kind) return [null, null];
		const session = this.#told(row, id);
		const { isScreen } = session.attributes;
		return [session, this.#life.exists(session.userId, isScreen) ? { id: session.userId, attributes: {} } : null];
	}

	/** The raw ids are nowhere, so these sessions carry their hashes. */
	async getUserSessions(personId: string): Promise<DatabaseSession[]> {
		return (await this.#rows.ofPerson(personId)).map((row) => this.#told(row, row.idHash));
	}

	async setSession({ id, userId, attributes: { isScreen } }: DatabaseSession): Promise<void> {
		await this.#rows.put({
			idHash: hashOfSessionId(id),
			kind: this.#kind,
			personId: isScreen ? null : userId,
			board: isScreen ? userId : null,
			expiresAt: this.#life.endOf(this.#kind)
		});
	}

	async updateSessionExpiration(id: string): Promise<void> {
		if (this.#life.isRenewed(this.#kind)) {
			await this.#rows.renew(hashOfSessionId(id), this.#life.endOf(this.#kind));
		}
	}

	async deleteSession(id: string): Promise<void> {
		const row = await this.#rows.get(hashOfSessionId(id));
		if (row?.kind === this.#kind) await this.#rows.remove(row.idHash);
	}

	async deleteUserSessions(personId: string): Promise<void> {
		await this.#rows.removeOfPerson(personId);
	}

	async deleteExpiredSessions(): Promise<void> {
		await this.#rows.removeExpired(this.#life.now());
	}

	#told({ personId, board, expiresAt }: SessionRow, id: string): DatabaseSession {
		const luciaEnd = new Date(Date.now() + expiresAt - this.#life.now());
		const isScreen = personId === null;
		return { id, userId: personId ?? board ?? '', expiresAt: luciaEnd, attributes: { isScreen } };
	}
}
