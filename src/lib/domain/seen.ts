import {
	isInternational,
	partiesIn,
	type Board,
	type Card,
	type CardKind,
	type CardState,
	type Confirmation,
	type Instant,
	type Interest,
	type LetIn,
	type Member,
	type Moment,
	type OfferKind,
	type Party,
	type PartyRole,
	type Proposal,
	type Room,
	type SectorLine,
	type Snapshot,
	type Step
} from './board.ts';
import { seenTables, type Role, type SeenKey, type SeenTable } from './command.ts';
import type { Id } from './ids.ts';
import { moderates, standingIn } from './roles.ts';

/** One who looks. `personId` null is the audience in general: what everybody of this role sees. */
export type Reader = {
	readonly role: Role;
	readonly personId: Id | null;
	readonly centreId: Id | null;
	readonly verified: boolean;
};

export type SeenCard = {
	readonly id: Id;
	readonly kind: CardKind;
	readonly centreId: Id;
	readonly networkId: Id | null;
	/** null on the screen, which shows no persons. */
	readonly authorId: Id | null;
	readonly title: string;
	readonly text: string;
	readonly language: string;
	readonly sectors: readonly string[];
	readonly offerKind: OfferKind | null;
	readonly postedAt: Instant;
	readonly editedAt: Instant | null;
	readonly vouched: boolean;
	readonly state: CardState;
};

export type SeenInterest = Omit<Interest, 'personId'> & { readonly personId: Id | null };
export type SeenLine = Omit<SectorLine, 'personId'> & { readonly personId: Id | null };

/** What everybody may know of a proposal: title, parties, state, and who has confirmed. */
export type SeenProposal = {
	readonly id: Id;
	readonly title: string;
	readonly language: string;
	readonly createdAt: Instant;
	readonly cardIds: readonly Id[];
	readonly parties: readonly { readonly centreId: Id; readonly role: PartyRole; readonly is: Party['state']['is'] }[];
	readonly is: Proposal['state']['is'];
	readonly opensAt: Instant | null;
	readonly version: number;
	readonly since: Instant | null;
	readonly international: boolean | null;
	readonly confirmed: readonly { readonly centreId: Id; readonly personId: Id | null; readonly at: Instant }[];
};

/** What its parties (and the organiser) see in addition. */
export type SeenDraft = {
	readonly id: Id;
	readonly access: 'write' | 'read';
	readonly createdBy: Id;
	readonly createdFor: Id;
	readonly parties: readonly Party[];
	readonly letIn: readonly LetIn[];
	readonly steps: readonly Step[];
	readonly frozen: {
		readonly version: number;
		readonly at: Instant;
		readonly by: Id;
		readonly sha256: string;
		readonly snapshot: Snapshot | null;
	} | null;
	readonly confirmations: readonly Confirmation[];
	readonly moments: readonly Moment[];
};

export type SeenRoom = Room;
export type SeenRecords = {
	room: SeenRoom;
	cards: SeenCard;
	interests: SeenInterest;
	lines: SeenLine;
	proposals: SeenProposal;
	drafts: SeenDraft;
	members: Member;
};
export type SeenRecord = SeenRecords[SeenTable];

/** What one reader may see of the sum, by table and id. */
export type Seen = { readonly [Name in SeenTable]: ReadonlyMap<string, SeenRecords[Name]> };

export const emptySeen: Seen = {
	room: new Map(),
	cards: new Map(),
	interests: new Map(),
	lines: new Map(),
	proposals: new Map(),
	drafts: new Map(),
	members: new Map()
};

export function splitKey(key: SeenKey): { readonly table: SeenTable; readonly id: string } {
	const slash = key.indexOf('/');
	return { table: key.slice(0, slash) as SeenTable, id: key.slice(slash + 1) };
}

/** Whether this reader sees the card at all; a command says of all others only that they are not open. */
export function maySeeCard(card: Card, reader: Reader): boolean {
	if (card.state.is === 'published') return true;
	if (reader.role === 'screen' || card.state.is === 'withdrawn') return false;
	if (card.state.is === 'hidden' && moderates(reader)) return true;
	return reader.personId !== null && card.authorId === reader.personId;
}

function seeCard(card: Card | undefined, reader: Reader): SeenCard | undefined {
	if (!card || !maySeeCard(card, reader)) return undefined;
	return reader.role === 'screen' ? { ...card, authorId: null } : card;
}

function seeProposal(proposal: Proposal | undefined, reader: Reader): SeenProposal | undefined {
	if (!proposal || proposal.state.is === 'discarded') return undefined;
	const { id, title, language, createdAt, cardIds, version, state } = proposal;
	const frozen = 'frozen' in state ? state.frozen : null;
	return {
		id,
		title,
		language,
		createdAt,
		cardIds,
		version,
		parties: proposal.parties.map((party) => ({ centreId: party.centreId, role: party.role, is: party.state.is })),
		is: state.is,
		opensAt: state.is === 'opening' ? state.opensAt : null,
		since: state.is === 'partnership' ? state.since : null,
		international: frozen?.snapshot ? isInternational(frozen.snapshot) : null,
		confirmed: proposal.confirmations.map(({ centreId, personId, at }) => ({
			centreId,
			at,
			personId: reader.role === 'screen' ? null : personId
		}))
	};
}

