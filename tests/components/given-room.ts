import { LiveBoard } from '#lib/board/live-board.svelte.ts';
import { emptyBoard, type Board } from '#lib/domain/board.ts';
import { seenTables, type Actor, type Command, type Context } from '#lib/domain/command.ts';
import { decide } from '#lib/domain/decide.ts';
import { evolve } from '#lib/domain/evolve.ts';
import type { Id } from '#lib/domain/ids.ts';
import { seenBy, type Seen } from '#lib/domain/seen.ts';
import { PatchBuilder, snapshotOf, type DirectoryPart, type Frame } from '#lib/protocol/frame.ts';
import type { About, Ack, HelloAnswer, Submission } from '#lib/protocol/messages.ts';
import { BoardSession } from '#lib/sync/board-session.ts';
import type { Link, LinkEvents } from '#lib/sync/link.ts';
import { MemoryOutbox } from '#lib/sync/outbox.ts';

/** An id of twenty characters that reads well. */
export const id = (name: string): Id => name.replace(/[^0-9a-z]/g, '').padEnd(20, '0');

const begin = Date.UTC(2024, 8, 10, 12);
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
		startsAt: begin,
		endsAt: begin + 7_200_000,
		language: 'en',
		joinCode: 'K7QF-M2XT'
	}
};

type Place = { readonly country: string | null; readonly city?: string; readonly kind?: string | null };

/** An organisation of the roster. */
export function centre(
	name: string,
	{ country, city, kind = 'vet-provider' }: Place
): DirectoryPart['centres'][string] {
	return {
		...{ isNetwork: false, name, legalName: name, city: city ?? null, country, kind },
		...{ sectors: [], networkIds: [], approved: true }
	};
}

/** 64 hexadecimal digits that differ when the text does; a browser's own hash would answer later, not now. */
function digest(text: string): string {
	let digits = '';
	for (let round = 0; round < 8; round += 1) {
		let sum = 2_166_136_261 ^ round;
		for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 16_777_619);
		digits += (sum >>> 0).toString(16).padStart(8, '0');
	}
	return digits;
}

/**
 * One board whose server fits into a test: it decides with the product's rules, shows each reader what they may see, and
 * every device is the product's session over a link by hand.
 */
export class GivenRoom {
	board: Board;
	now = begin;
	/** The text that is frozen when a version opens. */
	text: unknown = { type: 'doc', content: [] };
	/** The server refuses what comes from now on, by this code, although the phones see no reason. */
	refuseAll: string | null = null;
	/** Names and standings, as everybody is told them. */
	directory: DirectoryPart;
	readonly #phones: GivenPhone[] = [];

	constructor(directory: DirectoryPart, board: Partial<Board> = {}) {
		this.directory = directory;
		this.board = { ...emptyBoard, ...board };
	}

	/** A device on this board, connected. */
	device(actor: Actor): GivenPhone {
		const phone = new GivenPhone(this, actor);
		this.#phones.push(phone);
		return phone;
	}

	/** The board is another one: a frame tells it. */
	change(board: Partial<Board>): void {
		this.#tellAll(null, () => {
			this.board = { ...this.board, ...board, seq: this.board.seq + 1 };
		});
	}

	/** @returns the refusal, or null when it was accepted and everybody was told */
	decide(actor: Actor, command: Command, submissionId: Id | null): Extract<Ack, { is: 'refused' }> | null {
		if (this.refuseAll && submissionId) return { is: 'refused', code: this.refuseAll, sentence: 'No.', values: {} };
		const decision = decide(this.board, command, this.#context(actor));
		if (decision.kind === 'refused') return { ...decision, is: 'refused' };
		if (decision.kind === 'unpredicted') throw new Error(`Not enough is known here to decide ${command.name}`);
		this.#tellAll(submissionId, () => {
			for (const news of decision.events) {
				const seq = this.board.seq + 1;
				this.board = { ...evolve(this.board, { ...news, seq, at: this.now, by: actor.personId }), seq };
				if (news.type === 'person-verified') this.#verified((news.data as { personId: Id }).personId);
			}
		});
		return null;
	}

	/** So many are here, as every phone is told. */
	here(people: number, of: string): this {
		for (const phone of this.#phones) phone.here({ [id(of)]: people }, people);
		return this;
	}

	/** The network goes, for everybody. */
	cut(): this {
		for (const phone of this.#phones) phone.cut();
		return this;
	}

	#verified(personId: Id): void {
		const { persons } = this.directory;
		const entry = persons[personId];
		if (!entry) return;
		this.directory = { ...this.directory, persons: { ...persons, [personId]: { ...entry, verified: true } } };
	}

	#tellAll(submissionId: Id | null, happens: () => void): void {
		const before = this.#phones.map((phone) => phone.seen());
		const from = this.board.seq;
		happens();
		this.#phones.forEach((phone, at) => phone.tell(before[at] as Seen, from, submissionId));
	}

	#context(actor: Actor): Context {
		const { centres, persons } = this.directory;
		return {
			actor,
			now: this.now,
			forum: { confirmBy: about.forum.confirmBy },
			centre: (one) => centres[one] && { id: one, ...centres[one] },
			person: (one) => persons[one],
			roleHere: () => 'delegate',
			knowsAll: true,
			sha256: digest,
			frozenText: this.text
		};
	}
}

