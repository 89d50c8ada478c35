import type { Id } from '#lib/domain/ids.ts';
import type { CentreEntry, PersonEntry } from '#lib/protocol/frame.ts';
import type { Centre } from '#lib/protocol/rest.ts';
import type { Person } from '../store/store.ts';
import type { CentreRow, Change, DirectoryRows, ForumRow, PersonRow, WorkshopRow } from './records.ts';
import { endOfDay } from './zoned-time.ts';

export type HeldPerson = { readonly row: PersonRow; readonly person: Person; readonly entry: PersonEntry };
export type HeldCentre = { readonly row: CentreRow; readonly entry: CentreEntry; readonly centre: Centre };

/**
 * The whole directory as the disk has it: a forum has hundreds of persons and centres, and every command asks for some.
 * Changed by committed changes only.
 */
export class DirectoryMemory {
	#forum: { readonly row: ForumRow; readonly confirmBy: number } | null = null;
	readonly #centres = new Map<Id, HeldCentre>();
	readonly #centreByCode = new Map<string, Id>();
	readonly #persons = new Map<Id, HeldPerson>();
	readonly #personByAttempt = new Map<string, Id>();
	readonly #workshops = new Map<Id, WorkshopRow>();
	readonly #boardByCode = new Map<string, Id>();
	readonly #retired = new Map<string, Id>();
	readonly #members = new Map<Id, Map<Id, number>>();
	readonly #facilitators = new Map<Id, Map<Id, number>>();
	readonly #passphrases = new Set<Id>();
	/** Raised with every change of a centre, for whoever keeps an index of them. */
	centresVersion = 0;

