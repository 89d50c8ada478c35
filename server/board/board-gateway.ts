import type { Server, Socket } from 'socket.io';
import * as v from 'valibot';
import type { Actor, NewEvent } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { Reader } from '#lib/domain/seen.ts';
import type {
	Ack,
	ClientToServer,
	HelloAnswer,
	HelloRefusal,
	ServerToClient,
	SessionKind
} from '#lib/protocol/messages.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import type { DirectoryWrite, Session, SessionReader } from '../store/store.ts';
import { TokenBucket, TokenBuckets } from '../token-bucket.ts';
import { actorOr, helloSentences, standingOn, youAre } from './actors.ts';
import type { BoardRoom } from './board-room.ts';
import { BoardRooms, type OpenBoard, type RoomsPorts } from './board-rooms.ts';
import { audienceMark, type Watcher } from './board-view.ts';
import { handshakeSchema, helloSchema, submissionSchema, watchSchema } from './client-messages.ts';
import { OpenConnections, type Watched } from './open-connections.ts';

type Wire = Server<ClientToServer, ServerToClient>;
type Connection = Socket<ClientToServer, ServerToClient>;

export type BoardGatewayPorts = Omit<RoomsPorts, 'broadcast' | 'announce'> & {
	readonly io: Wire;
	readonly sessions: SessionReader;
};

/** Commands of one person on one board, whatever device sends them: an outbox that comes back, then a steady pace. */
const commandPace = { burst: 100, perSecond: 10 };

/** Hellos of one connection: a heartbeat each 25 seconds, and more while steps are missed on a bad network. */
const helloPace = { burst: 60, perSecond: 2 };

/** What all connections share. */
type House = {
	readonly rooms: BoardRooms;
	readonly connections: OpenConnections;
	readonly rates: TokenBuckets;
};

/** A connection's place on one board. */
type Place = {
	readonly open: OpenBoard;
	readonly watcher: Watcher & { readonly socketId: string };
	readonly reader: Reader;
};

/** Carries messages between phones and rooms. Holds no rule: who may do and see what is asked of the domain. */
export function createBoardGateway(ports: BoardGatewayPorts) {
	const { io } = ports;
	const rooms = new BoardRooms({
		...ports,
		broadcast: (board, role, frame, except) => {
			const others = except.map((watcher) => (watcher as Place['watcher']).socketId);
			io.to(`${board}:${role}`).except(others).emit('frame', frame);
		},
		announce: (board, presence, toNames) => {
			const to = toNames ? io.to(`${board}:names`) : io.to(`${board}:all`).except(`${board}:names`);
			to.volatile.emit('presence', presence);
		}
	});
	const house = { rooms, connections: new OpenConnections(ports.fault), rates: new TokenBuckets(commandPace) };
	io.on('connection', (socket: Connection) => new BoardConnection(socket, house, ports));
	return {
		rooms,
		/** Appends a fact of the directory to a board, in one transaction with what it writes. */
		append: async (board: Id, event: NewEvent, by: Id | null, writes: readonly DirectoryWrite[] = []) =>
			(await rooms.open(board)).room.append(event, by, writes),
		/** Takes texts of a board's log away, as `BoardRoom.erase` says. */
		erase: async (board: Id, ...erasure: Parameters<BoardRoom['erase']>) =>
			(await rooms.open(board)).room.erase(...erasure),
		/** Sessions of this person have ended. @returns when no connection and no seat in a text has what they gave any more */
		sessionsEnded: async (personId: Id): Promise<void> => {
			await Promise.all([house.connections.judgeAllOf(personId), ports.texts.sessionsEnded(personId)]);
		},
		close: () => {
			house.connections.close();
			return rooms.close();
		}
	};
}

class BoardConnection implements Watched {
	heardAt: number;
	readonly #socket: Connection;
	readonly #house: House;
	readonly #ports: BoardGatewayPorts;
	readonly #kind: SessionKind;
	#session: { readonly value: Session | null; readonly readAt: number; readonly doubts: number } | null = null;
	/** How often its session has been doubted: an answer that was asked for before that counts for nothing. */
	#doubts = 0;
	#place: Place | null = null;
	/** The board of which this device shows who is here; a wish that outlasts its place, which it may leave and enter anew. */
	#showsNamesOf: Id | null = null;
	#hellos: Promise<unknown> = Promise.resolve();
	readonly #helloRate: TokenBucket;

