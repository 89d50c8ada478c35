import type { Role } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import { seatIn } from '#lib/domain/proposal-access.ts';
import type { Reader } from '#lib/domain/seen.ts';
import type { Frame } from '#lib/protocol/frame.ts';
import type { Presence, PersonHere } from '#lib/protocol/messages.ts';
import type { GroupCommit } from '../store/group-commit.ts';
import type { DirectoryReader, Store } from '../store/store.ts';
import { BoardRoom, type Committed } from './board-room.ts';
import { BoardView, type Watcher } from './board-view.ts';
import { directoryIdsOf } from './directory-effects.ts';
import { directoryPart } from './directory-part.ts';
import type { ProposalSeats, ProposalTexts, SeatOfReader } from './ports.ts';
import { PresenceBook } from './presence.ts';

export type OpenBoard = {
	readonly room: BoardRoom;
	readonly view: BoardView;
	readonly presence: PresenceBook;
	told: Readonly<Record<Id, number>>;
};

export type RoomsPorts = {
	readonly store: Store;
	readonly commit: GroupCommit;
	readonly directory: DirectoryReader;
	readonly texts: ProposalTexts;
	readonly now: () => number;
	readonly fault: (cause: unknown) => void;
	readonly broadcast: (board: Id, role: Role, frame: Frame, except: readonly Watcher[]) => void;
	/** Presence for everybody, or with names for those who show them. */
	readonly announce: (board: Id, presence: Presence, toNames: boolean) => void;
};

/** The boards that are open in this process, each opened once. */
export class BoardRooms implements ProposalSeats {
	readonly #ports: RoomsPorts;
	readonly #open = new Map<Id, Promise<OpenBoard>>();
	readonly #loaded = new Map<Id, OpenBoard>();
	readonly #boardOfProposal = new Map<Id, Id>();
	readonly #tick: NodeJS.Timeout;

	constructor(ports: RoomsPorts) {
		this.#ports = ports;
		this.#tick = setInterval(() => void this.#announcePresence(), 1000);
		this.#tick.unref();
	}

