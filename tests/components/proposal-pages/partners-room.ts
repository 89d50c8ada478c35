import { LiveBoard } from '#lib/board/live-board.svelte.ts';
import { emptyBoard, type Board } from '#lib/domain/board.ts';
import type { Actor, Command, Context } from '#lib/domain/command.ts';
import { decide } from '#lib/domain/decide.ts';
import { nextDue } from '#lib/domain/due.ts';
import { evolve } from '#lib/domain/evolve.ts';
import type { Id } from '#lib/domain/ids.ts';
import { seenBy, type Seen } from '#lib/domain/seen.ts';
import { seenTables } from '#lib/domain/command.ts';
import { PatchBuilder, snapshotOf, type DirectoryPart, type Frame } from '#lib/protocol/frame.ts';
import type { About, Ack, HelloAnswer, Submission } from '#lib/protocol/messages.ts';
import { BoardSession } from '#lib/sync/board-session.ts';
import type { Link, LinkEvents } from '#lib/sync/link.ts';
import { MemoryOutbox } from '#lib/sync/outbox.ts';

/** An id of twenty characters that reads well. */
export const id = (name: string): Id => name.replace(/[^0-9a-z]/g, '').padEnd(20, '0');

const begin = Date.UTC(2024, 8, 10, 12);
const about: About = {
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

const centre = (name: string, country: string | null, kind: string | null) => ({
	...{ isNetwork: false, name, legalName: name, city: null, country, kind },
	...{ sectors: [], networkIds: [], approved: true }
});
const directory: DirectoryPart = {
	persons: {
		[id('paivi')]: { name: 'Päivi Sundström', centreId: id('tampere'), verified: true },
		[id('amelie')]: { name: 'Amélie Roux', centreId: id('lyon'), verified: true },
		[id('guest')]: { name: 'Gaston Petit', centreId: id('lyon'), verified: false },
		[id('gergana')]: { name: 'Гергана Илиева', centreId: id('plovdiv'), verified: true }
	},
	centres: {
		[id('tampere')]: centre('Sample Tampere', 'FI', 'vet-provider'),
		[id('lyon')]: centre('Sample Lyon', 'FR', 'vet-provider'),
		[id('plovdiv')]: centre('Sample Plovdiv', null, null)
	}
};

const delegate = (person: string, of: string, verified = true): Actor => ({
	...{ personId: id(person), centreId: id(of), role: 'delegate', verified }
});
export const paivi = delegate('paivi', 'tampere');
export const amelie = delegate('amelie', 'lyon');
export const guest = delegate('guest', 'lyon', false);
export const gergana = delegate('gergana', 'plovdiv');
export const facilitator: Actor = { ...delegate('fatou', ''), role: 'facilitator', centreId: null, verified: false };

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

/** One board whose server fits into a test: it decides with the product's rules, and each phone is the product's session. */
export class PartnersRoom {
	board: Board = emptyBoard;
	now = begin;
	/** The text that is frozen when a version opens. */
	text: unknown = { type: 'doc', content: [] };
	/** The server refuses what comes from now on, by this code, although the phones see no reason. */
	refuseAll: string | null = null;
	/** Names and standings, as everybody is told them. */
	directory = directory;
	readonly #phones: Phone[] = [];

	/** Somebody else speaks, and everybody sees it. */
	did(actor: Actor, ...commands: readonly Command[]): this {
		for (const command of commands) {
			const refused = this.decide(actor, command, null);
			if (refused) throw new Error(`${command.name}: ${JSON.stringify(refused)}`);
		}
		return this;
	}

	/** The notice of an opening is over: the board itself opens the version. */
	open(): this {
		const due = nextDue(this.board);
		if (!due) throw new Error('Nothing was about to open');
		this.now = due.at;
		const actor = [paivi, amelie, gergana].find(({ personId }) => personId === due.personId);
		return this.did(actor ?? paivi, due.command);
	}

	/** A delegate's phone on this board, connected. */
	phone(actor: Actor): LiveBoard {
		const phone = new Phone(this, actor);
		this.#phones.push(phone);
		return phone.live;
	}

	/** @returns the refusal, or null when it was accepted and everybody was told */
	decide(actor: Actor, command: Command, submissionId: Id | null): Extract<Ack, { is: 'refused' }> | null {
		if (this.refuseAll && submissionId) return { is: 'refused', code: this.refuseAll, sentence: 'No.', values: {} };
		const decision = decide(this.board, command, this.#context(actor));
		if (decision.kind === 'refused') return { ...decision, is: 'refused' };
		if (decision.kind === 'unpredicted') throw new Error(`Not enough is known here to decide ${command.name}`);
		const before = this.#phones.map((phone) => phone.seen());
		const from = this.board.seq;
		for (const news of decision.events) {
			const seq = this.board.seq + 1;
			this.board = { ...evolve(this.board, { ...news, seq, at: this.now, by: actor.personId }), seq };
			if (news.type === 'person-verified') this.#verified((news.data as { personId: Id }).personId);
		}
		this.#phones.forEach((phone, at) => phone.tell(before[at] as Seen, from, submissionId));
		return null;
	}

	/** So many are here, as every phone is told. */
	here(people: number, of: string): this {
		for (const phone of this.#phones) phone.here(people, id(of));
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
		if (entry)
			this.directory = { ...this.directory, persons: { ...persons, [personId]: { ...entry, verified: true } } };
	}

	#context(actor: Actor): Context {
		const { directory } = this;
		return {
			actor,
			now: this.now,
			forum: { confirmBy: about.forum.confirmBy },
			centre: (one) => directory.centres[one] && { id: one, ...directory.centres[one] },
			person: (one) => directory.persons[one],
			roleHere: () => 'delegate',
			knowsAll: true,
			sha256: digest,
			frozenText: this.text
		};
	}
}

class Phone {
	readonly live: LiveBoard;
	readonly #room: PartnersRoom;
	readonly #actor: Actor;
	#events: LinkEvents | null = null;
	#isUp = true;

	constructor(room: PartnersRoom, actor: Actor) {
		this.#room = room;
		this.#actor = actor;
		const session = new BoardSession(id('board'), {
			link: this.#link(),
			outbox: new MemoryOutbox(),
			now: () => room.now,
			random: (bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
			after: () => () => undefined
		});
		this.live = new LiveBoard(session, 'delegate');
	}

	seen(): Seen {
		const { personId, centreId, role, verified } = this.#actor;
		return seenBy(this.#room.board, { personId, centreId, role, verified });
	}

	here(people: number, centreId: Id): void {
		this.#events?.presence({ board: id('board'), full: true, people, centres: { [centreId]: people } });
	}

	cut(): void {
		this.#isUp = false;
		this.#events?.down();
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
		const you = {
			...this.#actor,
			name: this.#room.directory.persons[this.#actor.personId]?.name ?? null,
			networkIds: []
		};
		const isUp = () => this.#isUp;
		const version = () => ({ seq: this.#room.board.seq, audience: this.#actor.personId });
		return {
			get isUp() {
				return isUp();
			},
			listen: (events) => (this.#events = events),
			hello: (hello): Promise<HelloAnswer> => {
				const serverNow = this.#room.now;
				if (hello.version === null) return Promise.resolve({ is: 'snapshot', you, serverNow, about });
				return Promise.resolve({ is: 'current', you, serverNow, version: version() });
			},
			submit: (submission) => Promise.resolve(submission).then((one) => this.#submit(one)),
			watchNames: () => undefined,
			snapshot: () =>
				Promise.resolve({
					...{ board: id('board'), version: version(), directory: this.#room.directory },
					...{ you, about, serverNow: this.#room.now },
					seen: snapshotOf(this.seen())
				}),
			reconnect: () => undefined,
			close: () => undefined
		};
	}
}
