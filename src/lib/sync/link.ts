import type { Id } from '#lib/domain/ids.ts';
import type { Frame } from '#lib/protocol/frame.ts';
import type { Ack, FirstLook, Hello, HelloAnswer, Presence, Submission } from '#lib/protocol/messages.ts';

export type LinkEvents = {
	readonly up: () => void;
	readonly down: () => void;
	readonly frame: (frame: Frame) => void;
	readonly presence: (presence: Presence) => void;
	/** The server takes us for somebody else now, or sees us with other rights. */
	readonly you: () => void;
};

/** The way to the server, as a session needs it. Whatever carries it, a lost answer is a rejected promise. */
export interface Link {
	readonly isUp: boolean;
	listen(events: LinkEvents): void;
	/** @throws when no answer came in time or the connection went */
	hello(hello: Hello): Promise<HelloAnswer>;
	/** @throws when no answer came in time or the connection went: then nobody knows, and the same bytes are sent again */
	submit(submission: Submission): Promise<Ack>;
	watchNames(board: Id, on: boolean): void;
	/** `GET /api/boards/:id/seen`, until it is given up. */
	snapshot(board: Id, giveUp: AbortSignal): Promise<FirstLook>;
	/** Drops a connection that may be dead and connects again at once. */
	reconnect(): void;
	close(): void;
}
