import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Id } from '#lib/domain/ids.ts';
import { closeCodes } from '#lib/protocol/close-codes.ts';
import { TextUnreadable, type ProposalTexts } from '../board/ports.ts';
import type { GroupCommit } from '../store/group-commit.ts';
import type { Store } from '../store/store.ts';
import { firstContent } from './first-content.ts';
import { judge, judgeNow, wishOf, type Judgement, type JudgePorts, type Wish } from './judge.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { OpenRooms } from './open-rooms.ts';
import type { ProposalRoom } from './proposal-room.ts';
import { Seat, type CloseCode } from './seat.ts';

export type ProposalGatewayPorts = JudgePorts & {
	readonly store: Store;
	readonly commit: GroupCommit;
	readonly logger: {
		info(facts: object, message: string): void;
		error(facts: object, message: string): void;
	};
	readonly limits?: Partial<Limits>;
	/** Milliseconds since 1970. */
	readonly now?: () => number;
};

export type ProposalGateway = {
	/**
	 * Completes the handshake of `/proposals/<id>?as=delegate|organiser&epoch=<n>`, then lets it in or closes it with its
	 * code (`close-codes.ts`) before any byte of the document. The caller has checked Origin and path.
	 */
	handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, proposalId: Id): void;
	readonly texts: ProposalTexts;
	/** Takes nothing more, brings everything to the disk, and asks every client to come back later. */
	close(): Promise<void>;
};

/** Carries the texts of proposals between phones and rooms: the server of the stock y-websocket client. */
export function createProposalGateway(ports: ProposalGatewayPorts): ProposalGateway {
	return new Gateway(ports);
}

/** A connection, from its handshake to its end. */
type Connection = { readonly socket: WebSocket; readonly wish: Wish; early: Uint8Array[] | null; earlyBytes: number };

class Gateway implements ProposalGateway {
	readonly texts: ProposalTexts;
	readonly #ports: ProposalGatewayPorts;
	readonly #limits: Limits;
	readonly #now: () => number;
	readonly #server: WebSocketServer;
	readonly #rooms: OpenRooms;
	readonly #wishes = new WeakMap<Seat, Wish>();
	/** How often the seats of a text have changed: whoever is being judged while it rises is judged again. */
	readonly #changes = new Map<Id, number>();
	/** How often sessions have ended: the same. */
	#endings = 0;
	readonly #heartbeat: NodeJS.Timeout;
	#closing = false;

