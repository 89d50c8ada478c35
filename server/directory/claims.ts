import { reject, type Refusal } from '#lib/domain/command.ts';
import { newId, type Id } from '#lib/domain/ids.ts';
import { lengthOf } from '#lib/domain/texts.ts';
import { restLimits } from '#lib/protocol/rest.ts';
import { nameKey } from '../roster/name-key.ts';
import type { Clock, Random } from './chance.ts';
import type { DirectoryLedger } from './directory-ledger.ts';
import type { LinkBook } from './link-book.ts';
import { hashPassphrase, isPassphrase, tooManyWaiting, type Lane } from './passphrases.ts';
import type { Change, PersonRow } from './records.ts';

export type OrganiserClaim = {
	readonly token: string;
	readonly name: string | null;
	readonly passphrase: string | null;
};

/** What comes in by a one-time link or by a passphrase, and who it is then. */
export class Claims {
	readonly #ledger: DirectoryLedger;
	readonly #links: LinkBook;
	readonly #random: Random;
	readonly #now: Clock;
	/** Checked for a name that nobody has, so that the answer takes as long. */
	#nobody: Promise<string> | null = null;

	constructor(ledger: DirectoryLedger, links: LinkBook, random: Random, now: Clock) {
		this.#ledger = ledger;
		this.#links = links;
		this.#random = random;
		this.#now = now;
	}

