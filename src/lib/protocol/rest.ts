import type { Asked } from '#lib/domain/asked-of-centre.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { CentreEntry } from './frame.ts';
import type { About, You } from './messages.ts';

/**
 * The REST interface under `/api`. Bodies are JSON. A browser may hold one session of each kind at once, so a request says
 * with this header which one it speaks with (`X-Session: facilitator`), unless the address implies it. `POST /api/sign-out` ends the session of that kind here,
 * `POST /api/sign-out-everywhere` all sessions of its person on all devices; both answer 204.
 */
export const sessionHeader = 'X-Session';

/** Longest texts in characters; the forms count with the same numbers. */
export const restLimits = {
	personName: 60,
	forumName: 120,
	place: 120,
	controller: 200,
	privacyNotice: 4000,
	shortName: 80,
	legalName: 200,
	city: 80,
	field: 200,
	coordinator: 200,
	website: 300,
	workshopTitle: 90,
	room: 60,
	passphraseLeast: 12,
	passphraseMost: 200,
	rosterBytes: 2 * 1024 * 1024
} as const;

/** Kinds of organisation. */
export const centreKinds = [
	'vet-provider',
	'higher-education',
	'enterprise',
	'sector-body',
	'public-authority',
	'research',
	'other'
] as const;
export type CentreKind = (typeof centreKinds)[number];
export const initiatives = ['european', 'national', 'other'] as const;
export type Initiative = (typeof initiatives)[number];

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

export type Centre = CentreEntry & { readonly id: Id };

// ── Everybody ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Days are ISO 8601 without a time, in the forum's time zone. */
export type Forum = {
	readonly id: Id;
	readonly name: string;
	readonly place: string;
	readonly firstDay: string;
	readonly lastDay: string;
	/** IANA, such as `Europe/Paris`. */
	readonly timeZone: string;
	/** Two-letter codes of the languages of the forum. */
	readonly languages: readonly string[];
	readonly controller: string;
	readonly privacyNotice: string;
	/** The last day on which agreements can be confirmed, to its end. */
	readonly confirmByDay: string;
	/** The day on which personal data is erased. */
	readonly retentionDay: string;
};

/** `GET /api/forum`, for everybody. */
export type ForumAnswer = { readonly forum: Forum | null };

/** `GET /api/sessions`: which sessions this browser holds, so that a page knows whether to ask for a sign-in. */
export type SessionsHere = {
	readonly delegate: { readonly personId: Id; readonly name: string | null } | null;
	readonly facilitator: {
		readonly personId: Id;
		readonly name: string | null;
		readonly workshops: readonly Workshop[];
	} | null;
	readonly organiser: { readonly personId: Id; readonly name: string | null } | null;
	readonly screen: { readonly board: Id; readonly title: string; readonly joinUrl: string } | null;
};

// ── Joining ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `GET /api/join/:code`: what the join page shows before anybody is in. */
export type JoinPage = {
	readonly about: About;
	/** Who is here now. */
	readonly people: number;
	readonly centres: number;
	/** The person that this device already is at this forum, or null. */
	readonly you: (You & { readonly centre: Centre | null; readonly joined: boolean }) | null;
	readonly privacyNotice: string;
};

/** One hit of `GET /api/join/:code/centres?q=`: the centre, and where the query met, as [from, to) of `display`. */
export type CentreHit = {
	readonly centre: Centre;
	readonly display: string;
	readonly ranges: readonly (readonly [number, number])[];
};

/** A centre that is missing in the roster; a facilitator approves it. */
export type AskedCentre = {
	readonly name: string;
	readonly city: string;
	/** ISO 3166 alpha-2. */
	readonly country: string | null;
	readonly kind: CentreKind | null;
};

/** `POST /api/join/:code` */
export type JoinRequest = {
	readonly name: string;
	readonly centre: { readonly id: Id } | { readonly asked: AskedCentre };
	readonly delegationCode?: string;
	/**
	 * A secret that the device draws once for this attempt (`newId`) and sends again with each retry: an answer that was
	 * lost on the way makes no second person.
	 */
	readonly attempt?: string;
};

/** Also the answer of `POST /api/join/:code/again`, with an empty body: a device that has a seat joins the next workshop. */
export type Joined = { readonly board: Id; readonly you: You; readonly about: About };

/** `POST /api/centre-of-code`: whose sheet was scanned, so that the organisation need not be searched. */
export type CentreOfCodeRequest = { readonly delegationCode: string };
export type CentreOfCode = { readonly centre: Centre };

// ── Delegate ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A workshop as everybody at the forum may see it. */
export type Workshop = {
	readonly id: Id;
	readonly title: string;
	readonly room: string;
	/** Milliseconds since 1970. */
	readonly startsAt: number;
	readonly endsAt: number;
	/** The same in the forum's time zone, `2024-09-10T09:30`, as `<input type="datetime-local">` reads it. */
	readonly startsLocal: string;
	readonly endsLocal: string;
	readonly language: string;
	readonly joinCode: string;
	/** What the QR code of the join page holds; phones in the room can reach it. */
	readonly joinUrl: string;
};