function seeDraft(proposal: Proposal | undefined, reader: Reader): SeenDraft | undefined {
	if (!proposal || proposal.state.is === 'discarded') return undefined;
	const standing = reader.role === 'delegate' ? standingIn(proposal, reader) : 'none';
	if (standing === 'none' && reader.role !== 'organiser') return undefined;
	const party = partiesIn(proposal).some((one) => one.centreId === reader.centreId);
	const { id, createdBy, createdFor, letIn, steps, moments, state } = proposal;
	return {
		id,
		createdBy,
		createdFor,
		letIn,
		steps,
		access: standing === 'writer' ? 'write' : 'read',
		parties: standing === 'invited' ? withoutOthersReasons(proposal.parties, reader.centreId) : proposal.parties,
		frozen: 'frozen' in state ? state.frozen : null,
		// Contact persons are for the partners, and for the organiser by consent; an invited centre learns who has
		// confirmed, not how nor why.
		confirmations:
			standing === 'invited'
				? []
				: proposal.confirmations.map((one) =>
						(party && standing === 'writer') || (reader.role === 'organiser' && one.organiserToo)
							? one
							: { ...one, contact: null }
					),
		moments: standing === 'invited' ? [] : moments
	};
}

/** An invited centre learns who left or withdrew, not why. */
function withoutOthersReasons(parties: readonly Party[], own: Id | null): readonly Party[] {
	return parties.map((one) => (one.centreId === own ? one : { ...one, state: { ...one.state, reason: '' } }));
}

/**
 * The one place that knows who may see what: one record as this reader may see it, or undefined.
 * Source: the table "Who sees what" of the product.
 */
export function see(board: Board, key: SeenKey, reader: Reader): SeenRecord | undefined {
	const { table, id } = splitKey(key);
	switch (table) {
		case 'room':
			return seeRoom(board);
		case 'cards':
			return seeCard(board.cards.get(id), reader);
		case 'interests':
			return seeHanging(board, board.interests.get(id), reader);
		case 'lines':
			return seeHanging(board, board.lines.get(id), reader);
		case 'proposals':
			return seeProposal(board.proposals.get(id), reader);
		case 'drafts':
			return seeDraft(board.proposals.get(id), reader);
		case 'members':
			return seeMember(board.members.get(id), reader);
	}
}

/** A spotlit card that left the board meanwhile: the screen shows the newest ones, and the card's id goes to nobody. */
function seeRoom({ room, cards }: Board): SeenRoom {
	const gone = room.sceneCardId !== null && cards.get(room.sceneCardId)?.state.is !== 'published';
	return gone ? { ...room, scene: 'newest', sceneCardId: null } : room;
}

function seeHanging<Row extends { cardId: Id; personId: Id }>(board: Board, row: Row | undefined, reader: Reader) {
	const card = row && board.cards.get(row.cardId);
	if (!row || !card || !maySeeCard(card, reader)) return undefined;
	return reader.role === 'screen' ? { ...row, personId: null } : row;
}

function seeMember(member: Member | undefined, reader: Reader): Member | undefined {
	if (!member) return undefined;
	return moderates(reader) || member.personId === reader.personId ? member : undefined;
}

/** Who may see another record than the audience of their role in general: persons, and verified members of centres. */
export type Concerned = { readonly persons: readonly Id[]; readonly centres: readonly Id[] };

const nobody: Concerned = { persons: [], centres: [] };

export function concerned(board: Board, key: SeenKey): Concerned {
	const { table, id } = splitKey(key);
	if (table === 'proposals' || table === 'room') return nobody;
	if (table === 'members') return { persons: [id], centres: [] };
	if (table === 'drafts') {
		const proposal = board.proposals.get(id);
		if (!proposal) return nobody;
		const centres = proposal.parties.map((party) => party.centreId);
		return { persons: [proposal.createdBy, ...proposal.letIn.map((one) => one.personId)], centres };
	}
	const card = board.cards.get(table === 'cards' ? id : id.slice(0, id.indexOf('~')));
	return card && card.state.is !== 'published' ? { persons: [card.authorId], centres: [] } : nobody;
}

/** Every key of the board, visible or not. */
export function keysOf(board: Board): SeenKey[] {
	const keys: SeenKey[] = ['room/room'];
	for (const id of board.cards.keys()) keys.push(`cards/${id}`);
	for (const id of board.interests.keys()) keys.push(`interests/${id}`);
	for (const id of board.lines.keys()) keys.push(`lines/${id}`);
	for (const id of board.proposals.keys()) keys.push(`proposals/${id}`, `drafts/${id}`);
	for (const id of board.members.keys()) keys.push(`members/${id}`);
	return keys;
}

/** The whole board as one reader may see it. */
export function seenBy(board: Board, reader: Reader): Seen {
	const tables = Object.fromEntries(seenTables.map((table) => [table, new Map<string, SeenRecord>()])) as unknown as {
		[Name in SeenTable]: Map<string, SeenRecord>;
	};
	for (const key of keysOf(board)) {
		const record = see(board, key, reader);
		const { table, id } = splitKey(key);
		if (record) tables[table].set(id, record);
	}
	return tables as unknown as Seen;
}
