/**
 * Close codes of a proposal's connection. y-websocket takes 4400 to 4499 as final and retries all others, so what an
 * honest client must understand is said by closing after the handshake: an HTTP refusal would be retried for ever.
 */
export const closeCodes = {
	/** Come back and be judged again: access, state or the server has changed. */
	judgedAgain: 4205,
	malformed: 4400,
	sessionEnded: 4401,
	noAccess: 4403,
	gone: 4404,
	olderEpoch: 4409,
	tooLarge: 4413,
	tooMany: 4429,
	tryLater: 4503
} as const;

/** Message type beside y-protocols' own (0 sync, 1 awareness, 2 auth, 3 query awareness): "your first n updates are on disk". */
export const messageSaved = 100;

/**
 * Message type: "this is your seat". The first message of a connection, and sent again when something was written from
 * a seat that only reads. Three varUints: the index in `textSeats`, the epoch of the document, and the number of the
 * last version that was open for confirmation (0 before the first): whoever wrote offline learns that it was read meanwhile.
 */
export const messageSeat = 101;

/** What a connection may do with a text; `frozen` reads as well, since a version is open for confirmation. */
export const textSeats = ['read', 'write', 'frozen'] as const;
export type TextSeat = (typeof textSeats)[number];