	constructor(socket: Connection, house: House, ports: BoardGatewayPorts) {
		this.#socket = socket;
		this.#house = house;
		this.#ports = ports;
		this.heardAt = ports.now();
		this.#helloRate = new TokenBucket(helloPace, this.heardAt);
		house.connections.add(this);
		const handshake = v.safeParse(handshakeSchema, socket.handshake.auth);
		this.#kind = handshake.success ? handshake.output.as : 'delegate';
		socket.on('hello', (hello, answer) => {
			if (typeof answer !== 'function') return;
			if (!this.#helloRate.take(ports.now())) return answer(refused('try-later'));
			// One after the other: two at once would enter the board twice.
			this.#hellos = this.#hellos
				.then(() => this.#hello(hello))
				.then(answer, (cause: unknown) => {
					ports.fault(cause);
					answer(refused('try-later'));
				});
		});
		socket.on('submit', (submission, ack) => {
			if (typeof ack !== 'function') return;
			this.#submit(submission).then(ack, (cause: unknown) => {
				ports.fault(cause);
				ack({ is: 'again', code: 'try-later', sentence: helloSentences['try-later'] });
			});
		});
		socket.on('watchNames', (watch) => void this.#watchNames(watch));
		socket.on('disconnect', () => {
			house.connections.remove(this);
			this.#leave();
		});
	}

	get personId(): Id | null {
		return this.#session?.value?.personId ?? this.#place?.reader.personId ?? null;
	}

	async judge(): Promise<void> {
		this.#doubts += 1;
		const board = this.#place?.open.room.id;
		if (board === undefined) return;
		const judged = this.#hellos.then(async () => {
			if (await this.#judge(board)) this.#socket.emit('you', { board });
		});
		this.#hellos = judged.catch(() => undefined);
		await judged;
	}

	cut(): void {
		this.#socket.conn.close();
	}

