import { LiveBoard } from '#lib/board/live-board.svelte.ts';
import { emptyBoard, type Board, type Card, type Party } from '#lib/domain/board.ts';
import type { Context, Role } from '#lib/domain/command.ts';
import { decide } from '#lib/domain/decide.ts';
import { evolve } from '#lib/domain/evolve.ts';
import type { Id } from '#lib/domain/ids.ts';
import { seenBy, type Seen } from '#lib/domain/seen.ts';
import { PatchBuilder, snapshotOf, type DirectoryPart, type Frame } from '#lib/protocol/frame.ts';
import type { About, Ack, HelloAnswer, Submission, You } from '#lib/protocol/messages.ts';
import { BoardSession } from '#lib/sync/board-session.ts';
import type { Link, LinkEvents } from '#lib/sync/link.ts';
import { MemoryOutbox } from '#lib/sync/outbox.ts';

/** An id of twenty characters that reads well. */
export const id = (name: string): Id => name.replace(/[^0-9a-z]/g, '').padEnd(20, '0');

export const about: About = {
	forum: {
		id: id('forum'),
		name: 'Forum on Vocational Excellence',
		timeZone: 'Europe/Paris',
		confirmBy: Date.UTC(2024, 8, 26, 21, 59),
		retentionDate: '2025-03-12',
		controller: 'Sample organiser'
	},
	workshop: {
		id: id('board'),
		title: 'Skills for the green shift',
		room: 'Room 3',
		startsAt: Date.UTC(2024, 8, 10, 12),
		endsAt: Date.UTC(2024, 8, 10, 14),
		language: 'en',
		joinCode: 'K7QF-M2XT'
	}
};
export const joinUrl = 'https://match.example/join#K7QFM2XT';

const centre = (name: string, country: string | null, city: string) => ({
	...{ isNetwork: false, name, legalName: name, city, country, kind: 'vet-provider' },
	...{ sectors: [], networkIds: [], approved: true }
});
const directory: DirectoryPart = {
	persons: { [id('paivi')]: { name: 'Päivi Sundström', centreId: id('tampere'), verified: true } },
	centres: {
		[id('tampere')]: centre('Sample Tampere', 'FI', 'Tampere'),
		[id('athens')]: centre('Sample Athens', 'GR', 'Αθήνα'),
		[id('lyon')]: centre('Sample Lyon', 'FR', 'Lyon')
	}
};

export function card(name: string, more: Partial<Card> = {}): Card {
	return {
		...{ id: id(name), kind: 'challenge', centreId: id('tampere'), networkId: null, authorId: id('paivi') },
		...{ title: `Title of ${name}`, text: '', language: 'en', sectors: [], offerKind: null },
		...{ postedAt: about.workshop.startsAt, editedAt: null, vouched: true, state: { is: 'published' } },
		...more
	};
}

export function party(name: string, is: Party['state']['is'] = 'in'): Party {
	const state = { is, by: id('paivi'), at: 0, reason: '' };
	return { centreId: id(name), role: 'partner', contribution: 'Something', state, country: null, kind: null };
}

/**
 * A room whose server fits into a test: the product's session over a link that decides with the product's rules, and
 * shows what the role may see.
 */
export class PocketRoom {
	board: Board;
	readonly live: LiveBoard;
	/** The server refuses everything that comes from now on, by this code. */
	refuseAll: string | null = null;
	readonly #role: Role;
	#events: LinkEvents | null = null;
	#isUp = true;

	constructor(role: 'facilitator' | 'screen', board: Partial<Board> = {}) {
		this.#role = role;
		this.board = { ...emptyBoard, ...board };
		const session = new BoardSession(id('board'), {
			link: this.#link(),
			outbox: new MemoryOutbox(),
			now: () => about.workshop.startsAt,
			random: (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
			after: () => () => undefined
		});
		this.live = new LiveBoard(session, role);
	}

	/** The board is another one: a frame tells it. */
	change(board: Partial<Board>): void {
		const before = this.#seen();
		this.board = { ...this.board, ...board, seq: this.board.seq + 1 };
		this.#events?.frame(this.#frame(before, this.board.seq - 1, []));
	}

	people(count: number, centres: number): void {
		const counts = Object.fromEntries(Array.from({ length: centres }, (_, index) => [id(`centre${index}`), 1]));
		this.#events?.presence({ board: id('board'), full: true, people: count, centres: counts });
	}

	cut(): void {
		this.#isUp = false;
		this.#events?.down();
	}

	#seen(): Seen {
		return seenBy(this.board, { role: this.#role, personId: id('me'), centreId: null, verified: false });
	}

	#frame(before: Seen, from: number, answered: readonly Id[]): Frame {
		const after = this.#seen();
		const builder = new PatchBuilder();
		for (const table of ['room', 'cards', 'interests', 'lines', 'proposals', 'members'] as const) {
			for (const key of before[table].keys()) if (!after[table].has(key)) builder.add(`${table}/${key}`, undefined);
			for (const [key, record] of after[table]) builder.add(`${table}/${key}`, record);
		}
		return { board: id('board'), from, to: this.board.seq, patch: builder.build(), directory, answered };
	}

	#submit({ submissionId, command }: Submission): Ack {
		if (this.refuseAll) return { is: 'refused', code: this.refuseAll, sentence: 'No.', values: {} };
		const decision = decide(this.board, command, this.#context());
		if (decision.kind === 'refused') return { ...decision, is: 'refused' };
		if (decision.kind === 'unpredicted') throw new Error(`A pocket room cannot decide ${command.name}`);
		const [before, from] = [this.#seen(), this.board.seq];
		for (const news of decision.events) {
			this.board = {
				...evolve(this.board, { ...news, seq: this.board.seq + 1, at: this.#context().now, by: id('me') }),
				seq: this.board.seq + 1
			};
		}
		this.#events?.frame(this.#frame(before, from, [submissionId]));
		return { is: 'saved', seq: this.board.seq };
	}

	#context(): Context {
		return {
			actor: this.#you(),
			now: about.workshop.startsAt,
			forum: { confirmBy: about.forum.confirmBy },
			centre: (one) => directory.centres[one] && { id: one, ...directory.centres[one] },
			person: (one) => directory.persons[one],
			roleHere: () => 'delegate',
			knowsAll: true,
			sha256: null,
			frozenText: undefined
		};
	}

	#you(): You {
		return {
			personId: id('me'),
			name: null,
			centreId: null,
			role: this.#role,
			verified: false,
			networkIds: []
		};
	}

	#version() {
		return { seq: this.board.seq, audience: this.#role };
	}

	#link(): Link {
		const isUp = () => this.#isUp;
		return {
			get isUp() {
				return isUp();
			},
			listen: (events) => (this.#events = events),
			hello: ({ version }): Promise<HelloAnswer> => {
				const you = this.#you();
				const serverNow = about.workshop.startsAt;
				return Promise.resolve(
					version === null
						? { is: 'snapshot', you, serverNow, about }
						: { is: 'current', you, serverNow, version: this.#version() }
				);
			},
			submit: (submission) => Promise.resolve(submission).then((one) => this.#submit(one)),
			watchNames: () => undefined,
			snapshot: () =>
				Promise.resolve({
					...{ board: id('board'), version: this.#version(), directory },
					...{ you: this.#you(), about, serverNow: about.workshop.startsAt },
					seen: snapshotOf(this.#seen())
				}),
			reconnect: () => undefined,
			close: () => undefined
		};
	}
}