/** One person's device. */
export class GivenPhone {
	readonly live: LiveBoard;
	readonly #room: GivenRoom;
	readonly #actor: Actor;
	#events: LinkEvents | null = null;
	#isUp = true;

	constructor(room: GivenRoom, actor: Actor) {
		this.#room = room;
		this.#actor = actor;
		const session = new BoardSession(id('board'), {
			link: this.#link(),
			outbox: new MemoryOutbox(),
			now: () => room.now,
			random: (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
			after: () => () => undefined
		});
		this.live = new LiveBoard(session, actor.role);
	}

	/** @param centres how many there are of each */
	here(centres: Readonly<Record<Id, number>>, people: number): void {
		this.#events?.presence({ board: id('board'), full: true, people, centres });
	}

	cut(): void {
		this.#isUp = false;
		this.#events?.down();
	}

	seen(): Seen {
		const { personId, centreId, role, verified } = this.#actor;
		return seenBy(this.#room.board, { personId, centreId, role, verified });
	}

	tell(before: Seen, from: number, submissionId: Id | null): void {
		const after = this.seen();
		const builder = new PatchBuilder();
		for (const table of seenTables) {
			for (const key of before[table].keys()) if (!after[table].has(key)) builder.add(`${table}/${key}`, undefined);
			for (const [key, record] of after[table]) {
				if (before[table].get(key) !== record) builder.add(`${table}/${key}`, record);
			}
		}
		const answered = submissionId === null ? [] : [submissionId];
		const frame: Frame = {
			...{ board: id('board'), from, to: this.#room.board.seq },
			...{ patch: builder.build(), directory: this.#room.directory, answered }
		};
		this.#events?.frame(frame);
	}

	#submit({ submissionId, command }: Submission): Ack {
		const refused = this.#room.decide(this.#actor, command, submissionId);
		return refused ?? { is: 'saved', seq: this.#room.board.seq };
	}

	#link(): Link {
		const room = this.#room;
		const name = room.directory.persons[this.#actor.personId]?.name ?? null;
		const you = { ...this.#actor, name, networkIds: [] };
		const version = () => ({ seq: room.board.seq, audience: `${you.role} ${you.personId}` });
		const isUp = () => this.#isUp;
		return {
			get isUp() {
				return isUp();
			},
			listen: (events) => (this.#events = events),
			hello: (hello): Promise<HelloAnswer> => {
				const serverNow = room.now;
				if (hello.version === null) return Promise.resolve({ is: 'snapshot', you, serverNow, about });
				return Promise.resolve({ is: 'current', you, serverNow, version: version() });
			},
			submit: (submission) => Promise.resolve(submission).then((one) => this.#submit(one)),
			watchNames: () => undefined,
			snapshot: () =>
				Promise.resolve({
					...{ board: id('board'), version: version(), directory: room.directory },
					...{ you, about, serverNow: room.now, seen: snapshotOf(this.seen()) }
				}),
			reconnect: () => undefined,
			close: () => undefined
		};
	}
}