	async #readSession(fresh: boolean): Promise<Session | null> {
		const now = this.#ports.now();
		const known = this.#session;
		if (!fresh && known?.doubts === this.#doubts && Math.abs(now - known.readAt) <= 10_000) return known.value;
		const { cookie, authorization } = this.#socket.handshake.headers;
		for (;;) {
			const doubts = this.#doubts;
			const value = await this.#ports.sessions.read({ cookie, authorization }, this.#kind);
			if (doubts !== this.#doubts) continue;
			this.#session = { value, readAt: now, doubts };
			if (value) this.#house.connections.belongs(this, value.sessionId);
			return value;
		}
	}

	async #hello(raw: unknown): Promise<HelloAnswer> {
		const hello = v.safeParse(helloSchema, raw);
		if (!hello.success || hello.output.protocolVersion !== PROTOCOL_VERSION) return refused('protocol-old');
		const { board, version } = hello.output;
		this.heardAt = this.#ports.now();
		const asked = standingOn(this.#ports.directory, await this.#readSession(true), board);
		if (typeof asked === 'string') return this.#turnAway(asked);
		const open = await this.#house.rooms.open(board);
		// Again: what ended while the board was read from the disk opens nothing.
		const standing = standingOn(this.#ports.directory, await this.#readSession(false), board);
		if (typeof standing === 'string') return this.#turnAway(standing);
		const { reader } = standing;
		const removed = reader.personId !== null && open.room.board.members.get(reader.personId)?.removed;
		if (removed) return { ...this.#turnAway('person-removed'), reason: removed.reason };
		// From here to the answer nothing waits: no frame can fall between what is answered and what follows.
		this.#enter(open, reader);
		const about = this.#ports.directory.about(board);
		if (!about) return refused('board-unknown');
		const common = { you: youAre(this.#ports.directory, reader), serverNow: this.#ports.now() };
		const frames = open.view.catchUp(open.room.board, reader, version);
		if (!frames) return { is: 'snapshot', ...common, about };
		const now = { seq: open.room.board.seq, audience: audienceMark(reader) };
		return frames.length === 0
			? { is: 'current', ...common, version: now }
			: { is: 'frames', frames, ...common, version: now };
	}

	#turnAway(code: HelloRefusal) {
		this.#leave();
		return refused(code);
	}

	#enter(open: OpenBoard, reader: Reader): void {
		const socket = this.#socket;
		const board = open.room.id;
		if (this.#place?.open === open && audienceMark(this.#place.reader) === audienceMark(reader)) return;
		this.#leave();
		const watcher = {
			reader,
			socketId: socket.id,
			send: (frame: Parameters<ServerToClient['frame']>[0]) => void socket.emit('frame', frame),
			judgeAgain: (gone = false) => {
				// At once: the next step of the board is not theirs, not even as part of a broadcast.
				if (gone) this.#leave();
				socket.emit('you', { board });
				this.#hellos = this.#hellos.then(() => this.#judge(board)).then(() => undefined, this.#ports.fault);
			}
		};
		this.#place = { open, watcher, reader };
		open.view.add(watcher);
		if (reader.personId !== null) open.presence.enter(reader.personId, reader.centreId);
		const showsNames = this.#showsNamesOf === board && reader.role !== 'screen';
		void socket.join([reader.role, 'all', ...(showsNames ? ['names'] : [])].map((room) => `${board}:${room}`));
		socket.emit('presence', this.#house.rooms.presenceOf(open, showsNames));
	}

	/**
	 * A client that does not say hello again gets nothing that its session or its rights no longer give.
	 * @returns whether it has lost its place
	 */
	async #judge(board: Id): Promise<boolean> {
		const session = await this.#readSession(true);
		const place = this.#place;
		if (place?.open.room.id !== board) return false;
		const standing = standingOn(this.#ports.directory, session, board);
		if (typeof standing !== 'string' && audienceMark(standing.reader) === audienceMark(place.reader)) return false;
		this.#leave();
		return true;
	}

	#leave(): void {
		const place = this.#place;
		if (!place) return;
		this.#place = null;
		const board = place.open.room.id;
		place.open.view.remove(place.watcher);
		if (place.reader.personId !== null) place.open.presence.leave(place.reader.personId, this.#ports.now());
		for (const room of [place.reader.role, 'all', 'names']) void this.#socket.leave(`${board}:${room}`);
	}

	async #submit(raw: unknown): Promise<Ack> {
		const submission = v.safeParse(submissionSchema, raw);
		if (!submission.success) {
			return {
				is: 'refused',
				code: 'message-malformed',
				sentence: 'The server could not read this. Reload the page.',
				values: {}
			};
		}
		const { board, submissionId, command } = submission.output;
		await this.#readSession(false);
		const actor = this.#actorOn(board);
		if ('is' in actor) return actor;
		const { personId } = actor;
		this.heardAt = this.#ports.now();
		if (!this.#house.rates.take(`${board} ${personId}`, this.heardAt)) {
			return { is: 'again', code: 'try-later', sentence: 'That was a lot at once. It is sent again in a moment.' };
		}
		const open = await this.#house.rooms.open(board);
		return open.room.submit({ personId, standing: () => this.#actorOn(board) }, { submissionId, command });
	}

	/** By the session as it was read last, and by the directory as it is. */
	#actorOn(board: Id): Actor | Ack {
		if (this.#session?.doubts === this.#doubts)
			return actorOr(standingOn(this.#ports.directory, this.#session.value, board));
		return { is: 'again', code: 'try-later', sentence: helloSentences['try-later'] };
	}

	async #watchNames(raw: unknown): Promise<void> {
		const watch = v.safeParse(watchSchema, raw);
		if (!watch.success) return;
		const { board, on } = watch.output;
		if (on) this.#showsNamesOf = board;
		else if (this.#showsNamesOf === board) this.#showsNamesOf = null;
		const place = this.#place;
		if (!place || place.open.room.id !== board || place.reader.role === 'screen') return;
		const room = `${board}:names`;
		if (!on) return void this.#socket.leave(room);
		await this.#socket.join(room);
		this.#socket.emit('presence', this.#house.rooms.presenceOf(place.open, true));
	}
}

function refused(code: HelloRefusal) {
	return { is: 'refused', code, sentence: helloSentences[code] } as const;
}
