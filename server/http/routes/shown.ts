import type { Id } from '#lib/domain/ids.ts';
import { joinFragment, showCode } from '#lib/protocol/join-codes.ts';
import type { You } from '#lib/protocol/messages.ts';
import type { Me, OneTimeLink, Workshop, WorkshopRow } from '#lib/protocol/rest.ts';
import type { CentreRow, CodeSheet } from '#lib/protocol/rest-centres.ts';
import { youAre } from '../../board/actors.ts';
import type { Directory } from '../../directory/directory.ts';
import type { MadeLink } from '../../directory/link-book.ts';
import type * as records from '../../directory/records.ts';

/** The directory's rows as they go down the wire. */
export class Shown {
	readonly #directory: Directory;
	readonly #linkOrigin: () => string;

	/** @param linkOrigin the origin of links for people at other devices */
	constructor(directory: Directory, linkOrigin: () => string) {
		this.#directory = directory;
		this.#linkOrigin = linkOrigin;
	}

	joinUrl({ joinCode }: Pick<records.WorkshopRow, 'joinCode'>): string {
		return `${this.#linkOrigin()}/join#${joinFragment({ join: joinCode, delegation: null })}`;
	}

	workshop(row: records.WorkshopRow): Workshop {
		const about = this.#directory.about(row.id);
		if (!about) throw new Error('A workshop without a forum');
		const { startsLocal, endsLocal } = row;
		return { ...about.workshop, startsLocal, endsLocal, joinUrl: this.joinUrl(row) };
	}

	workshopRow(row: records.WorkshopRow): WorkshopRow {
		const { people } = this.#directory;
		return {
			...this.workshop(row),
			people: people.inWorkshop(row.id).length,
			facilitators: people.facilitatorsOf(row.id).map(({ id, name }) => ({ personId: id, name }))
		};
	}

	link({ path, expiresAt }: MadeLink): OneTimeLink {
		return { path, url: `${this.#linkOrigin()}${path}`, expiresAt };
	}

	centreRow(row: records.CentreRow, counts: ReturnType<Directory['people']['countByCentre']>): CentreRow {
		const { coordinatorCountry: _c, members: _m, projectNumber: _p, start: _s, end: _e, ...kept } = row;
		const { codeGeneration: _g, codeHash: _h, asked, approved, city, ...facts } = kept;
		const { people, verified } = counts.get(row.id) ?? { people: 0, verified: 0 };
		const name = asked ? (this.#directory.person(asked.by)?.name ?? null) : null;
		return {
			...facts,
			city: city === '' ? null : city,
			approved: approved !== null,
			people,
			verified,
			askedBy: asked && { personId: asked.by, name, at: asked.at }
		};
	}

	/** @param joinCode the room that the link opens as well; null: none */
	codeSheet(row: records.CentreRow, joinCode: string | null): CodeSheet {
		const { id, name, country, isNetwork } = row;
		const code = this.#directory.centres.codeOf(row);
		const url = `${this.#linkOrigin()}/join#${joinFragment({ join: joinCode, delegation: code })}`;
		return { centreId: id, name, country, isNetwork, code: showCode(code), url };
	}

	/** A delegate as the board would greet them. */
	delegate(personId: Id): You {
		const { centreId = null, verified = false } = this.#directory.person(personId) ?? {};
		return youAre(this.#directory, { role: 'delegate', personId, centreId, verified });
	}

	me(personId: Id): Me {
		const directory = this.#directory;
		const person = directory.person(personId);
		const forum = directory.forum.get();
		if (!person || !forum) throw new Error('A delegate without a person or a forum');
		const centre = (person.centreId !== null && directory.centre(person.centreId)) || null;
		return {
			person: { id: personId, name: person.name, verified: person.verified },
			centre,
			networks: centre?.networkIds.flatMap((id) => directory.centre(id) ?? []) ?? [],
			forum,
			workshops: directory.workshops
				.all()
				.map((row) => ({ ...this.workshop(row), joined: directory.isMember(row.id, personId) }))
		};
	}
}
