import { createHash } from 'node:crypto';
import { reject, type Refusal } from '#lib/domain/command.ts';
import { newId, type Id } from '#lib/domain/ids.ts';
import type { AskedCentre } from '#lib/protocol/rest.ts';
import { centreNamed, newCentre } from './centre-editor.ts';
import type { Clock, Random } from './chance.ts';
import type { DelegationCodes } from './delegation-codes.ts';
import type { DirectoryLedger } from './directory-ledger.ts';
import { noCentreFacts, type Change, type PersonRow } from './records.ts';

export type Joining = {
	readonly board: Id;
	readonly name: string;
	readonly centre: { readonly id: Id } | { readonly asked: AskedCentre };
	/** The secret of this attempt, the same with every retry; null when the device draws none. */
	readonly attempt: string | null;
};

export type Newcomer = {
	readonly personId: Id;
	readonly centreId: Id;
	/** The centre was asked for just now and is new. */
	readonly centreIsNew: boolean;
};

const centreUnknown = reject('centre-unknown', 'This organisation is not in the list. Choose another, or add yours.', {
	field: 'centre'
});

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Organisations that one room may have asked for and nobody has approved: more than a room has people. */
const mostAsked = 100;
const tooManyAsked = reject(
	'centres-asked-too-many',
	'This room has asked for many new organisations. Choose one from the list, or talk to the facilitator.',
	{ field: 'centre' }
);

/** For how long a retry of the same attempt is the same person, in milliseconds. */
const attemptHolds = 10 * 60 * 1000;

/** People of the forum: who they are, where they are in. */
export class PeopleEditor {
	readonly #ledger: DirectoryLedger;
	readonly #codes: DelegationCodes;
	readonly #random: Random;
	readonly #now: Clock;

	constructor(ledger: DirectoryLedger, codes: DelegationCodes, random: Random, now: Clock) {
		this.#ledger = ledger;
		this.#codes = codes;
		this.#random = random;
		this.#now = now;
	}

	get(id: Id): PersonRow | undefined {
		return this.#ledger.memory.person(id)?.row;
	}

