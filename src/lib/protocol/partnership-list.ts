import type { PartyRole } from '#lib/domain/board.ts';
import type { Id } from '#lib/domain/ids.ts';

export type ListFormat = 'json' | 'csv' | 'xlsx';

/** One party of a confirmed partnership, as it was frozen, with its yes. */
export type ListedParty = {
	readonly centreId: Id;
	readonly name: string;
	/** ISO 3166 alpha-2; null for a network. */
	readonly country: string | null;
	readonly kind: string | null;
	readonly isNetwork: boolean;
	readonly role: PartyRole;
	readonly contribution: string;
	/** null when the name was erased. */
	readonly confirmedBy: string | null;
	/** ISO 8601, UTC. */
	readonly confirmedAt: string;
	readonly decision: 'agreed' | 'management';
	/** The day by which the management decides, or null. */
	readonly decidesBy: string | null;
	/** For the partners, and for the organiser if the contact person agreed; null for everybody else, and when erased. */
	readonly contact: { readonly name: string; readonly function: string; readonly email: string } | null;
};

export type ListedPartnership = {
	readonly id: Id;
	readonly title: string;
	/** The language that counts. */
	readonly language: string;
	readonly international: boolean;
	readonly version: number;
	readonly sha256: string;
	readonly since: string;
	/** The text as plain paragraphs. */
	readonly text: string;
	readonly parties: readonly ListedParty[];
	readonly steps: readonly { readonly what: string; readonly owner: string; readonly due: string | null }[];
	readonly cards: readonly { readonly kind: string; readonly title: string }[];
	readonly workshop: { readonly id: Id; readonly title: string };
};

/** One centre that has not said yes to a version that is open for it. */
export type ListedWaiting = {
	readonly proposalId: Id;
	readonly title: string;
	readonly version: number;
	readonly openSince: string;
	readonly waitsFor: { readonly centreId: Id; readonly name: string; readonly country: string | null };
	readonly saidYes: readonly string[];
	readonly workshop: { readonly id: Id; readonly title: string };
};

/**
 * `GET /api/partnerships?scope=&workshop=&centre=&format=`: what is agreed, and nothing else. `scope=centre` without
 * `centre` is the delegate's own; another one is for the organiser.
 */
export type PartnershipList = {
	readonly forum: string;
	readonly madeAt: string;
	readonly partnerships: readonly ListedPartnership[];
};
/** `GET /api/partnerships/waiting?…`: what waits for whom. */
export type WaitingList = {
	readonly forum: string;
	readonly madeAt: string;
	readonly waiting: readonly ListedWaiting[];
};