/** `GET /api/me`; also the answer of `PUT /api/me`, `POST /api/me/verify` and `POST /api/device/claim`. */
export type Me = {
	readonly person: { readonly id: Id; readonly name: string | null; readonly verified: boolean };
	readonly centre: Centre | null;
	/** Networks that the centre belongs to. */
	readonly networks: readonly Centre[];
	readonly forum: Forum;
	/** All workshops of the forum in order of time. */
	readonly workshops: readonly (Workshop & { readonly joined: boolean })[];
};

/** A proposal of any workshop that asks something of a delegate's centre. */
export type WaitingInForum = Asked & {
	readonly workshop: Pick<Workshop, 'id' | 'title' | 'language' | 'joinCode'> & { readonly joined: boolean };
};

/** `GET /api/me/waiting`, newest first; nothing for who is not verified, since they cannot answer for their centre. */
export type MeWaiting = { readonly waiting: readonly WaitingInForum[] };

/** `PUT /api/me` */
export type MeRequest = { readonly name: string };

/**
 * `PUT /api/me/centre` answers with `Me`: to speak for another centre ends the verification.
 * `DELETE /api/me` forgets the person: name and contact data go for good, everywhere, and this answer is the last (204).
 */
export type MeCentreRequest = { readonly centre: { readonly id: Id } };

/** `POST /api/me/verify` */
export type VerifyRequest = { readonly delegationCode: string };

/** A one-time link. The token stands behind `#` in both; draw the QR code from `url`. */
export type OneTimeLink = {
	/** `/device#…`, `/facilitate#…`, `/screen#…`, `/organise#…` */
	readonly path: string;
	readonly url: string;
	readonly expiresAt: number;
};

/** `POST /api/device/claim`, `POST /api/screen/claim`: what stood behind `#`. */
export type ClaimRequest = { readonly token: string };

/** `POST /api/device/look` with a `ClaimRequest`: whose seat a link for another device moves; the link stays unused. */
export type DeviceLinkOf = { readonly personId: Id; readonly name: string | null };

/** `GET /api/centres/search?q=` for delegates, facilitators and organisers, and `GET /api/join/:code/centres?q=`. */
export type CentreHits = { readonly hits: readonly CentreHit[] };

// ── Facilitator and screen ────────────────────────────────────────────────────────────────────────────────────────────

/** `POST /api/facilitator/claim`; a name given here replaces the one that the link was made for. */
export type FacilitatorClaimRequest = { readonly token: string; readonly name?: string };
export type FacilitatorClaimed = {
	readonly board: Id;
	readonly personId: Id;
	readonly name: string | null;
	readonly about: About;
};

/** `POST /api/screen/claim` */
export type ScreenClaimed = { readonly board: Id; readonly about: About; readonly joinUrl: string };

/** `GET /api/workshops/:id/people`, for its facilitators and the organiser. */
export type PeopleList = {
	readonly people: readonly {
		readonly personId: Id;
		readonly name: string | null;
		readonly centreId: Id | null;
		readonly verified: boolean;
		readonly verifiedHow: 'facilitator' | 'code' | null;
		readonly joinedAt: number;
	}[];
	/** The centres of these people, and those that wait. */
	readonly centres: Readonly<Record<Id, Centre>>;
	/** Centres that were asked for in this workshop and wait for approval. */
	readonly waiting: readonly { readonly centreId: Id; readonly askedBy: Id; readonly askedAt: number }[];
};

/** `POST /api/workshops/:id/facilitator-links` (organiser) answers with a `OneTimeLink`; so does `…/screen-links`, without a body. */
export type FacilitatorLinkRequest = { readonly name: string };

// ── Organiser ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * `POST /api/organiser/claim`: the one-time link, with a name and a new passphrase. A link for an organiser who has one
 * already needs neither; without them another is refused with `passphrase-needed` and stays unused.
 */
export type OrganiserClaimRequest = { readonly token: string; readonly name?: string; readonly passphrase?: string };
/**
 * `POST /api/organiser/look` with a `ClaimRequest`: what the bearer of the link chooses before it is used up, or why it
 * opens nothing any more. The link stays unused.
 */
export type OrganiserLinkOf =
	{ readonly chooses: 'passphrase' | 'nothing' } | { readonly chooses: null; readonly problem: Problem };
/** `POST /api/organiser/sign-in` */
export type SignInRequest = { readonly name: string; readonly passphrase: string };
export type OrganiserSignedIn = { readonly personId: Id; readonly name: string | null };

/** `PUT /api/forum` creates or edits it and answers with the `Forum`. Without `confirmByDay`: 14 days after the last day. */
export type ForumRequest = Omit<Forum, 'id' | 'confirmByDay'> & { readonly confirmByDay?: string };

/**
 * `GET /api/people` (organiser): everybody whose name the forum holds, by name. `DELETE /api/people/:id` takes the name
 * and the contact data of one away for good (204); refused with `organiser-stays` and `person-forgotten`.
 */
