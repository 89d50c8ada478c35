import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Change } from '../../directory/records.ts';
import type { DirectoryWrite } from '../store.ts';

function upsert(table: string, key: string, columns: string): string {
	const names = columns.split(' ');
	const slots = [key, ...names].map(() => '?').join(', ');
	const updates = names.map((name) => `${name} = excluded.${name}`).join(', ');
	return `INSERT INTO ${table} (${[key, ...names].join(', ')}) VALUES (${slots}) ON CONFLICT (${key}) DO UPDATE SET ${updates}`;
}

const sql = {
	forum: upsert(
		'forum',
		'one',
		'id name place first_day last_day time_zone languages controller privacy_notice confirm_by_day retention_day'
	),
	centre: upsert(
		'centres',
		'id',
		'is_network name legal_name city country kind sectors website pic oid field initiative coordinator ' +
			'coordinator_country members countries project_number starts ends asked_by asked_at asked_on code_generation code_hash'
	),
	leaveNetworks: 'DELETE FROM centre_networks WHERE centre = ?',
	joinNetwork: 'INSERT INTO centre_networks (centre, network) VALUES (?, ?)',
	approved: 'UPDATE centres SET approved_by = ?, approved_at = ? WHERE id = ? AND approved_at IS NULL',
	// Whoever was forgotten gets no name back, not by a change that was on its way either.
	person: `${upsert('persons', 'id', 'name centre organiser made_at attempt_hash forgotten_at')}
		WHERE persons.forgotten_at IS NULL`,
	verified: `UPDATE persons SET verified_how = ?, verified_by = ?, verified_at = ?
		WHERE id = ? AND centre IS ? AND verified_at IS NULL AND forgotten_at IS NULL`,
	moved: `UPDATE persons SET centre = ?, verified_how = NULL, verified_by = NULL, verified_at = NULL
		WHERE id = ? AND forgotten_at IS NULL`,
	forgotten: `UPDATE persons SET name = NULL, attempt_hash = NULL, forgotten_at = ?
		WHERE id = ? AND forgotten_at IS NULL`,
	linksGone: 'DELETE FROM one_time_links WHERE person = ?',
	centreGone: 'DELETE FROM centres WHERE id = ?',
	roomLinksGone: 'DELETE FROM one_time_links WHERE workshop = ?',
	screensGone: 'DELETE FROM sessions WHERE workshop = ?',
	facilitatorsGone: 'DELETE FROM facilitators WHERE workshop = ?',
	codesGone: 'DELETE FROM retired_join_codes WHERE workshop = ?',
	workshopGone: 'DELETE FROM workshops WHERE id = ?',
	workshop: upsert('workshops', 'id', 'title room starts_local ends_local language join_code'),
	retiredCode: 'INSERT INTO retired_join_codes (code, workshop) VALUES (?, ?)',
	member: 'INSERT INTO memberships (workshop, person, joined_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
	facilitator: 'INSERT INTO facilitators (workshop, person, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
	passphrase: upsert('passphrases', 'person', 'hash set_at'),
	link: `INSERT INTO one_time_links (token_hash, kind, person, workshop, name, expires_at, used_at)
		VALUES (?, ?, ?, ?, ?, ?, ?)`,
	// For whom it was made has been said by then: the name stands with the person, and can be erased there.
	linkUsed: 'UPDATE one_time_links SET used_at = ?, name = NULL WHERE token_hash = ? AND used_at IS NULL'
} as const;

export type DirectoryStatements = { readonly [Name in keyof typeof sql]: StatementSync };

/** Compiles the statements that write the directory; the database must have the newest format. */
export function prepareDirectory(db: DatabaseSync): DirectoryStatements {
	return Object.fromEntries(Object.entries(sql).map(([name, text]) => [name, db.prepare(text)])) as DirectoryStatements;
}

function writeCentre(statements: DirectoryStatements, row: (Change & { is: 'centre' })['row']): void {
	const lists = [row.sectors, row.members, row.countries].map((list) => JSON.stringify(list));
	const [sectors = '[]', members = '[]', countries = '[]'] = lists;
	const values: SQLInputValue[] = [row.id, Number(row.isNetwork), row.name, row.legalName, row.city, row.country];
	values.push(row.kind, sectors, row.website, row.pic, row.oid, row.field, row.initiative, row.coordinator);
	values.push(row.coordinatorCountry, members, countries, row.projectNumber, row.start, row.end);
	values.push(row.asked?.by ?? null, row.asked?.at ?? null, row.asked?.board ?? null);
	statements.centre.run(...values, row.codeGeneration, row.codeHash);
	statements.leaveNetworks.run(row.id);
	for (const network of row.networkIds) statements.joinNetwork.run(row.id, network);
}