	/** @throws when the log cannot be read or summed */
	open(board: Id): Promise<OpenBoard> {
		const there = this.#open.get(board);
		if (there) return there;
		const opening = this.#load(board);
		this.#open.set(board, opening);
		opening.catch(() => this.#open.delete(board));
		return opening;
	}

	async seat(proposalId: Id, reader: Reader): Promise<SeatOfReader> {
		const board = await this.boardOf(proposalId);
		if (board !== null) await this.open(board);
		return this.seatNow(proposalId, reader) ?? { is: 'gone', version: 0 };
	}

	seatNow(proposalId: Id, reader: Reader): SeatOfReader | null {
		const board = this.#boardOfProposal.get(proposalId) ?? '';
		const now = this.#loaded.get(board)?.room.board;
		if (!now) return null;
		const { personId, role } = reader;
		if (personId !== null && role === 'delegate' && !this.#ports.directory.isMember(board, personId))
			return { is: 'none', version: 0 };
		return { is: seatIn(now, proposalId, reader), version: now.proposals.get(proposalId)?.version ?? 0 };
	}

	async boardOf(proposalId: Id): Promise<Id | null> {
		const known = this.#boardOfProposal.get(proposalId);
		if (known !== undefined) return known;
		// A proposal says nothing of its board; a forum has few, and each is opened once.
		const opened = await Promise.allSettled(this.#ports.directory.boards().map((board) => this.open(board)));
		const found = this.#boardOfProposal.get(proposalId);
		if (found !== undefined) return found;
		// Every proposal was stored with its text: without one it is not of the board that cannot be read either.
		const failed = opened.find((one) => one.status === 'rejected');
		if (failed && (await this.#ports.store.loadDocument(proposalId))) throw failed.reason;
		return this.#boardOfProposal.get(proposalId) ?? null;
	}

	async #claim(board: Id, proposalId: Id): Promise<boolean> {
		if ((await this.boardOf(proposalId)) === null) this.#boardOfProposal.set(proposalId, board);
		return this.#boardOfProposal.get(proposalId) === board;
	}

	/** All who are here, for one device. */
	presenceOf(open: OpenBoard, withNames: boolean): Presence {
		const centres = open.presence.byCentre();
		const directory = directoryPart(this.#ports.directory, [], { persons: [], centres: Object.keys(centres) });
		const people = Object.values(centres).reduce((sum, count) => sum + count, 0);
		const names = withNames ? { names: this.#names(open) } : {};
		return { board: open.room.id, full: true, people, centres, ...(directory && { directory }), ...names };
	}

	async close(): Promise<void> {
		clearInterval(this.#tick);
		const opened = await Promise.allSettled(this.#open.values());
		for (const result of opened) if (result.status === 'fulfilled') await result.value.room.close();
	}

	async #load(board: Id): Promise<OpenBoard> {
		const view = new BoardView(board, this.#ports.directory, (role, frame, except) =>
			this.#ports.broadcast(board, role, frame, except)
		);
		const room = await BoardRoom.open(board, {
			...this.#ports,
			claimProposal: (of, proposalId) => this.#claim(of, proposalId),
			committed: (_room, step) => this.#committed(open, step)
		});
		const open: OpenBoard = { room, view, presence: new PresenceBook(), told: {} };
		this.#loaded.set(board, open);
		for (const proposalId of room.board.proposals.keys()) this.#boardOfProposal.set(proposalId, board);
		return open;
	}

	#committed(open: OpenBoard, step: Committed): void {
		open.view.publish(step);
		for (const event of step.events) this.#judgeAgain(open, event);
	}

	/** A fact about a person has changed: their devices and their seats are judged again. */
	#judgeAgain(open: OpenBoard, event: Committed['events'][number]): void {
		const persons = new Set(directoryIdsOf(event).persons);
		const { personId } = event.data as { personId?: Id };
		if (personId && (event.type === 'person-removed' || event.type === 'person-readmitted')) persons.add(personId);
		if (persons.size === 0) return;
		for (const id of persons) {
			for (const watcher of open.view.watchersOf(id)) {
				watcher.judgeAgain(event.type === 'person-removed');
			}
		}
		for (const proposalId of open.room.board.proposals.keys()) this.#ports.texts.seatsChanged(proposalId);
	}

	#names(open: OpenBoard): Record<Id, PersonHere[]> {
		const names: Record<Id, PersonHere[]> = {};
		for (const { personId, centreId } of open.presence.people()) {
			const person = this.#ports.directory.person(personId);
			if (!person || !centreId) continue;
			(names[centreId] ??= []).push({ personId, name: person.name, verified: person.verified });
		}
		return names;
	}

	async #announcePresence(): Promise<void> {
		for (const opening of this.#open.values()) {
			const open = await opening.catch(() => null);
			if (!open) continue;
			open.presence.sweep(this.#ports.now());
			if (!open.presence.takeChanged()) continue;
			const board = open.room.id;
			this.#ports.announce(board, this.#presenceChange(open), false);
			this.#ports.announce(board, this.presenceOf(open, true), true);
		}
	}

	#presenceChange(open: OpenBoard): Presence {
		const counts = open.presence.byCentre();
		const centres: Record<Id, number> = {};
		for (const id of new Set([...Object.keys(counts), ...Object.keys(open.told)])) {
			if ((counts[id] ?? 0) !== (open.told[id] ?? 0)) centres[id] = counts[id] ?? 0;
		}
		const fresh = Object.keys(centres).filter((id) => !open.told[id]);
		const directory = directoryPart(this.#ports.directory, [], { persons: [], centres: fresh });
		open.told = counts;
		const people = Object.values(counts).reduce((sum, count) => sum + count, 0);
		return { board: open.room.id, full: false, people, centres, ...(directory && { directory }) };
	}
}
