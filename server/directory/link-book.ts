import { createHash } from 'node:crypto';
import { reject, type Refusal } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { Clock, Random } from './chance.ts';
import type { DirectoryLedger } from './directory-ledger.ts';
import type { LinkKind, LinkRow } from './records.ts';

const minute = 60 * 1000;
const day = 24 * 60 * minute;

/** How long an unused link holds, in milliseconds. */
const lifetimes: Readonly<Record<LinkKind, number>> = {
	organiser: 7 * day,
	facilitator: 60 * day,
	device: 10 * minute,
	screen: 60 * day
};

const paths: Readonly<Record<LinkKind, string>> = {
	organiser: '/organise',
	facilitator: '/facilitate',
	device: '/device',
	screen: '/screen'
};

export type NewLink = {
	readonly kind: LinkKind;
	/** Whose device or role it is; null for whoever opens it first. */
	readonly personId?: Id | null;
	readonly board?: Id | null;
	readonly name?: string | null;
	/** Milliseconds, when the usual lifetime of this kind does not fit. */
	readonly holds?: number;
};

export type MadeLink = {
	/** `/device#…`: the token stands where no server and no log sees it. */
	readonly path: string;
	readonly expiresAt: number;
};

/** The database keeps this of a token. */
export function tokenHash(token: string): string {
	return createHash('sha256').update(token).digest('base64url');
}

/** One-time links into a role or onto another device. */
export class LinkBook {
	readonly #ledger: DirectoryLedger;
	readonly #random: Random;
	readonly #now: Clock;

	constructor(ledger: DirectoryLedger, random: Random, now: Clock) {
		this.#ledger = ledger;
		this.#random = random;
		this.#now = now;
	}

	async make({ kind, personId = null, board = null, name = null, holds }: NewLink): Promise<MadeLink> {
		const token = Buffer.from(this.#random(new Uint8Array(32))).toString('base64url');
		const expiresAt = this.#now() + (holds ?? lifetimes[kind]);
		const row = { tokenHash: tokenHash(token), kind, personId, board, name, expiresAt, usedAt: null };
		await this.#ledger.inTurn((write) => write([{ is: 'link', row }]));
		return { path: `${paths[kind]}#${token}`, expiresAt };
	}

	/**
	 * Looks a link up without using it; use it with a `link-used` change in the same turn.
	 * Refuses with `link-wrong`, `link-used`, `link-expired`.
	 */
	async read(kind: LinkKind, token: string): Promise<LinkRow | Refusal> {
		const row = await this.#ledger.tables.link(tokenHash(token));
		if (row?.kind !== kind) return reject('link-wrong', 'This link is not complete. Copy it again, with its end.');
		if (row.usedAt !== null) return reject('link-used', 'This link was used before. Ask for a new one.');
		if (row.expiresAt <= this.#now()) return reject('link-expired', 'This link is too old. Ask for a new one.');
		return row;
	}
}
