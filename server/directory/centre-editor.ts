import { reject, type Refusal } from '#lib/domain/command.ts';
import { newId, type Id } from '#lib/domain/ids.ts';
import { nameKey } from '../roster/name-key.ts';
import type { Clock, Random } from './chance.ts';
import type { DelegationCodes } from './delegation-codes.ts';
import type { DirectoryLedger } from './directory-ledger.ts';
import type { DirectoryMemory, HeldCentre } from './directory-memory.ts';
import type { CentreFacts, CentreRow, Change } from './records.ts';

const centreUnknown = reject('centre-unknown', 'This organisation is not in the roster. Choose another.');

const kindStays = reject('input-invalid', 'An organisation stays one, and a network too. Add a new centre.', {
	field: 'isNetwork'
});

const centreInUse = reject(
	'centre-in-use',
	'People, organisations, cards or drafts refer to this entry, so it stays. You can edit it.'
);

function isReferredTo(memory: DirectoryMemory, id: Id): boolean {
	for (const { row } of memory.persons()) if (row.centreId === id) return true;
	return memory.centres().some(({ row }) => row.networkIds.includes(id));
}

/** A centre of this name in this country, other than `id`; names are compared without accents and case. */
export function centreNamed(
	memory: DirectoryMemory,
	{ name, country, isNetwork }: Pick<CentreFacts, 'name' | 'country' | 'isNetwork'>,
	id: Id | null = null
): CentreRow | undefined {
	const keyOf = (text: string) => nameKey(text) || text;
	const key = keyOf(name);
	const same = ({ row }: HeldCentre) =>
		row.id !== id && row.isNetwork === isNetwork && row.country === country && keyOf(row.name) === key;
	return memory.centres().find(same)?.row;
}

function refusedCentre(memory: DirectoryMemory, facts: CentreFacts, id: Id | null): Refusal | null {
	if (centreNamed(memory, facts, id)) {
		return reject('centre-exists', 'The roster has a centre of this name in this country. Edit that one.', {
			field: 'name'
		});
	}
	const isNetwork = (network: Id) => network !== id && memory.centre(network)?.row.isNetwork === true;
	if (!facts.networkIds.every(isNetwork)) {
		return reject('centre-unknown', 'One of these networks is not in the roster. Choose again.', {
			field: 'networkIds'
		});
	}
	return null;
}

/** What a new row of the roster has beside its facts. */
export function newCentre(
	codes: DelegationCodes,
	id: Id,
	facts: CentreFacts,
	asked: CentreRow['asked']
): Omit<CentreRow, 'approved'> {
	const codeGeneration = 1;
	return { ...facts, id, asked, codeGeneration, codeHash: codes.hashOf(codes.codeOf(id, codeGeneration)) };
}

/** The roster of centres, and their delegation codes. */
export class CentreEditor {
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

	get(id: Id): CentreRow | undefined {
		return this.#ledger.memory.centre(id)?.row;
	}

	all(): readonly CentreRow[] {
		return this.#ledger.memory.centres().map(({ row }) => row);
	}

	/** Refuses with `centre-exists` and `centre-unknown` (a network that is none). */
	async add(facts: CentreFacts, by: Id | null): Promise<CentreRow | Refusal> {
		return this.#ledger.inTurn(async (write) => {
			const refused = refusedCentre(this.#ledger.memory, facts, null);
			if (refused) return refused;
			const row = newCentre(this.#codes, newId(this.#random), facts, null);
			await write([
				{ is: 'centre', row },
				{ is: 'approved', centreId: row.id, by, at: this.#now() }
			]);
			return this.#written(row.id);
		});
	}

	/** Puts these facts in the place of the old ones. @param approve takes a centre that was asked for into the roster */
	async edit(id: Id, facts: Partial<CentreFacts>, approve: boolean, by: Id): Promise<CentreRow | Refusal> {
		return this.#ledger.inTurn(async (write) => {
			const before = this.get(id);
			if (!before) return centreUnknown;
			const { approved, ...kept } = before;
			const row = { ...kept, ...facts };
			if (row.isNetwork !== before.isNetwork) return kindStays;
			const refused = refusedCentre(this.#ledger.memory, row, id);
			if (refused) return refused;
			const changes: Change[] = [{ is: 'centre', row }];
			if (approve && !approved) changes.push({ is: 'approved', centreId: id, by, at: this.#now() });
			await write(changes);
			return this.#written(id);
		});
	}

	/**
	 * Takes a centre off the roster. Refuses with `centre-unknown`, and with `centre-in-use` while anything refers to it.
	 * @param isOnBoard whether a board names it
	 */
	async remove(id: Id, isOnBoard: (id: Id) => Promise<boolean>): Promise<Refusal | null> {
		return this.#ledger.inTurn(async (write) => {
			if (!this.get(id)) return centreUnknown;
			if ((await isOnBoard(id)) || isReferredTo(this.#ledger.memory, id)) return centreInUse;
			await write([{ is: 'centre-gone', centreId: id }]);
			return null;
		});
	}

	/** The delegation code of a centre as it is printed, without dashes. */
	codeOf({ id, codeGeneration }: CentreRow): string {
		return this.#codes.codeOf(id, codeGeneration);
	}

	/** The centre whose code this is. @param code without dashes */
	ofCode(code: string): CentreRow | undefined {
		return this.#ledger.memory.centreOfCode(this.#codes.hashOf(code))?.row;
	}

	/** Gives a centre another delegation code; the old one is worth nothing from now on. */
	async renewCode(id: Id): Promise<CentreRow | Refusal> {
		return this.#ledger.inTurn(async (write) => {
			const before = this.get(id);
			if (!before) return centreUnknown;
			const { approved: _kept, ...row } = before;
			const codeGeneration = before.codeGeneration + 1;
			const codeHash = this.#codes.hashOf(this.#codes.codeOf(id, codeGeneration));
			await write([{ is: 'centre', row: { ...row, codeGeneration, codeHash } }]);
			return this.#written(id);
		});
	}

	#written(id: Id): CentreRow {
		const row = this.get(id);
		if (!row) throw new Error('A centre that was written is not in the directory');
		return row;
	}
}
