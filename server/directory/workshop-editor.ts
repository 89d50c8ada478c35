import { reject, type Refusal } from '#lib/domain/command.ts';
import { newId, type Id } from '#lib/domain/ids.ts';
import type { WorkshopRequest } from '#lib/protocol/rest.ts';
import type { Random } from './chance.ts';
import { drawJoinCode } from './delegation-codes.ts';
import type { DirectoryLedger } from './directory-ledger.ts';
import type { DirectoryMemory } from './directory-memory.ts';
import type { WorkshopRow } from './records.ts';

const workshopUnknown = reject('workshop-unknown', 'This workshop is not in the programme. Go back to the list.');

function refusedWorkshop(memory: DirectoryMemory, { startsLocal, endsLocal }: WorkshopRequest): Refusal | null {
	if (!memory.forum) return reject('forum-missing', 'Create the forum first, then its workshops.');
	if (endsLocal <= startsLocal) {
		return reject('workshop-times', 'The workshop ends before it starts. Correct one of the two times.', {
			field: 'endsLocal'
		});
	}
	return null;
}

/** Creates and edits the workshops of the programme. Each has one board, under the same id. */
export class WorkshopEditor {
	readonly #ledger: DirectoryLedger;
	readonly #random: Random;

	constructor(ledger: DirectoryLedger, random: Random) {
		this.#ledger = ledger;
		this.#random = random;
	}

	get(id: Id): WorkshopRow | undefined {
		return this.#ledger.memory.workshop(id);
	}

	/** In order of time, then of title. */
	all(): readonly WorkshopRow[] {
		const key = ({ startsLocal, title, id }: WorkshopRow) => `${startsLocal} ${title} ${id}`;
		return this.#ledger.memory.workshops().toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
	}

	/** The workshop that a join code opens, or why none. @param code without dashes */
	ofJoinCode(code: string): Id | Refusal {
		const { memory } = this.#ledger;
		const board = memory.boardOfCode(code);
		if (board !== undefined) return board;
		return memory.isRetired(code)
			? reject('join-code-replaced', 'This room code is no longer valid. The new one is on the screen in the room.')
			: reject('join-code-wrong', 'No room has this code. Check it on the screen in the room.');
	}

	/** Refuses with `forum-missing` and `workshop-times`. */
	async create(request: WorkshopRequest): Promise<WorkshopRow | Refusal> {
		return this.#ledger.inTurn(async (write) => {
			const refused = refusedWorkshop(this.#ledger.memory, request);
			if (refused) return refused;
			const row = { id: newId(this.#random), joinCode: this.#freeCode(), ...request };
			await write([{ is: 'workshop', row }]);
			return row;
		});
	}

	/** Refuses with `workshop-unknown` and `workshop-times`. */
	async edit(id: Id, request: WorkshopRequest): Promise<WorkshopRow | Refusal> {
		return this.#ledger.inTurn(async (write) => {
			const before = this.get(id);
			if (!before) return workshopUnknown;
			const refused = refusedWorkshop(this.#ledger.memory, request);
			if (refused) return refused;
			const row = { ...before, ...request };
			await write([{ is: 'workshop', row }]);
			return row;
		});
	}

	/** Takes a workshop off the programme. Refuses with `workshop-unknown`, and with `workshop-joined` once somebody was in. */
	async remove(id: Id): Promise<Refusal | null> {
		return this.#ledger.inTurn(async (write) => {
			if (!this.get(id)) return workshopUnknown;
			if (this.#ledger.memory.members(id).size > 0) {
				return reject('workshop-joined', 'People have joined this workshop, so it stays. You can edit it.');
			}
			await write([{ is: 'workshop-gone', board: id }]);
			return null;
		});
	}

	/** Gives a workshop another join code; the old one says from now on that it was replaced. */
	async renewJoinCode(id: Id): Promise<WorkshopRow | Refusal> {
		return this.#ledger.inTurn(async (write) => {
			const before = this.get(id);
			if (!before) return workshopUnknown;
			const row = { ...before, joinCode: this.#freeCode() };
			await write([
				{ is: 'workshop', row },
				{ is: 'retired-code', code: before.joinCode, board: id }
			]);
			return row;
		});
	}

	#freeCode(): string {
		const { memory } = this.#ledger;
		let code = drawJoinCode(this.#random);
		while (memory.boardOfCode(code) !== undefined || memory.isRetired(code)) code = drawJoinCode(this.#random);
		return code;
	}
}