	/** Whether an organiser can sign in at all. */
	hasOrganiser(): boolean {
		return [...this.#ledger.memory.persons()].some(({ row }) => this.#maySignIn(row));
	}

	/**
	 * Makes the bearer of the link an organiser, with a name and a new passphrase; one of the same name gets the new
	 * passphrase, since only the operator hands out such links. A link for an organiser who is there needs neither.
	 * Refuses with the codes of links, `passphrase-needed` and `passphrase-short`; then the link is not used up.
	 */
	async organiser({ token, name, passphrase }: OrganiserClaim): Promise<Id | Refusal> {
		const asked = await this.#links.read('organiser', token);
		if ('code' in asked) return asked;
		if (asked.personId === null && (name === null || passphrase === null)) {
			return reject('passphrase-needed', 'Choose your name and a passphrase first.', { field: 'passphrase' });
		}
		if (passphrase !== null && lengthOf(passphrase) < restLimits.passphraseLeast) {
			const least = restLimits.passphraseLeast;
			const sentence = `Use at least ${least} characters: some words that only you put together.`;
			return reject('passphrase-short', sentence, { field: 'passphrase', least });
		}
		const hash = passphrase === null ? null : await hashPassphrase(passphrase);
		return this.#ledger.inTurn(async (write) => {
			const link = await this.#links.read('organiser', token);
			if ('code' in link) return link;
			const person = this.#organiserFor(link.personId, name);
			const changes: Change[] = [
				{ is: 'link-used', tokenHash: link.tokenHash, at: this.#now() },
				{ is: 'person', row: person }
			];
			if (hash !== null) changes.push({ is: 'passphrase', personId: person.id, hash, at: this.#now() });
			await write(changes);
			return person.id;
		});
	}

	/**
	 * What the bearer of an organiser's link has to choose before it is used up: `nothing` when it is of an organiser who
	 * is there. Refuses with the codes of links.
	 */
	async organiserChooses(token: string): Promise<'passphrase' | 'nothing' | Refusal> {
		const link = await this.#links.read('organiser', token);
		if ('code' in link) return link;
		return link.personId === null ? 'passphrase' : 'nothing';
	}

	/** The organiser of this name and passphrase. Refuses with `sign-in-wrong`, whatever of both is wrong, and `try-later`. */
	async signIn(name: string, passphrase: string, lane: Lane): Promise<Id | Refusal> {
		const person = this.#organiserNamed(name);
		const hash = person && (await this.#ledger.tables.passphraseOf(person.id));
		this.#nobody ??= hashPassphrase('nobody has this passphrase');
		const nobody = await this.#nobody;
		if (tooManyWaiting(lane)) return reject('try-later', 'Many people sign in at this moment. Try again in a minute.');
		const right = await isPassphrase(passphrase, hash ?? nobody, lane);
		if (person && hash && right) return person.id;
		return reject('sign-in-wrong', 'Name and passphrase do not fit together. Check both and try again.');
	}

	/**
	 * Makes the bearer a facilitator of the link's workshop.
	 * @param here the facilitator whom this browser is already: the workshop comes to the others
	 */
	async facilitator(
		token: string,
		name: string | null,
		here: Id | null
	): Promise<{ readonly personId: Id; readonly board: Id } | Refusal> {
		return this.#ledger.inTurn(async (write) => {
			const link = await this.#links.read('facilitator', token);
			if ('code' in link) return link;
			const { board } = link;
			if (board === null) throw new Error('A facilitator link without a workshop');
			const at = this.#now();
			const changes: Change[] = [{ is: 'link-used', tokenHash: link.tokenHash, at }];
			const known = link.personId ?? here;
			const before = known === null ? undefined : this.#ledger.memory.person(known)?.row;
			const row = before ?? this.#newPerson(name ?? link.name ?? 'Facilitator', false);
			if (!before || (name !== null && name !== before.name)) {
				changes.push({ is: 'person', row: { ...row, name: name ?? row.name } });
			}
			changes.push({ is: 'facilitator', board, personId: row.id, at });
			await write(changes);
			return { personId: row.id, board };
		});
	}

	/** The person who made the link, now on another device. */
	async device(token: string): Promise<Id | Refusal> {
		return this.#ledger.inTurn(async (write) => {
			const link = await this.#links.read('device', token);
			if ('code' in link) return link;
			if (link.personId === null) throw new Error('A device link without a person');
			await write([{ is: 'link-used', tokenHash: link.tokenHash, at: this.#now() }]);
			return link.personId;
		});
	}

	/** The person whose link this is; it stays unused. */
	async deviceOf(token: string): Promise<Id | Refusal> {
		const link = await this.#links.read('device', token);
		if ('code' in link) return link;
		if (link.personId === null) throw new Error('A device link without a person');
		return link.personId;
	}

	/** The workshop that a screen shows. */
	async screen(token: string): Promise<Id | Refusal> {
		return this.#ledger.inTurn(async (write) => {
			const link = await this.#links.read('screen', token);
			if ('code' in link) return link;
			if (link.board === null) throw new Error('A screen link without a workshop');
			await write([{ is: 'link-used', tokenHash: link.tokenHash, at: this.#now() }]);
			return link.board;
		});
	}

	#maySignIn({ organiser, id, forgottenAt }: PersonRow): boolean {
		return organiser && forgottenAt === null && this.#ledger.memory.hasPassphrase(id);
	}

	#organiserNamed(name: string): PersonRow | undefined {
		const key = nameKey(name);
		if (key === '') return undefined;
		for (const { row } of this.#ledger.memory.persons()) {
			if (this.#maySignIn(row) && nameKey(row.name ?? '') === key) return row;
		}
		return undefined;
	}

	#organiserFor(personId: Id | null, name: string | null): Omit<PersonRow, 'verified'> {
		const known = personId === null ? undefined : this.#ledger.memory.person(personId)?.row;
		const before = known ?? this.#organiserNamed(name ?? '');
		if (!before) return this.#newPerson(name ?? 'Organiser', true);
		const { verified: _kept, ...row } = before;
		return { ...row, name: name ?? row.name, organiser: true };
	}

	#newPerson(name: string, organiser: boolean): Omit<PersonRow, 'verified'> {
		const id = newId(this.#random);
		return { id, name, centreId: null, organiser, madeAt: this.#now(), attemptHash: null, forgottenAt: null };
	}
}
