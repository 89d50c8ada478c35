import type { Id } from '#lib/domain/ids.ts';
import type { Forum } from '#lib/protocol/rest.ts';
import type { CentreRequest } from '#lib/protocol/rest-centres.ts';

/** There is one forum in an installation. */
export type ForumRow = Forum;

/** An organisation or a network of the roster, or one that a delegate asked for. */
export type CentreRow = CentreFacts & {
	readonly id: Id;
	/** Who asked for it, in which workshop; null when the organiser put it there. */
	readonly asked: { readonly by: Id; readonly at: number; readonly board: Id } | null;
	readonly approved: { readonly by: Id | null; readonly at: number } | null;
	/** Raised with every new delegation code. */
	readonly codeGeneration: number;
	readonly codeHash: string;
};

/** What is known of a centre: what the organiser edits, and of a network what only its roster says. Texts are empty when unknown. */
export type CentreFacts = Omit<CentreRequest, 'approved'> & {
	readonly coordinatorCountry: string | null;
	/** Names of a network's organisations as its roster writes them. */
	readonly members: readonly string[];
	readonly projectNumber: string;
	readonly start: string | null;
	readonly end: string | null;
};

export const noCentreFacts: CentreFacts = {
	isNetwork: false,
	name: '',
	legalName: '',
	city: '',
	country: null,
	kind: null,
	sectors: [],
	networkIds: [],
	website: '',
	pic: null,
	oid: null,
	field: '',
	initiative: null,
	coordinator: '',
	coordinatorCountry: null,
	members: [],
	countries: [],
	projectNumber: '',
	start: null,
	end: null
};

export type Verification = { readonly how: 'facilitator' | 'code'; readonly by: Id | null; readonly at: number };

export type PersonRow = {
	readonly id: Id;
	/** null when forgotten. */
	readonly name: string | null;
	readonly centreId: Id | null;
	readonly organiser: boolean;
	readonly madeAt: number;
	/** Hash of the secret that a joining device sends with each retry. */
	readonly attemptHash: string | null;
	readonly verified: Verification | null;
	readonly forgottenAt: number | null;
};

export type WorkshopRow = {
	/** Also the id of its board. */
	readonly id: Id;
	readonly title: string;
	readonly room: string;
	/** `2024-09-10T09:30` in the forum's time zone: whoever corrects the time zone moves no workshop on the programme. */
	readonly startsLocal: string;
	readonly endsLocal: string;
	readonly language: string;
	/** Without its dash. */
	readonly joinCode: string;
};

export type LinkKind = 'organiser' | 'facilitator' | 'device' | 'screen';

export type LinkRow = {
	readonly tokenHash: string;
	readonly kind: LinkKind;
	readonly personId: Id | null;
	readonly board: Id | null;
	/** For whom a facilitator's link was made. */
	readonly name: string | null;
	readonly expiresAt: number;
	readonly usedAt: number | null;
};

/**
 * One change of the directory. Approval and verification are changes of their own, since boards write them too: whoever
 * puts a centre or a person leaves them as they are.
 */
export type Change =
	| { readonly is: 'forum'; readonly row: ForumRow }
	| { readonly is: 'centre'; readonly row: Omit<CentreRow, 'approved'> }
	| { readonly is: 'approved'; readonly centreId: Id; readonly by: Id | null; readonly at: number }
	| { readonly is: 'person'; readonly row: Omit<PersonRow, 'verified'> }
	/** For the centre that they speak for; nothing happens when they speak for another one by now. */
	| ({ readonly is: 'verified'; readonly personId: Id; readonly centreId: Id | null } & Verification)
	/** To another centre, for which nobody has vouched. */
	| { readonly is: 'moved'; readonly personId: Id; readonly centreId: Id }
	| { readonly is: 'forgotten'; readonly personId: Id; readonly at: number }
	| { readonly is: 'centre-gone'; readonly centreId: Id }
	| { readonly is: 'workshop-gone'; readonly board: Id }
	| { readonly is: 'workshop'; readonly row: WorkshopRow }
	| { readonly is: 'retired-code'; readonly code: string; readonly board: Id }
	| { readonly is: 'member'; readonly board: Id; readonly personId: Id; readonly at: number }
	| { readonly is: 'facilitator'; readonly board: Id; readonly personId: Id; readonly at: number }
	| { readonly is: 'passphrase'; readonly personId: Id; readonly hash: string; readonly at: number }
	| { readonly is: 'link'; readonly row: LinkRow }
	| { readonly is: 'link-used'; readonly tokenHash: string; readonly at: number };

/** Everything that the directory holds in memory. */
export type DirectoryRows = {
	readonly forum: ForumRow | null;
	readonly centres: readonly CentreRow[];
	readonly persons: readonly PersonRow[];
	readonly workshops: readonly WorkshopRow[];
	readonly retiredCodes: readonly { readonly code: string; readonly board: Id }[];
	readonly members: readonly { readonly board: Id; readonly personId: Id; readonly at: number }[];
	readonly facilitators: readonly { readonly board: Id; readonly personId: Id; readonly at: number }[];
	/** Who has a passphrase. */
	readonly passphrases: readonly Id[];
};

/** The directory's tables on the disk. Asynchronous, since a database over the network will be a second implementation. */
export interface DirectoryTables {
	load(): Promise<DirectoryRows>;
	/**
	 * One transaction, on disk when the promise resolves. All or nothing.
	 * @throws StoreConflict when a name, code or link is taken already
	 */
	write(changes: readonly Change[]): Promise<void>;
	link(tokenHash: string): Promise<LinkRow | null>;
	/** The hash of a person's passphrase, or null. */
	passphraseOf(personId: Id): Promise<string | null>;
	/** Takes away links that ended before this instant. */
	dropLinks(endedBefore: number): Promise<void>;
}
