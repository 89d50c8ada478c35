import type { Context } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { CentreEntry, PersonEntry } from '#lib/protocol/frame.ts';
import { showCode } from '#lib/protocol/join-codes.ts';
import type { About } from '#lib/protocol/messages.ts';
import type { Centre } from '#lib/protocol/rest.ts';
import type { DirectoryReader, DirectoryWrite, Person } from '../store/store.ts';
import type { DirectoryMemory } from './directory-memory.ts';
import type { Change, ForumRow, WorkshopRow } from './records.ts';
import { instantOf } from './zoned-time.ts';

/** The directory as boards and proposals read it: at once, from memory, always the committed state. */
export class DirectoryView implements DirectoryReader {
	readonly #memory: DirectoryMemory;
	/** Every command asks for it, and calculating with time zones is slow. */
	readonly #abouts = new Map<Id, { readonly forum: ForumRow; readonly workshop: WorkshopRow; readonly about: About }>();
	readonly #context: Pick<Context, 'forum' | 'centre' | 'person' | 'knowsAll'>;

	constructor(memory: DirectoryMemory) {
		this.#memory = memory;
		this.#context = {
			forum: {
				get confirmBy() {
					return memory.confirmBy;
				}
			},
			centre: (id) => memory.centre(id)?.centre,
			person: (id) => memory.person(id)?.person,
			knowsAll: true
		};
	}

	person(id: Id): Person | undefined {
		return this.#memory.person(id)?.person;
	}

	centre(id: Id): Centre | undefined {
		return this.#memory.centre(id)?.centre;
	}

	personEntry(id: Id): PersonEntry | undefined {
		return this.#memory.person(id)?.entry;
	}

	centreEntry(id: Id): CentreEntry | undefined {
		return this.#memory.centre(id)?.entry;
	}

	about(board: Id): About | undefined {
		const { forum } = this.#memory;
		const workshop = this.#memory.workshop(board);
		if (!forum || !workshop) return undefined;
		const known = this.#abouts.get(board);
		if (known?.forum === forum && known.workshop === workshop) return known.about;
		const about = aboutOf(forum, this.#memory.confirmBy, workshop);
		this.#abouts.set(board, { forum, workshop, about });
		return about;
	}

	boards(): readonly Id[] {
		return this.#memory.workshops().map(({ id }) => id);
	}

	isMember(board: Id, personId: Id): boolean {
		return this.#memory.members(board).has(personId);
	}

	facilitates(board: Id, personId: Id): boolean {
		return this.#memory.facilitators(board).has(personId);
	}

	contextOf(board: Id): ReturnType<DirectoryReader['contextOf']> {
		return { ...this.#context, roleHere: (personId) => this.#roleIn(board, personId) };
	}

	applied(writes: readonly DirectoryWrite[]): void {
		this.#memory.apply(writes.map(changeOf));
	}

	/** Whoever runs the workshop or the forum counts as that, even if they have joined as a delegate as well. */
	#roleIn(board: Id, personId: Id): ReturnType<Context['roleHere']> {
		if (this.facilitates(board, personId) || this.person(personId)?.organiser) return 'moderator';
		return this.isMember(board, personId) ? 'delegate' : null;
	}
}

function changeOf(write: DirectoryWrite): Change {
	switch (write.is) {
		case 'verify-person':
			return { ...write, is: 'verified' };
		case 'approve-centre':
			return { ...write, is: 'approved' };
		case 'forget-person':
			return { ...write, is: 'forgotten' };
	}
}

function aboutOf(forum: ForumRow, confirmBy: number, workshop: WorkshopRow): About {
	const { name, timeZone, retentionDay, controller } = forum;
	const { id, title, room, startsLocal, endsLocal, language, joinCode } = workshop;
	const [startsAt, endsAt] = [instantOf(startsLocal, timeZone), instantOf(endsLocal, timeZone)];
	return {
		forum: { id: forum.id, name, timeZone, confirmBy, retentionDate: retentionDay, controller },
		workshop: { id, title, room, startsAt, endsAt, language, joinCode: showCode(joinCode) }
	};
}