	constructor(ports: ProposalGatewayPorts) {
		this.#ports = ports;
		this.#limits = { ...defaultLimits, ...ports.limits };
		this.#now = ports.now ?? Date.now;
		this.#rooms = new OpenRooms({
			store: ports.store,
			commit: ports.commit,
			limits: this.#limits,
			now: this.#now,
			nameOf: (personId) => ports.directory.person(personId)?.name ?? null,
			turnedAway: (proposalId, why) => ports.logger.info({ proposalId, why }, 'a seat of a text was closed'),
			fault: (cause) => this.#fault(cause, 'a text could not be brought to the disk')
		});
		// Twice the limit, so that what is too long gets the code that says so, and not the one that ws would choose.
		const maxPayload = this.#limits.messageBytes * 2;
		this.#server = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: true, maxPayload });
		this.#heartbeat = setInterval(() => this.#beat(), this.#limits.heartbeatMs).unref();
		this.texts = {
			firstContent,
			freeze: (id) => this.#freeze(id),
			thaw: (id) => this.#thaw(id),
			seatsChanged: (id) => this.#seatsChanged(id),
			sessionsEnded: (personId) => this.#sessionsEnded(personId)
		};
	}

	handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, proposalId: Id): void {
		const wish = wishOf(proposalId, request);
		this.#server.handleUpgrade(request, socket, head, (connected) => void this.#welcome(connected, wish));
	}

	async close(): Promise<void> {
		this.#closing = true;
		clearInterval(this.#heartbeat);
		for (const room of this.#rooms.all()) {
			room.dismiss(closeCodes.tryLater);
			this.#rooms.retire(room);
		}
		await this.#rooms.closed();
		for (const room of this.#rooms.all()) this.#rooms.retire(room);
		await this.#rooms.closed();
		for (const socket of this.#server.clients) socket.close(closeCodes.tryLater);
		this.#server.close();
	}

	async #welcome(socket: WebSocket, wish: Wish): Promise<void> {
		const connection: Connection = { socket, wish, early: [], earlyBytes: 0 };
		socket.on('error', (cause) => this.#ports.logger.info({ cause: cause.message }, 'a text connection broke'));
		socket.on('message', (data) => this.#early(connection, data as Buffer));
		try {
			await this.#seat(connection);
		} catch (cause) {
			this.#fault(cause, 'a text could not be opened');
			socket.close(closeCodes.tryLater);
		}
	}

	/** Keeps what a client says before it is judged; ours speaks at once, without waiting for an answer. */
	#early(connection: Connection, data: Buffer): void {
		if (!connection.early) return;
		connection.earlyBytes += data.length;
		if (connection.earlyBytes > this.#limits.waitingBytes) return connection.socket.close(closeCodes.tooLarge);
		connection.early.push(data);
	}

	async #seat(connection: Connection): Promise<void> {
		const { socket, wish } = connection;
		const { proposalId, epoch } = wish;
		for (;;) {
			const [changes, endings] = [this.#changes.get(proposalId), this.#endings];
			const judgement = await judge(wish, this.#ports);
			if (judgement.is === 'refused') return socket.close(judgement.code);
			const room = await this.#rooms.open(proposalId);
			if (!room) throw new TextUnreadable(`Proposal ${proposalId} has no text`);
			const isLatest = this.#rooms.find(proposalId) === room && !room.isBroken;
			if (!isLatest || this.#changes.get(proposalId) !== changes || this.#endings !== endings) continue;
			const code = this.#codeFor(room, judgement.personId, epoch);
			if (code === null && socket.readyState === socket.OPEN) {
				const seat = new Seat(socket, judgement.personId, this.#limits, this.#now);
				this.#listen(connection, room, seat);
				return room.admit(seat, judgement.kind, judgement.version);
			}
			if (code !== null) socket.close(code);
			return this.#rooms.closeEmpty(room);
		}
	}

	/** Why somebody who may sit here cannot now; null when they can. */
	#codeFor(room: ProposalRoom, personId: Id, epoch: number | null): CloseCode | null {
		if (this.#closing) return closeCodes.tryLater;
		if (epoch !== null && epoch !== room.epoch) return closeCodes.olderEpoch;
		return room.seatsOf(personId) < this.#limits.seatsPerPerson ? null : closeCodes.tooMany;
	}

	#listen(connection: Connection, room: ProposalRoom, seat: Seat): void {
		const { socket, wish } = connection;
		this.#wishes.set(seat, wish);
		for (const message of connection.early ?? []) seat.hold(message);
		connection.early = null;
		socket.on('message', (data) => room.receive(seat, data as Buffer));
		socket.on('pong', () => (seat.alive = true));
		socket.on('close', () => {
			room.leave(seat);
			this.#unload(room);
		});
	}

	#unload(room: ProposalRoom): void {
		this.#rooms.closeEmpty(room).catch((cause: unknown) => this.#fault(cause, 'a text could not be closed'));
	}

	/** A text whose version is open now starts anew: what was held of it meanwhile is not taken any more. */
	#seatsChanged(proposalId: Id): void {
		this.#changes.set(proposalId, (this.#changes.get(proposalId) ?? 0) + 1);
		const room = this.#rooms.find(proposalId);
		if (!room) return;
		if (room.isStopped && !room.isFreezing) {
			room.dismiss(closeCodes.judgedAgain);
			this.#rooms.retire(room);
			return;
		}
		for (const seat of [...room.seats]) {
			const wish = this.#wishes.get(seat);
			if (!wish || isSameSeat(judgeNow(wish, seat.personId, this.#ports), seat)) continue;
			// Removed first. What it is now, it is told when it comes back and its session has been read as well.
			room.leave(seat);
			seat.close(closeCodes.judgedAgain);
		}
	}

	async #freeze(proposalId: Id): Promise<unknown> {
		for (;;) {
			const room = await this.#rooms.open(proposalId);
			if (!room) throw new TextUnreadable(`Proposal ${proposalId} has no text`);
			if (this.#rooms.find(proposalId) !== room || room.isBroken) continue;
			return room.freeze();
		}
	}

	#thaw(proposalId: Id): void {
		const room = this.#rooms.find(proposalId);
		if (!room) return;
		room.thaw();
		this.#unload(room);
	}

	async #sessionsEnded(personId: Id): Promise<void> {
		this.#endings += 1;
		const judging: Promise<void>[] = [];
		for (const room of this.#rooms.all()) {
			for (const seat of room.seats) if (seat.personId === personId) judging.push(this.#judgeAgain(room, seat, true));
		}
		await Promise.all(judging);
	}

	/** Asks every seat for a sign of life, and judges it again: a session also ends by its age, and nobody says so. */
	#beat(): void {
		for (const room of this.#rooms.all()) {
			for (const seat of room.seats) {
				if (!seat.alive) seat.terminate();
				else {
					seat.ask();
					void this.#judgeAgain(room, seat);
				}
			}
		}
	}

	/** @param strict whoever cannot be judged goes, and comes back if they may; at a heartbeat they stay until the next */
	async #judgeAgain(room: ProposalRoom, seat: Seat, strict = false): Promise<void> {
		const wish = this.#wishes.get(seat);
		if (!wish) return;
		try {
			const judged = await judge(wish, this.#ports);
			if (!room.seats.has(seat) || isSameSeat(judged, seat)) return;
			room.leave(seat);
			seat.close(judged.is === 'refused' ? judged.code : closeCodes.judgedAgain);
		} catch (cause) {
			this.#fault(cause, 'a seat could not be judged');
			if (!strict) return;
			room.leave(seat);
			seat.close(closeCodes.judgedAgain);
		}
	}

	#fault(cause: unknown, what: string): void {
		this.#ports.logger.error({ err: cause, incident: randomUUID() }, what);
	}
}

function isSameSeat(judged: Judgement, seat: Seat): boolean {
	if (judged.is === 'refused') return false;
	return judged.kind === seat.kind && judged.personId === seat.personId && judged.version === seat.version;
}
