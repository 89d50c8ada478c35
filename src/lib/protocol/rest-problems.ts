/** A no that was foreseen, as every REST route answers it: HTTP 4xx with this body. The interface translates by code. */
export type Problem = {
	/** One of `restProblemCodes`, or a refusal of the roster's reader (`roster-…`). */
	readonly code: string;
	/** What is wrong and what to do, in English. */
	readonly sentence: string;
	/** The member of the request that it is about, such as `name` or `centre.asked.country`. */
	readonly field?: string;
	readonly values?: Readonly<Record<string, string | number>>;
};

/** Every code that these routes answer with, besides the roster reader's own; the comment is the HTTP status. */
export const restProblemCodes = [
	/** 422, with `field`. */
	'input-invalid',
	/** 401; `values.kind` says which session is missing or has ended. */
	'session-needed',
	/** 403. */
	'not-allowed',
	/** 404: no such address, workshop, centre. */
	'not-found',
	'workshop-unknown',
	'centre-unknown',
	/** 404: no workshop has this code. 410: it had; `joinCode` of today stands on the room's screen. */
	'join-code-wrong',
	'join-code-replaced',
	/** 422, with `field`. */
	'delegation-code-wrong',
	/** 429 for wrong guesses only; `values.seconds` to wait. A right code is always taken. */
	'guesses-too-many',
	/** 429 for what succeeds, done again and again; `values.seconds` to wait. */
	'too-often',
	/** 422: this room has asked for more organisations than the organiser can look at. */
	'centres-asked-too-many',
	/** 404 unknown, 410 used before, 410 too old: one-time links. */
	'link-wrong',
	'link-used',
	'link-expired',
	/** 422: this link asks for a new passphrase; the link is not used up. */
	'passphrase-needed',
	'passphrase-short',
	/** 401: name or passphrase. */
	'sign-in-wrong',
	/** 409: create the forum first. */
	'forum-missing',
	/** 422, with `field`: days in the wrong order. */
	'forum-dates',
	'time-zone-unknown',
	'workshop-times',
	/** 422: another centre has this name in this country. */
	'centre-exists',
	/** 409: something refers to it, so it stays. */
	'centre-in-use',
	'workshop-joined',
	/** 409: an organiser keeps their name while they run the forum. */
	'organiser-stays',
	/** 404: nobody, or somebody whose name is erased. */
	'person-forgotten',
	/** 422: the import wrote nothing; the preview names the rows. */
	'roster-has-problems',
	/** 503. */
	'try-later'
] as const;
export type RestProblemCode = (typeof restProblemCodes)[number];

/** What the house itself answers, before a route is asked or when one fails. */
export const houseProblemCodes = [
	'not-found',
	/** 400, 413, 415: what was sent cannot be read. */
	'body-malformed',
	'body-incomplete',
	'body-too-large',
	'body-encoding',
	/** 400. */
	'address-malformed',
	/** 403: the page that asks is not ours. */
	'origin-refused',
	/** 507: nothing was saved; reading goes on. */
	'store-full',
	/** 500; `values.incident` is the number under which the log has it. */
	'fault'
] as const;
export type HouseProblemCode = (typeof houseProblemCodes)[number];