export type ForumPeople = {
	readonly people: readonly {
		readonly personId: Id;
		readonly name: string | null;
		readonly is: 'delegate' | 'facilitator' | 'organiser';
		readonly centre: Centre | null;
		readonly verified: boolean;
		/** How many workshops they joined, or facilitate. */
		readonly workshops: number;
	}[];
};

export type RosterKind = 'networks' | 'organisations';

/** One thing that is wrong with a row or with one of its cells. */
export type RosterProblem = {
	/** Line of the file, counted from 1 as a spreadsheet does. */
	readonly line: number;
	/** The column's header as the file writes it; null when the whole row is wrong. */
	readonly column: string | null;
	readonly code: string;
	readonly sentence: string;
	readonly params: Readonly<Record<string, string | number>>;
	/** The cell as it was written, cut to 80 characters. */
	readonly value: string;
};

/**
 * `POST /api/roster/preview?kind=&encoding=` with the bytes of the file (`Content-Type: text/csv`), at most 2 MB.
 * `POST /api/roster/import` with the same bytes writes it, all or nothing, and answers with the same shape; while there are
 * problems it answers 422 `roster-has-problems` and writes nothing.
 */
export type RosterPreview = {
	readonly kind: RosterKind;
	readonly encoding: string;
	/** The file does not say its encoding: look whether the accents are right. */
	readonly encodingGuessed: boolean;
	readonly delimiter: string;
	readonly columns: readonly { readonly header: string; readonly field: string | null }[];
	/** Rows that would be new, that change a centre, and that change nothing. */
	readonly counts: { readonly rows: number; readonly added: number; readonly changed: number; readonly same: number };
	readonly problems: readonly RosterProblem[];
	/** The first 20 rows that can be read, as they would stand in the roster. */
	readonly sample: readonly {
		readonly line: number;
		readonly is: 'added' | 'changed' | 'same';
		readonly name: string;
		readonly legalName: string;
		readonly city: string;
		readonly country: string | null;
		readonly kind: string | null;
		readonly networks: readonly string[];
	}[];
};

/** Every fact that the organiser keeps of a centre, in the form of a request: `POST /api/centres`, `PUT /api/centres/:id`. */
export type CentreRequest = {
	readonly isNetwork: boolean;
	/** The short name. */
	readonly name: string;
	/** Empty: the same as the name. */
	readonly legalName: string;
	readonly city: string;
	/** ISO 3166 alpha-2. */
	readonly country: string | null;
	/** Null for networks. */
	readonly kind: CentreKind | null;
	/** Codes of the sector vocabulary. */
	readonly sectors: readonly string[];
	readonly networkIds: readonly Id[];
	readonly website: string;
	/** Nine digits, or null. */
	readonly pic: string | null;
	/** E and eight digits, or null. */
	readonly oid: string | null;
	/** Of networks only; empty or null otherwise. */
	readonly field: string;
	readonly initiative: Initiative | null;
	readonly coordinator: string;
	readonly countries: readonly string[];
	/** False only for a centre that a delegate asked for and nobody has approved. */
	readonly approved: boolean;
};

export type CentreRow = Omit<CentreRequest, 'city'> & {
	readonly id: Id;
	readonly city: string | null;
	readonly people: number;
	readonly verified: number;
	readonly askedBy: { readonly personId: Id; readonly name: string | null; readonly at: number } | null;
};

/** `GET /api/centres` (organiser). `DELETE /api/centres/:id` (204) takes one away that nothing refers to, else `centre-in-use`. */
export type CentreList = { readonly centres: readonly CentreRow[] };

/** `GET /api/centres/codes?workshop=`: one sheet for each approved centre. With a workshop, the link joins it too. */
export type CodeSheets = {
	readonly forum: string;
	readonly sheets: readonly CodeSheet[];
};

/** Also the answer of `POST /api/centres/:id/new-code`, after which the old code is worth nothing. */
export type CodeSheet = {
	readonly centreId: Id;
	readonly name: string;
	readonly country: string | null;
	readonly isNetwork: boolean;
	/** `9D4T-K7QF-M2XT` */
	readonly code: string;
	/** What the QR code holds: the join page, with the code behind `#`. */
	readonly url: string;
};

/** `POST /api/workshops`, `PUT /api/workshops/:id` (organiser); times in the forum's time zone, `2024-09-10T09:30`. */
export type WorkshopRequest = {
	readonly title: string;
	readonly room: string;
	readonly startsLocal: string;
	readonly endsLocal: string;
	readonly language: string;
};

/** `DELETE /api/workshops/:id` (organiser, 204) takes one away that nobody has joined, else `workshop-joined`. `GET /api/workshops` (organiser), `GET /api/workshops/:id`, and the answer of `POST`, `PUT` and `POST …/new-join-code`. */
export type WorkshopRow = Workshop & {
	readonly people: number;
	readonly facilitators: readonly { readonly personId: Id; readonly name: string | null }[];
};
export type WorkshopList = { readonly workshops: readonly WorkshopRow[] };
