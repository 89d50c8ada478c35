import type { Id } from './ids.ts';

/** Immutable records by id. Changing one gives a new table; whoever holds the old one keeps it. */
export type Table<Row> = ReadonlyMap<string, Row>;

export const cardKinds = ['challenge', 'sector', 'offer'] as const;
export type CardKind = (typeof cardKinds)[number];
export const offerKinds = ['expertise', 'practice', 'module', 'facility', 'mobility'] as const;
export type OfferKind = (typeof offerKinds)[number];
export const interestKinds = ['same-need', 'can-help', 'want', 'work-with'] as const;
export type InterestKind = (typeof interestKinds)[number];

/** Milliseconds since 1970, UTC, by the server's clock. */
export type Instant = number;

export type CardState =
	| { readonly is: 'published' }
	| { readonly is: 'private' }
	| {
			readonly is: 'hidden';
			readonly by: Id;
			readonly at: Instant;
			readonly reason: string;
			readonly before: 'published' | 'private';
	  }
	| { readonly is: 'withdrawn'; readonly by: Id; readonly at: Instant };

export type Card = {
	readonly id: Id;
	readonly kind: CardKind;
	/** The organisation or network that the card speaks for. */
	readonly centreId: Id;
	/** The network in whose name the organisation posts ("SEPR, France · for MOSAIC"), or null. */
	readonly networkId: Id | null;
	readonly authorId: Id;
	/** Empty for a sector: its title is the label of its code, in the reader's language. */
	readonly title: string;
	readonly text: string;
	readonly language: string;
	/** Codes of the sector vocabulary; a sector card has exactly its own. */
	readonly sectors: readonly string[];
	readonly offerKind: OfferKind | null;
	readonly postedAt: Instant;
	readonly editedAt: Instant | null;
	/** A verified delegate of the centre stands behind it, whoever wrote it. */
	readonly vouched: boolean;
	readonly state: CardState;
};

export type Interest = {
	readonly cardId: Id;
	readonly centreId: Id;
	readonly personId: Id;
	readonly kind: InterestKind;
	readonly at: Instant;
};

export type SectorLine = {
	readonly cardId: Id;
	readonly centreId: Id;
	readonly networkId: Id | null;
	readonly personId: Id;
	readonly text: string;
	readonly language: string;
	readonly at: Instant;
	/** Words of a colleague for whom nobody has vouched stand in it, too. */
	readonly unverifiedWords?: true;
};

export const partyRoles = ['coordinator', 'partner', 'associated'] as const;
export type PartyRole = (typeof partyRoles)[number];

export type Party = {
	readonly centreId: Id;
	readonly role: PartyRole;
	readonly contribution: string;
	readonly state: {
		readonly is: 'invited' | 'in' | 'declined' | 'left' | 'taken-out' | 'withdrawn';
		readonly by: Id;
		readonly at: Instant;
		readonly reason: string;
	};
	/** Asked for when the roster does not know them; kept with this proposal only. */
	readonly country: string | null;
	readonly kind: string | null;
};

export type Step = { readonly id: Id; readonly what: string; readonly owner: string; readonly due: string | null };

/** What a confirmation binds to, frozen. `text` is the editor's document as JSON. */
export type Snapshot = {
	readonly title: string;
	readonly language: string;
	/** No call can be named yet, and what was hashed says so. */
	readonly targetCall: null;
	readonly parties: readonly {
		readonly centreId: Id;
		readonly name: string;
		readonly isNetwork: boolean;
		readonly country: string | null;
		readonly kind: string | null;
		readonly role: PartyRole;
		readonly contribution: string;
	}[];
	readonly steps: readonly Step[];
	readonly text: unknown;
};

export type Contact = { readonly name: string; readonly function: string; readonly email: string };

export type Confirmation = {
	readonly centreId: Id;
	readonly personId: Id;
	readonly at: Instant;
	readonly version: number;
	readonly decision: 'agreed' | 'management';
	/** The day by which the management decides; null when agreed. */
	readonly decidesBy: string | null;
	readonly contact: Contact | null;
	/** The contact person agreed that the organiser sees the contact, too. */
	readonly organiserToo: boolean;
};

export type ProposalState =
	| { readonly is: 'draft' }
	| { readonly is: 'opening'; readonly by: Id; readonly at: Instant; readonly opensAt: Instant }
	| { readonly is: 'open'; readonly frozen: Frozen }
	| { readonly is: 'partnership'; readonly frozen: Frozen; readonly since: Instant }
	| { readonly is: 'discarded'; readonly by: Id; readonly at: Instant };

