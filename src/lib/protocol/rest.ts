import type { Asked } from '#lib/domain/asked-of-centre.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { CentreEntry } from './frame.ts';
import type { About, You } from './messages.ts';
import type { Problem } from './rest-problems.ts';

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
