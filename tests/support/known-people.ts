import type { Actor } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { DirectoryReader, DirectoryWrite, Person, Session, SessionReader } from '../../server/store/store.ts';
import { centreNames, confirmBy, contextOf, id, paivi } from '../domain/story.ts';

/** A directory of the cast of the tests, in memory, for one board. Sessions are the persons' ids. */
export class KnownPeople implements DirectoryReader, SessionReader {
	readonly board: Id;
	/** Persons who were signed out everywhere. */
	readonly signedOut = new Set<Id>();
	readonly #people: Map<Id, Person & { facilitator: boolean }>;

	constructor(board: Id, cast: readonly Actor[]) {
		this.board = board;
		this.#people = new Map(
			cast.map(({ personId, centreId, role, verified }) => [
				personId,
				{
					id: personId,
					name: personId,
					centreId,
					verified,
					organiser: role === 'organiser',
					facilitator: role === 'facilitator'
				}
			])
		);
	}

	person(personId: Id) {
		return this.#people.get(personId);
	}

	/** They act for this centre now, and nobody there has vouched for them; null for none, which no board lets in. */
	moves(personId: Id, centreId: Id | null): void {
		const person = this.#people.get(personId);
		if (person) this.#people.set(personId, { ...person, centreId, verified: false });
	}

	centre(centreId: Id) {
		const entry = this.centreEntry(centreId);
		return entry && { id: centreId, ...entry };
	}

	personEntry(personId: Id) {
		const person = this.#people.get(personId);
		return person && { name: person.name, centreId: person.centreId, verified: person.verified };
	}

	centreEntry(centreId: Id) {
		const name = centreNames.find((one) => id(one) === centreId);
		const facts = contextOf(paivi, 0).centre(centreId);
		if (!name || !facts) return undefined;
		const { isNetwork, country, kind, networkIds } = facts;
		return { isNetwork, name, legalName: name, city: null, country, kind, sectors: [], networkIds, approved: true };
	}

	about(board: Id) {
		if (board !== this.board) return undefined;
		const forum = {
			id: id('forum'),
			name: 'Forum',
			timeZone: 'Europe/Paris',
			confirmBy,
			retentionDate: '2025-03-12',
			controller: 'Sample'
		};
		const workshop = { id: board, title: 'W', room: '3', startsAt: 0, endsAt: 0, language: 'en', joinCode: 'K7QFM2XT' };
		return { forum, workshop };
	}

	boards(): readonly Id[] {
		return [this.board];
	}

	isMember(board: Id, personId: Id): boolean {
		return board === this.board && this.#people.get(personId)?.centreId !== null;
	}

	facilitates(_board: Id, personId: Id): boolean {
		return this.#people.get(personId)?.facilitator ?? false;
	}

	contextOf() {
		const { forum, centre, roleHere } = contextOf(paivi, 0);
		return { forum, centre, person: (personId: Id) => this.#people.get(personId), roleHere, knowsAll: true };
	}

	applied(writes: readonly DirectoryWrite[]): void {
		for (const write of writes) {
			const person = write.is === 'verify-person' ? this.#people.get(write.personId) : undefined;
			if (person) this.#people.set(person.id, { ...person, verified: true });
		}
	}

	read(headers: { readonly cookie?: string | undefined }, kind: Session['kind']): Promise<Session | null> {
		const personId = headers.cookie ?? '';
		if (this.signedOut.has(personId)) return Promise.resolve(null);
		const session = kind === 'screen' ? { personId: null, board: this.board } : { personId, board: null };
		return Promise.resolve({ kind, sessionId: personId, ...session });
	}
}
