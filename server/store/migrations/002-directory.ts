import type { DatabaseSync } from 'node:sqlite';

/**
 * The directory: the forum, its centres, people and workshops, and who may come in. Ordinary tables, because people can
 * ask to be forgotten. Lists are JSON; days are ISO 8601; instants are milliseconds since 1970. Session ids, tokens and
 * codes of centres stand here as hashes only.
 */
export function up(db: DatabaseSync): void {
	for (const tables of [forumAndCentres, peopleAndWorkshops, waysIn]) db.exec(tables);
}

const forumAndCentres = `
	CREATE TABLE forum (
		one INTEGER PRIMARY KEY CHECK (one = 1),
		id TEXT NOT NULL UNIQUE,
		name TEXT NOT NULL,
		place TEXT NOT NULL,
		first_day TEXT NOT NULL,
		last_day TEXT NOT NULL,
		time_zone TEXT NOT NULL,
		languages TEXT NOT NULL,
		controller TEXT NOT NULL CHECK (controller <> ''),
		privacy_notice TEXT NOT NULL CHECK (privacy_notice <> ''),
		confirm_by_day TEXT NOT NULL,
		retention_day TEXT NOT NULL
	) STRICT;

	CREATE TABLE centres (
		id TEXT PRIMARY KEY,
		is_network INTEGER NOT NULL CHECK (is_network IN (0, 1)),
		name TEXT NOT NULL,
		legal_name TEXT NOT NULL,
		city TEXT NOT NULL,
		country TEXT,
		kind TEXT,
		sectors TEXT NOT NULL,
		website TEXT NOT NULL,
		pic TEXT,
		oid TEXT,
		field TEXT NOT NULL,
		initiative TEXT,
		coordinator TEXT NOT NULL,
		coordinator_country TEXT,
		members TEXT NOT NULL,
		countries TEXT NOT NULL,
		project_number TEXT NOT NULL,
		starts TEXT,
		ends TEXT,
		asked_by TEXT,
		asked_at INTEGER,
		asked_on TEXT,
		approved_by TEXT,
		approved_at INTEGER,
		code_generation INTEGER NOT NULL,
		code_hash TEXT NOT NULL UNIQUE
	) STRICT, WITHOUT ROWID;

	CREATE TABLE centre_networks (
		centre TEXT NOT NULL REFERENCES centres (id),
		network TEXT NOT NULL REFERENCES centres (id),
		PRIMARY KEY (centre, network)
	) STRICT, WITHOUT ROWID;
`;

const peopleAndWorkshops = `
	CREATE TABLE persons (
		id TEXT PRIMARY KEY,
		name TEXT,
		centre TEXT REFERENCES centres (id),
		organiser INTEGER NOT NULL CHECK (organiser IN (0, 1)),
		made_at INTEGER NOT NULL,
		attempt_hash TEXT UNIQUE,
		verified_how TEXT CHECK (verified_how IN ('facilitator', 'code')),
		verified_by TEXT,
		verified_at INTEGER,
		forgotten_at INTEGER,
		CHECK ((name IS NULL) = (forgotten_at IS NOT NULL)),
		CHECK ((verified_how IS NULL) = (verified_at IS NULL))
	) STRICT, WITHOUT ROWID;

	CREATE TABLE workshops (
		id TEXT PRIMARY KEY,
		title TEXT NOT NULL,
		room TEXT NOT NULL,
		starts_local TEXT NOT NULL,
		ends_local TEXT NOT NULL,
		language TEXT NOT NULL,
		join_code TEXT NOT NULL UNIQUE
	) STRICT, WITHOUT ROWID;

	CREATE TABLE retired_join_codes (
		code TEXT PRIMARY KEY,
		workshop TEXT NOT NULL REFERENCES workshops (id)
	) STRICT, WITHOUT ROWID;

	CREATE TABLE memberships (
		workshop TEXT NOT NULL REFERENCES workshops (id),
		person TEXT NOT NULL REFERENCES persons (id),
		joined_at INTEGER NOT NULL,
		PRIMARY KEY (workshop, person)
	) STRICT, WITHOUT ROWID;

	CREATE TABLE facilitators (
		workshop TEXT NOT NULL REFERENCES workshops (id),
		person TEXT NOT NULL REFERENCES persons (id),
		since INTEGER NOT NULL,
		PRIMARY KEY (workshop, person)
	) STRICT, WITHOUT ROWID;
`;

const waysIn = `
	CREATE TABLE passphrases (
		person TEXT PRIMARY KEY REFERENCES persons (id),
		hash TEXT NOT NULL,
		set_at INTEGER NOT NULL
	) STRICT, WITHOUT ROWID;

	CREATE TABLE one_time_links (
		token_hash TEXT PRIMARY KEY,
		kind TEXT NOT NULL CHECK (kind IN ('organiser', 'facilitator', 'device', 'screen')),
		person TEXT REFERENCES persons (id),
		workshop TEXT REFERENCES workshops (id),
		name TEXT,
		expires_at INTEGER NOT NULL,
		used_at INTEGER
	) STRICT, WITHOUT ROWID;

	CREATE TABLE sessions (
		id_hash TEXT PRIMARY KEY,
		kind TEXT NOT NULL CHECK (kind IN ('delegate', 'facilitator', 'organiser', 'screen')),
		person TEXT REFERENCES persons (id),
		workshop TEXT REFERENCES workshops (id),
		expires_at INTEGER NOT NULL,
		CHECK ((kind = 'screen') = (person IS NULL)),
		CHECK ((person IS NULL) = (workshop IS NOT NULL))
	) STRICT, WITHOUT ROWID;
	CREATE INDEX sessions_of_person ON sessions (person);
`;