/** A link was used before, or was never made: whoever wanted to use it must hear so. */
export class LinkUsedBefore extends Error {}

/**
 * Writes one change of the directory; call it inside a transaction.
 * @throws LinkUsedBefore, and what SQLite throws
 */
export function writeChange(statements: DirectoryStatements, change: Change): void {
	switch (change.is) {
		case 'forum': {
			const { id, name, place, firstDay, lastDay, timeZone, languages, controller, privacyNotice } = change.row;
			const days = [change.row.confirmByDay, change.row.retentionDay] as const;
			const languageList = JSON.stringify(languages);
			statements.forum.run(
				...[1, id, name, place, firstDay, lastDay, timeZone, languageList, controller, privacyNotice, ...days]
			);
			return;
		}
		case 'centre':
			return writeCentre(statements, change.row);
		case 'approved':
			return void statements.approved.run(change.by, change.at, change.centreId);
		case 'person': {
			const { id, name, centreId, organiser, madeAt, attemptHash, forgottenAt } = change.row;
			return void statements.person.run(id, name, centreId, Number(organiser), madeAt, attemptHash, forgottenAt);
		}
		case 'verified':
			return void statements.verified.run(change.how, change.by, change.at, change.personId, change.centreId);
		case 'workshop': {
			const { id, title, room, startsLocal, endsLocal, language, joinCode } = change.row;
			return void statements.workshop.run(id, title, room, startsLocal, endsLocal, language, joinCode);
		}
		case 'moved':
		case 'forgotten':
		case 'centre-gone':
		case 'workshop-gone':
			return writeEnd(statements, change);
		default:
			return writeWayIn(statements, change);
	}
}

type End = Extract<Change, { is: 'moved' | 'forgotten' | 'centre-gone' | 'workshop-gone' }>;
type WayIn = Exclude<Change, End | { is: 'forum' | 'centre' | 'approved' | 'person' | 'verified' | 'workshop' }>;

function writeEnd(statements: DirectoryStatements, change: End): void {
	switch (change.is) {
		case 'moved':
			return void statements.moved.run(change.centreId, change.personId);
		case 'forgotten':
			statements.linksGone.run(change.personId);
			return void statements.forgotten.run(change.at, change.personId);
		case 'centre-gone':
			statements.leaveNetworks.run(change.centreId);
			return void statements.centreGone.run(change.centreId);
		case 'workshop-gone': {
			const { roomLinksGone, screensGone, facilitatorsGone, codesGone, workshopGone } = statements;
			for (const gone of [roomLinksGone, screensGone, facilitatorsGone, codesGone, workshopGone])
				gone.run(change.board);
		}
	}
}

function writeWayIn(statements: DirectoryStatements, change: WayIn): void {
	switch (change.is) {
		case 'retired-code':
			return void statements.retiredCode.run(change.code, change.board);
		case 'member':
			return void statements.member.run(change.board, change.personId, change.at);
		case 'facilitator':
			return void statements.facilitator.run(change.board, change.personId, change.at);
		case 'passphrase':
			return void statements.passphrase.run(change.personId, change.hash, change.at);
		case 'link': {
			const { tokenHash, kind, personId, board, name, expiresAt, usedAt } = change.row;
			return void statements.link.run(tokenHash, kind, personId, board, name, expiresAt, usedAt);
		}
		case 'link-used':
			if (statements.linkUsed.run(change.at, change.tokenHash).changes !== 1) throw new LinkUsedBefore();
	}
}

/** A fact of the directory that a board's event brought with it; call it inside the event's transaction. Doing it twice changes nothing. */
export function applyDirectoryWrite(db: DatabaseSync, write: DirectoryWrite): void {
	switch (write.is) {
		case 'verify-person':
			return void db.prepare(sql.verified).run(write.how, write.by, write.at, write.personId, write.centreId);
		case 'approve-centre':
			return void db.prepare(sql.approved).run(write.by, write.at, write.centreId);
		case 'forget-person':
			db.prepare(sql.linksGone).run(write.personId);
			db.prepare(sql.forgotten).run(write.at, write.personId);
	}
}