export type Frozen = {
	readonly version: number;
	readonly at: Instant;
	readonly by: Id;
	readonly sha256: string;
	/** null when it was erased by law. */
	readonly snapshot: Snapshot | null;
};

/** One line of what happened to a proposal, for the people in it: who, when, why. */
export type Moment = {
	readonly what: string;
	readonly at: Instant;
	readonly by: Id | null;
	readonly centreId: Id | null;
	readonly version: number | null;
	readonly reason: string;
};

/** An unverified colleague who may open a draft, as long as they speak for this centre. */
export type LetIn = { readonly personId: Id; readonly centreId: Id };

export type Proposal = {
	readonly id: Id;
	readonly title: string;
	readonly language: string;
	readonly createdBy: Id;
	/** The centre that its creator spoke for then. */
	readonly createdFor: Id;
	readonly createdAt: Instant;
	readonly cardIds: readonly Id[];
	readonly parties: readonly Party[];
	readonly letIn: readonly LetIn[];
	readonly steps: readonly Step[];
	readonly state: ProposalState;
	/** The number of the last version that was open for confirmation; 0 before the first. */
	readonly version: number;
	/** Of the current version only. What was voided stands in `moments`. */
	readonly confirmations: readonly Confirmation[];
	readonly moments: readonly Moment[];
};

export const phases = ['gather', 'explore', 'match', 'co-write', 'confirm', 'closed'] as const;
export type Phase = (typeof phases)[number];

export const scenes = ['join', 'newest', 'card', 'sectors', 'partnerships'] as const;
export type Scene = (typeof scenes)[number];

export type Room = {
	/** null until a facilitator starts the workshop. */
	readonly phase: Phase | null;
	readonly phaseSince: Instant | null;
	readonly locked: boolean;
	/** New cards are seen by their author only, until they are revealed. */
	readonly privateWriting: boolean;
	readonly scene: Scene;
	readonly sceneCardId: Id | null;
};

export type Member = {
	readonly personId: Id;
	readonly removed: { readonly by: Id; readonly at: Instant; readonly reason: string } | null;
};

/** The sum of all events of one workshop. */
export type Board = {
	readonly seq: number;
	readonly room: Room;
	readonly cards: Table<Card>;
	/** By `pairKey(cardId, centreId)`. */
	readonly interests: Table<Interest>;
	/** By `pairKey(cardId, centreId)`; of sector cards only. */
	readonly lines: Table<SectorLine>;
	readonly proposals: Table<Proposal>;
	/** Only persons about whom a moderator decided something. */
	readonly members: Table<Member>;
	/** Which sector has its card: by code. */
	readonly sectorCards: ReadonlyMap<string, Id>;
};

export const emptyBoard: Board = {
	seq: 0,
	room: { phase: null, phaseSince: null, locked: false, privateWriting: false, scene: 'join', sceneCardId: null },
	cards: new Map(),
	interests: new Map(),
	lines: new Map(),
	proposals: new Map(),
	members: new Map(),
	sectorCards: new Map()
};

export function pairKey(cardId: Id, centreId: Id): string {
	return `${cardId}~${centreId}`;
}

/** The table with this row put in. */
export function put<Row>(table: Table<Row>, key: string, row: Row): Table<Row> {
	return new Map(table).set(key, row);
}

/** The table without this row. */
export function without<Row>(table: Table<Row>, key: string): Table<Row> {
	const next = new Map(table);
	next.delete(key);
	return next;
}

/** The parties that take part now: neither invited only, nor gone. */
export function partiesIn(proposal: Pick<Proposal, 'parties'>): readonly Party[] {
	return proposal.parties.filter((party) => party.state.is === 'in');
}

export function partyOf(proposal: Pick<Proposal, 'parties'>, centreId: Id | null): Party | undefined {
	return centreId === null ? undefined : proposal.parties.find((party) => party.centreId === centreId);
}

/** Organisations of at least two countries make it international; networks do not count (PRODUCT: who counts). */
export function isInternational(snapshot: Snapshot): boolean {
	const countries = new Set<string>();
	for (const party of snapshot.parties) if (!party.isNetwork && party.country) countries.add(party.country);
	return countries.size >= 2;
}
