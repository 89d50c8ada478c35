import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { CentreKind, Initiative } from '#lib/protocol/rest.ts';
import type {
	CentreRow,
	Change,
	DirectoryRows,
	DirectoryTables,
	ForumRow,
	LinkKind,
	LinkRow,
	PersonRow
} from '../../directory/records.ts';
import { StoreConflict, StoreFull } from '../store.ts';
import { LinkUsedBefore, prepareDirectory, writeChange, type DirectoryStatements } from './directory-sql.ts';
import { isDuplicate, resultCode, resultCodes } from './refused.ts';
import { inTransaction } from './transaction.ts';

type Row = Readonly<Record<string, SQLOutputValue>>;

const text = (row: Row, column: string) => String(row[column]);
const maybe = (row: Row, column: string) => (row[column] === null ? null : String(row[column]));
const number = (row: Row, column: string) => Number(row[column]);
const instant = (row: Row, column: string) => (row[column] === null ? null : Number(row[column]));
const list = (row: Row, column: string) => JSON.parse(text(row, column)) as readonly string[];

/** The directory's tables in the SQLite file that the boards' logs share. */
export class SqliteDirectoryTables implements DirectoryTables {
	readonly #db: DatabaseSync;
	readonly #statements: DirectoryStatements;

	constructor(db: DatabaseSync) {
		this.#db = db;
		this.#statements = prepareDirectory(db);
	}

	async load(): Promise<DirectoryRows> {
		const [forum] = this.#all('SELECT * FROM forum').map(forumOf);
		const networks = Map.groupBy(this.#all('SELECT * FROM centre_networks'), (row) => text(row, 'centre'));
		const networksOf = (id: string) => (networks.get(id) ?? []).map((row) => text(row, 'network'));
		return {
			forum: forum ?? null,
			centres: this.#all('SELECT * FROM centres').map((row) => centreOf(row, networksOf(text(row, 'id')))),
			persons: this.#all('SELECT * FROM persons').map(personOf),
			workshops: this.#all('SELECT * FROM workshops').map((row) => ({
				id: text(row, 'id'),
				title: text(row, 'title'),
				room: text(row, 'room'),
				startsLocal: text(row, 'starts_local'),
				endsLocal: text(row, 'ends_local'),
				language: text(row, 'language'),
				joinCode: text(row, 'join_code')
			})),
			retiredCodes: this.#all('SELECT * FROM retired_join_codes').map((row) => ({
				code: text(row, 'code'),
				board: text(row, 'workshop')
			})),
			members: this.#seats('SELECT workshop, person, joined_at AS at FROM memberships ORDER BY joined_at'),
			facilitators: this.#seats('SELECT workshop, person, since AS at FROM facilitators ORDER BY since'),
			passphrases: this.#all('SELECT person FROM passphrases').map((row) => text(row, 'person'))
		};
	}

	async write(changes: readonly Change[]): Promise<void> {
		try {
			inTransaction(this.#db, () => {
				for (const change of changes) writeChange(this.#statements, change);
			});
		} catch (cause) {
			if (cause instanceof LinkUsedBefore || isDuplicate(cause)) throw new StoreConflict('taken already', { cause });
			if (resultCode(cause) === resultCodes.full) throw new StoreFull('the disk is full', { cause });
			throw cause;
		}
	}

	async link(tokenHash: string): Promise<LinkRow | null> {
		const row = this.#db.prepare('SELECT * FROM one_time_links WHERE token_hash = ?').get(tokenHash);
		if (!row) return null;
		return {
			tokenHash,
			kind: text(row, 'kind') as LinkKind,
			personId: maybe(row, 'person'),
			board: maybe(row, 'workshop'),
			name: maybe(row, 'name'),
			expiresAt: number(row, 'expires_at'),
			usedAt: instant(row, 'used_at')
		};
	}

	async passphraseOf(personId: string): Promise<string | null> {
		const row = this.#db.prepare('SELECT hash FROM passphrases WHERE person = ?').get(personId);
		return row ? text(row, 'hash') : null;
	}

	async dropLinks(endedBefore: number): Promise<void> {
		this.#db.prepare('DELETE FROM one_time_links WHERE expires_at < ?').run(endedBefore);
	}

	#all(query: string): Row[] {
		return this.#db.prepare(query).all();
	}

	#seats(query: string): { board: string; personId: string; at: number }[] {
		return this.#all(query).map((row) => ({
			board: text(row, 'workshop'),
			personId: text(row, 'person'),
			at: number(row, 'at')
		}));
	}
}

function forumOf(row: Row): ForumRow {
	return {
		id: text(row, 'id'),
		name: text(row, 'name'),
		place: text(row, 'place'),
		firstDay: text(row, 'first_day'),
		lastDay: text(row, 'last_day'),
		timeZone: text(row, 'time_zone'),
		languages: list(row, 'languages'),
		controller: text(row, 'controller'),
		privacyNotice: text(row, 'privacy_notice'),
		confirmByDay: text(row, 'confirm_by_day'),
		retentionDay: text(row, 'retention_day')
	};
}

function centreOf(row: Row, networkIds: readonly string[]): CentreRow {
	const askedBy = maybe(row, 'asked_by');
	const approvedAt = instant(row, 'approved_at');
	return {
		id: text(row, 'id'),
		isNetwork: number(row, 'is_network') === 1,
		name: text(row, 'name'),
		legalName: text(row, 'legal_name'),
		city: text(row, 'city'),
		country: maybe(row, 'country'),
		kind: maybe(row, 'kind') as CentreKind | null,
		sectors: list(row, 'sectors'),
		networkIds,
		website: text(row, 'website'),
		pic: maybe(row, 'pic'),
		oid: maybe(row, 'oid'),
		field: text(row, 'field'),
		initiative: maybe(row, 'initiative') as Initiative | null,
		coordinator: text(row, 'coordinator'),
		coordinatorCountry: maybe(row, 'coordinator_country'),
		members: list(row, 'members'),
		countries: list(row, 'countries'),
		projectNumber: text(row, 'project_number'),
		start: maybe(row, 'starts'),
		end: maybe(row, 'ends'),
		asked: askedBy === null ? null : { by: askedBy, at: number(row, 'asked_at'), board: text(row, 'asked_on') },
		approved: approvedAt === null ? null : { by: maybe(row, 'approved_by'), at: approvedAt },
		codeGeneration: number(row, 'code_generation'),
		codeHash: text(row, 'code_hash')
	};
}

function personOf(row: Row): PersonRow {
	const how = maybe(row, 'verified_how') as 'facilitator' | 'code' | null;
	return {
		id: text(row, 'id'),
		name: maybe(row, 'name'),
		centreId: maybe(row, 'centre'),
		organiser: number(row, 'organiser') === 1,
		madeAt: number(row, 'made_at'),
		attemptHash: maybe(row, 'attempt_hash'),
		verified: how === null ? null : { how, by: maybe(row, 'verified_by'), at: number(row, 'verified_at') },
		forgottenAt: instant(row, 'forgotten_at')
	};
}