	constructor(rows: DirectoryRows) {
		if (rows.forum) this.#putForum(rows.forum);
		for (const row of rows.centres) this.#putCentre(row);
		for (const row of rows.persons) this.#putPerson(row);
		for (const row of rows.workshops) this.#putWorkshop(row);
		for (const { code, board } of rows.retiredCodes) this.#retired.set(code, board);
		for (const { board, personId, at } of rows.members) seat(this.#members, board, personId, at);
		for (const { board, personId, at } of rows.facilitators) seat(this.#facilitators, board, personId, at);
		for (const personId of rows.passphrases) this.#passphrases.add(personId);
	}

	get forum(): ForumRow | null {
		return this.#forum?.row ?? null;
	}

	/** Milliseconds since 1970; 0 while there is no forum. */
	get confirmBy(): number {
		return this.#forum?.confirmBy ?? 0;
	}

	centre(id: Id): HeldCentre | undefined {
		return this.#centres.get(id);
	}

	centres(): readonly HeldCentre[] {
		return [...this.#centres.values()];
	}

	centreOfCode(codeHash: string): HeldCentre | undefined {
		return this.#centres.get(this.#centreByCode.get(codeHash) ?? '');
	}

	person(id: Id): HeldPerson | undefined {
		return this.#persons.get(id);
	}

	persons(): Iterable<HeldPerson> {
		return this.#persons.values();
	}

	personOfAttempt(attemptHash: string): HeldPerson | undefined {
		return this.#persons.get(this.#personByAttempt.get(attemptHash) ?? '');
	}

	workshop(id: Id): WorkshopRow | undefined {
		return this.#workshops.get(id);
	}

	workshops(): readonly WorkshopRow[] {
		return [...this.#workshops.values()];
	}

	boardOfCode(joinCode: string): Id | undefined {
		return this.#boardByCode.get(joinCode);
	}

	isRetired(joinCode: string): boolean {
		return this.#retired.has(joinCode);
	}

	/** Who has joined a workshop, and when, the first one first. */
	members(board: Id): ReadonlyMap<Id, number> {
		return this.#members.get(board) ?? new Map<Id, number>();
	}

	facilitators(board: Id): ReadonlyMap<Id, number> {
		return this.#facilitators.get(board) ?? new Map<Id, number>();
	}

	hasPassphrase(personId: Id): boolean {
		return this.#passphrases.has(personId);
	}

	/** Follows changes that are on disk. */
	apply(changes: readonly Change[]): void {
		for (const change of changes) this.#apply(change);
	}

	#apply(change: Change): void {
		switch (change.is) {
			case 'forum':
				return this.#putForum(change.row);
			case 'centre':
				return this.#putCentre({ ...change.row, approved: this.#centres.get(change.row.id)?.row.approved ?? null });
			case 'approved': {
				const row = this.#centres.get(change.centreId)?.row;
				if (row && !row.approved) this.#putCentre({ ...row, approved: { by: change.by, at: change.at } });
				return;
			}
			case 'centre-gone':
				return this.#dropCentre(change.centreId);
			case 'person':
			case 'verified':
			case 'moved':
			case 'forgotten':
				return this.#applyToPerson(change);
			case 'workshop':
				return this.#putWorkshop(change.row);
			case 'workshop-gone':
				return this.#dropWorkshop(change.board);
			case 'retired-code':
				return void this.#retired.set(change.code, change.board);
			case 'member':
				return seat(this.#members, change.board, change.personId, change.at);
			case 'facilitator':
				return seat(this.#facilitators, change.board, change.personId, change.at);
			case 'passphrase':
				return void this.#passphrases.add(change.personId);
			case 'link':
			case 'link-used':
				return;
		}
	}

	#applyToPerson(change: Extract<Change, { is: 'person' | 'verified' | 'moved' | 'forgotten' }>): void {
		const row = this.#persons.get(change.is === 'person' ? change.row.id : change.personId)?.row;
		if (row && row.forgottenAt !== null) return;
		if (change.is === 'person') return this.#putPerson({ ...change.row, verified: row?.verified ?? null });
		if (!row) return;
		if (change.is === 'moved') return this.#putPerson({ ...row, centreId: change.centreId, verified: null });
		if (change.is === 'forgotten') {
			return this.#putPerson({ ...row, name: null, attemptHash: null, forgottenAt: change.at });
		}
		const { how, by, at, centreId } = change;
		if (!row.verified && row.centreId === centreId) this.#putPerson({ ...row, verified: { how, by, at } });
	}

	#dropCentre(id: Id): void {
		const row = this.#centres.get(id)?.row;
		if (row) this.#centreByCode.delete(row.codeHash);
		this.#centres.delete(id);
		this.centresVersion += 1;
	}

	#dropWorkshop(board: Id): void {
		const row = this.#workshops.get(board);
		if (row) this.#boardByCode.delete(row.joinCode);
		for (const [code, of] of this.#retired) if (of === board) this.#retired.delete(code);
		for (const table of [this.#workshops, this.#members, this.#facilitators]) table.delete(board);
	}

	#putForum(row: ForumRow): void {
		this.#forum = { row, confirmBy: endOfDay(row.confirmByDay, row.timeZone) };
	}

	#putCentre(row: CentreRow): void {
		const before = this.#centres.get(row.id);
		if (before) this.#centreByCode.delete(before.row.codeHash);
		this.#centreByCode.set(row.codeHash, row.id);
		const entry = centreEntryOf(row);
		this.#centres.set(row.id, { row, entry, centre: { id: row.id, ...entry } });
		this.centresVersion += 1;
	}

	#putPerson(row: PersonRow): void {
		const { id, name, centreId, organiser, attemptHash } = row;
		const verified = row.verified !== null;
		const before = this.#persons.get(id)?.row.attemptHash;
		if (before) this.#personByAttempt.delete(before);
		if (attemptHash !== null) this.#personByAttempt.set(attemptHash, id);
		this.#persons.set(id, {
			row,
			person: { id, name, centreId, verified, organiser },
			entry: { name, centreId, verified }
		});
	}

	#putWorkshop(row: WorkshopRow): void {
		const before = this.#workshops.get(row.id);
		if (before) this.#boardByCode.delete(before.joinCode);
		this.#boardByCode.set(row.joinCode, row.id);
		this.#workshops.set(row.id, row);
	}
}

function seat(seats: Map<Id, Map<Id, number>>, board: Id, personId: Id, at: number): void {
	const people = seats.get(board) ?? new Map<Id, number>();
	if (!people.has(personId)) people.set(personId, at);
	seats.set(board, people);
}

function centreEntryOf(row: CentreRow): CentreEntry {
	const { isNetwork, name, legalName, country, kind, sectors, networkIds } = row;
	const city = row.city === '' ? null : row.city;
	return { isNetwork, name, legalName, city, country, kind, sectors, networkIds, approved: row.approved !== null };
}