	/** Who has joined a workshop, and when, the first one first. */
	inWorkshop(board: Id): readonly { readonly row: PersonRow; readonly joinedAt: number }[] {
		return [...this.#ledger.memory.members(board)].flatMap(([id, joinedAt]) => {
			const row = this.get(id);
			return row ? [{ row, joinedAt }] : [];
		});
	}

	facilitatorsOf(board: Id): readonly PersonRow[] {
		return [...this.#ledger.memory.facilitators(board).keys()].flatMap((id) => this.get(id) ?? []);
	}

	/** The boards that a person has joined. */
	boardsOf(personId: Id): readonly Id[] {
		const { memory } = this.#ledger;
		return memory.workshops().flatMap(({ id }) => (memory.members(id).has(personId) ? [id] : []));
	}

	/** Delegates of each centre, and how many of them are verified. */
	countByCentre(): ReadonlyMap<Id, { readonly people: number; readonly verified: number }> {
		const counts = new Map<Id, { people: number; verified: number }>();
		for (const { row } of this.#ledger.memory.persons()) {
			if (row.centreId === null || row.forgottenAt !== null) continue;
			const count = counts.get(row.centreId) ?? { people: 0, verified: 0 };
			counts.set(row.centreId, {
				people: count.people + 1,
				verified: count.verified + (row.verified ? 1 : 0)
			});
		}
		return counts;
	}

	/** A new person joins a workshop for a centre. Refuses with `centre-unknown` and `centres-asked-too-many`. */
	async join({ board, name, centre, attempt }: Joining): Promise<Newcomer | Refusal> {
		const attemptHash = attempt === null ? null : createHash('sha256').update(attempt).digest('base64url');
		return this.#ledger.inTurn(async (write) => {
			const again = this.#joinedBefore(board, attemptHash);
			if (again) return again;
			const at = this.#now();
			const personId = newId(this.#random);
			const changes: Change[] = [];
			const centreId = 'id' in centre ? centre.id : this.#ask(centre.asked, personId, board, at, changes);
			if (centreId === null) return tooManyAsked;
			if ('id' in centre && !this.#ledger.memory.centre(centreId)) return centreUnknown;
			const centreIsNew = changes.length > 0;
			const isFirst = attemptHash !== null && !this.#ledger.memory.personOfAttempt(attemptHash);
			const person = { id: personId, name, centreId, organiser: false, madeAt: at, forgottenAt: null };
			changes.push({ is: 'person', row: { ...person, attemptHash: isFirst ? attemptHash : null } });
			changes.push({ is: 'member', board, personId, at });
			await write(changes);
			return { personId, centreId, centreIsNew };
		});
	}

	/** A person who is at the forum already joins one more workshop. */
	async joinAgain(personId: Id, board: Id): Promise<void> {
		await this.#ledger.inTurn(async (write) => {
			if (this.#ledger.memory.members(board).has(personId)) return;
			await write([{ is: 'member', board, personId, at: this.#now() }]);
		});
	}

	async rename(id: Id, name: string): Promise<void> {
		await this.#change(id, { name });
	}

	/** Everybody whose name is here, in the order of their names. */
	all(): readonly PersonRow[] {
		const rows = [...this.#ledger.memory.persons()].map(({ row }) => row).filter((row) => row.forgottenAt === null);
		return rows.toSorted((a, b) => collator.compare(a.name ?? '', b.name ?? '') || (a.id < b.id ? -1 : 1));
	}

	/** Speaks for another centre from now on, not verified. Refuses with `centre-unknown`. */
	async changeCentre(id: Id, centreId: Id): Promise<Refusal | null> {
		return this.#ledger.inTurn(async (write) => {
			if (!this.#ledger.memory.centre(centreId)) return centreUnknown;
			if (this.get(id)?.centreId !== centreId) await write([{ is: 'moved', personId: id, centreId }]);
			return null;
		});
	}

	/**
	 * Takes the name of a person away for good; what their centre agreed to stays, by id. For a person who is in no
	 * workshop: for all others the board's log says it, in the same transaction.
	 */
	async forget(id: Id): Promise<void> {
		await this.#ledger.inTurn((write) => write([{ is: 'forgotten', personId: id, at: this.#now() }]));
	}

	/** For a person who is in no workshop; for all others the board's log says it, in the same transaction. */
	async verify(personId: Id, centreId: Id | null): Promise<void> {
		await this.#ledger.inTurn((write) =>
			write([{ is: 'verified', personId, centreId, how: 'code', by: personId, at: this.#now() }])
		);
	}

	async #change(id: Id, facts: Partial<Omit<PersonRow, 'id' | 'verified'>>): Promise<void> {
		await this.#ledger.inTurn(async (write) => {
			const before = this.get(id);
			if (!before || before.forgottenAt !== null) return;
			const { verified: _kept, ...row } = before;
			await write([{ is: 'person', row: { ...row, ...facts } }]);
		});
	}

	#joinedBefore(board: Id, attemptHash: string | null): Newcomer | null {
		const person = attemptHash === null ? undefined : this.#ledger.memory.personOfAttempt(attemptHash)?.row;
		if (!person?.centreId || this.#now() - person.madeAt > attemptHolds) return null;
		if (!this.#ledger.memory.members(board).has(person.id)) return null;
		return { personId: person.id, centreId: person.centreId, centreIsNew: false };
	}

	/**
	 * A missing centre is put on the list, not yet approved; a second delegate who asks for the same gets the first one's.
	 * null when too many of this room are on it.
	 */
	#ask({ name, city, country, kind }: AskedCentre, by: Id, board: Id, at: number, changes: Change[]): Id | null {
		const facts = { ...noCentreFacts, name, legalName: name, city, country, kind };
		const known = centreNamed(this.#ledger.memory, facts);
		if (known) return known.id;
		const asked = this.#ledger.memory.centres().filter(({ row: one }) => !one.approved && one.asked?.board === board);
		if (asked.length >= mostAsked) return null;
		const row = newCentre(this.#codes, newId(this.#random), facts, { by, at, board });
		changes.push({ is: 'centre', row });
		return row.id;
	}
}
