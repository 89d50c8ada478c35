import type { Request, Response } from 'express';
import { Lucia, TimeSpan } from 'lucia';
import type { Id } from '#lib/domain/ids.ts';
import { daysAfter } from '#lib/protocol/forum-days.ts';
import type { SessionKind } from '#lib/protocol/messages.ts';
import type { Directory } from '../directory/directory.ts';
import { endOfDay } from '../directory/zoned-time.ts';
import type { Session, SessionReader } from '../store/store.ts';
import { cookieName, cookieStyle, readCookies, writeCookie, type CookieStyle } from './cookies.ts';
import { hashOfSessionId, SessionAdapter, type SessionLife } from './session-adapter.ts';
import type { SessionRows } from './session-rows.ts';

export const sessionKinds = [
	'delegate',
	'facilitator',
	'organiser',
	'screen'
] as const satisfies readonly SessionKind[];

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const renewedFor = 12 * hour;
/** A session in use is renewed so often, not with each request: renewing writes to the disk. */
const renewedEvery = hour / 4;
const screenFor = 7 * day;
const delegateAtLeast = 30 * day;
const delegateAfterForum = 14;
/** The cookie of a renewed session lives longer than the session: a socket renews it too, and sets no cookie. */
const renewedCookieFor = 7 * day;

export type SessionsPorts = {
	readonly rows: SessionRows;
	readonly directory: Directory;
	readonly now: () => number;
	/** People may also come by plain http: then cookies without Secure count too. */
	readonly acceptsPlainHttp: boolean;
};

/**
 * Who a browser is: one cookie for each kind of session, so that one person may be a delegate, a facilitator and an
 * organiser in the same browser, beside a screen. lucia does the work; nothing outside this file knows it.
 */
export class Sessions implements SessionReader {
	readonly #ports: SessionsPorts;
	readonly #lucia: Readonly<Record<SessionKind, Lucia>>;
	/** People whom nobody can be at this moment. */
	readonly #shut = new Set<Id>();

	constructor(ports: SessionsPorts) {
		this.#ports = ports;
		const life = lifeOf(ports);
		const luciaFor = (kind: SessionKind) =>
			new Lucia(new SessionAdapter(kind, ports.rows, life), {
				// lucia renews when less than half of this span is left. The end itself is the adapter's.
				sessionExpiresIn: new TimeSpan(life.isRenewed(kind) ? 2 * (renewedFor - renewedEvery) : 1, 'ms')
			});
		this.#lucia = {
			delegate: luciaFor('delegate'),
			facilitator: luciaFor('facilitator'),
			organiser: luciaFor('organiser'),
			screen: luciaFor('screen')
		};
	}

	/** The session of this kind that the headers prove, or null. Using it renews it, if its kind is renewed. */
	async read(
		headers: { readonly cookie?: string | undefined; readonly authorization?: string | undefined },
		kind: SessionKind
	): Promise<Session | null> {
		const id = this.#idIn(headers, kind);
		if (id === null) return null;
		const { session } = await this.#lucia[kind].validateSession(id);
		if (!session || this.#shut.has(session.userId)) return null;
		const screen = kind === 'screen';
		return {
			kind,
			sessionId: hashOfSessionId(id),
			personId: screen ? null : session.userId,
			board: screen ? session.userId : null
		};
	}

	/**
	 * Signs this browser in under an id that nobody has seen before; what it was of this kind until now ends.
	 * @param subject the person, or for a screen the workshop
	 */
	async begin(request: Request, response: Response, kind: SessionKind, subject: Id): Promise<void> {
		await this.#endHere(request, kind);
		const { id } = await this.#lucia[kind].createSession(subject, { isScreen: kind === 'screen' });
		const life = lifeOf(this.#ports);
		const maxAge = life.isRenewed(kind) ? renewedCookieFor : life.endOf(kind) - this.#ports.now();
		response.append('set-cookie', writeCookie(kind, styleFor(request), id, maxAge));
	}

	/** Signs this browser out of one kind. */
	async end(request: Request, response: Response, kind: SessionKind): Promise<void> {
		await this.#endHere(request, kind);
		for (const style of this.#styles()) response.append('set-cookie', writeCookie(kind, style, '', 0));
	}

	/** Ends every session of a person, of every kind, on every device. */
	async endEverywhere(personId: Id): Promise<void> {
		await this.#ports.rows.removeOfPerson(personId);
	}

	/**
	 * Does something about a person while nobody can be them: at once no session of theirs counts any more, and when the
	 * work is done they are ended everywhere. Work that fails leaves them, so that the person can ask for it again.
	 */
	async without<Result>(personId: Id, work: () => Promise<Result>): Promise<Result> {
		if (this.#shut.has(personId)) return work();
		this.#shut.add(personId);
		try {
			const result = await work();
			await this.endEverywhere(personId);
			return result;
		} finally {
			this.#shut.delete(personId);
		}
	}

	/** Takes ended sessions off the disk. */
	async sweep(): Promise<void> {
		await this.#lucia.delegate.deleteExpiredSessions();
	}

	async #endHere(request: Request, kind: SessionKind): Promise<void> {
		const { cookie, authorization } = request.headers;
		const before = this.#idIn({ cookie, authorization }, kind);
		if (before !== null) await this.#lucia[kind].invalidateSession(before);
	}

	#idIn(
		{ cookie, authorization }: { readonly cookie?: string | undefined; readonly authorization?: string | undefined },
		kind: SessionKind
	): string | null {
		const cookies = readCookies(cookie);
		for (const style of this.#styles()) {
			const id = cookies.get(cookieName(kind, style));
			if (id) return id;
		}
		return authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length) : null;
	}

	/** At an encrypted origin a plain cookie could have been planted by whoever holds the network: it does not count. */
	#styles(): readonly CookieStyle[] {
		return this.#ports.acceptsPlainHttp ? ['host', 'room'] : ['host'];
	}
}

export function styleFor(request: Request): CookieStyle {
	return cookieStyle(request.get('origin'), request.get('user-agent'));
}

/** Delegates stay until 14 days after the forum, in any case for 30 days; a demonstration's forum may be long past. */
function lifeOf({ directory, now }: SessionsPorts): SessionLife {
	const isRenewed = (kind: SessionKind) => kind === 'facilitator' || kind === 'organiser';
	return {
		now,
		isRenewed,
		endOf: (kind) => {
			if (isRenewed(kind)) return now() + renewedFor;
			if (kind === 'screen') return now() + screenFor;
			const forum = directory.forum.get();
			const afterForum = forum ? endOfDay(daysAfter(forum.lastDay, delegateAfterForum), forum.timeZone) : 0;
			return Math.max(afterForum, now() + delegateAtLeast);
		},
		exists: (subject, isScreen) => {
			if (isScreen) return directory.workshops.get(subject) !== undefined;
			const person = directory.people.get(subject);
			return person !== undefined && person.forgottenAt === null;
		}
	};
}
