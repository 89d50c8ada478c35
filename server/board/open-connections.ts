import type { Id } from '#lib/domain/ids.ts';

/** How many connections one session may have open: windows, and dead ones that nobody has noticed yet. */
const mostPerSession = 12;

/** How often every connection is judged again, in milliseconds. */
const heartbeatMs = 30_000;

/** A connection, as far as all of them are watched over. */
export type Watched = {
	/** When it said something last, in milliseconds. */
	readonly heardAt: number;
	/** Whose session it speaks with, as far as it has been read. */
	readonly personId: Id | null;
	/** Asks its session and its rights anew, and takes away what they no longer give. */
	judge(): Promise<void>;
	/** Ends it; a page that is still there comes back by itself. */
	cut(): void;
};

/** The boards' connections: judged again at each heartbeat, and only so many for each session. */
export class OpenConnections {
	readonly #fault: (cause: unknown) => void;
	readonly #sessionOf = new Map<Watched, string | null>();
	readonly #bySession = new Map<string, Set<Watched>>();
	readonly #heartbeat: NodeJS.Timeout;

	constructor(fault: (cause: unknown) => void) {
		this.#fault = fault;
		this.#heartbeat = setInterval(() => void this.#judgeAll(), heartbeatMs).unref();
	}

	add(connection: Watched): void {
		this.#sessionOf.set(connection, null);
	}

	remove(connection: Watched): void {
		this.#leaveSession(connection);
		this.#sessionOf.delete(connection);
	}

	/** Of too many, the one that has been silent longest ends: on a bad network that is a dead one. */
	belongs(connection: Watched, sessionId: string): void {
		if (!this.#sessionOf.has(connection) || this.#sessionOf.get(connection) === sessionId) return;
		this.#leaveSession(connection);
		this.#sessionOf.set(connection, sessionId);
		const together = this.#bySession.get(sessionId) ?? new Set();
		while (together.size >= mostPerSession) {
			const silent = [...together].reduce((one, other) => (other.heardAt < one.heardAt ? other : one));
			this.remove(silent);
			silent.cut();
		}
		this.#bySession.set(sessionId, together.add(connection));
	}

	/** Sessions of this person have ended. @returns when none of their connections has what they gave any more */
	async judgeAllOf(personId: Id): Promise<void> {
		const theirs = [...this.#sessionOf.keys()].filter((connection) => connection.personId === personId);
		const judge = (connection: Watched) =>
			connection.judge().catch((cause: unknown) => {
				// Whoever cannot be judged now keeps nothing: a page that may look comes back and is asked anew.
				connection.cut();
				this.#fault(cause);
			});
		await Promise.all(theirs.map(judge));
	}

	close(): void {
		clearInterval(this.#heartbeat);
	}

	#leaveSession(connection: Watched): void {
		const session = this.#sessionOf.get(connection);
		const together = typeof session === 'string' ? this.#bySession.get(session) : undefined;
		together?.delete(connection);
		if (typeof session === 'string' && together?.size === 0) this.#bySession.delete(session);
	}

	/** One after the other, so that a full forum's sessions are not read in one piece. */
	async #judgeAll(): Promise<void> {
		for (const connection of [...this.#sessionOf.keys()]) {
			await connection.judge().catch(this.#fault);
			await new Promise(setImmediate);
		}
	}
}
