import type { Id } from '#lib/domain/ids.ts';
import { CentreEditor } from './centre-editor.ts';
import { CentreSearch } from './centre-search.ts';
import type { Clock, Random } from './chance.ts';
import { Claims } from './claims.ts';
import { DelegationCodes } from './delegation-codes.ts';
import { DirectoryLedger } from './directory-ledger.ts';
import { DirectoryMemory } from './directory-memory.ts';
import { DirectoryView } from './directory-view.ts';
import { ForumEditor } from './forum-editor.ts';
import { LinkBook, type MadeLink } from './link-book.ts';
import { PeopleEditor } from './people-editor.ts';
import type { DirectoryTables } from './records.ts';
import { RosterImport } from './roster-import.ts';
import { WorkshopEditor } from './workshop-editor.ts';

export type DirectoryPorts = {
	readonly now: Clock;
	readonly random: Random;
	/** From `readServerSecret`: the centres' codes are made from it. */
	readonly secret: Uint8Array;
};

const linksKept = 30 * 24 * 60 * 60 * 1000;

/**
 * The forum, its centres, people and workshops, and who may come in. Reads answer at once from memory; every write is on
 * disk when its promise resolves, and a write that the rules of the directory forbid resolves with the refusal.
 */
export class Directory extends DirectoryView {
	readonly forum: ForumEditor;
	readonly centres: CentreEditor;
	readonly workshops: WorkshopEditor;
	readonly people: PeopleEditor;
	readonly links: LinkBook;
	readonly claims: Claims;
	readonly roster: RosterImport;
	readonly #search: CentreSearch;

	constructor(tables: DirectoryTables, memory: DirectoryMemory, { now, random, secret }: DirectoryPorts) {
		super(memory);
		const ledger = new DirectoryLedger(tables, memory);
		const codes = new DelegationCodes(secret);
		this.forum = new ForumEditor(ledger, random);
		this.centres = new CentreEditor(ledger, codes, random, now);
		this.workshops = new WorkshopEditor(ledger, random);
		this.people = new PeopleEditor(ledger, codes, random, now);
		this.links = new LinkBook(ledger, random, now);
		this.claims = new Claims(ledger, this.links, random, now);
		this.roster = new RosterImport(ledger, codes, random, now);
		this.#search = new CentreSearch(memory);
	}

	searchCentres(query: string, limit: number) {
		return this.#search.search(query, limit);
	}

	/** A link that makes its bearer an organiser, while there is none who could sign in; else null. */
	async firstOrganiserLink(): Promise<MadeLink | null> {
		return this.claims.hasOrganiser() ? null : this.links.make({ kind: 'organiser' });
	}

	/** Workshops that a person facilitates. */
	facilitatedBy(personId: Id): readonly Id[] {
		return this.boards().filter((board) => this.facilitates(board, personId));
	}
}

/** Reads the directory into memory. @throws what the tables throw */
export async function createDirectory(tables: DirectoryTables, ports: DirectoryPorts): Promise<Directory> {
	await tables.dropLinks(ports.now() - linksKept);
	return new Directory(tables, new DirectoryMemory(await tables.load()), ports);
}
