import { onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { plainTextOf } from '#lib/domain/rich-text.ts';
import { richTextOf } from '#lib/domain/shared-text.ts';
import { closeCodes, type TextSeat } from '#lib/protocol/close-codes.ts';
import { firstContent } from '../../../server/proposals/first-content.ts';
import { defaultLimits } from '../../../server/proposals/limits.ts';
import { ProposalRoom } from '../../../server/proposals/proposal-room.ts';
import { Seat, type CloseCode } from '../../../server/proposals/seat.ts';
import { GroupCommit } from '../../../server/store/group-commit.ts';
import type { Batch, Store } from '../../../server/store/store.ts';

export const proposalId = 'proposal000000000000';

/** The real room of a text, in this page: only the network between them is played, so that a test can cut it. */
export class PocketServer {
	kind: TextSeat = 'write';
	/** Refuses every connection with this code. */
	refuses: CloseCode | null = null;
	epoch = 1;
	/** The last version that was open for confirmation. */
	version = 0;
	/** Addresses that were connected to. */
	readonly visits: string[] = [];
	#updates: Uint8Array[] = [firstContent('en')];
	#room: Promise<ProposalRoom | null> | null = null;
	readonly #sockets = new Set<PocketSocket>();
	#isDown = false;
	/** Commits wait while it is held. */
	#held: (() => void)[] | null = null;

	constructor() {
		onTestFinished(() => this.goDown());
	}

	/** What a document takes for the browser's WebSocket. */
	socketOf(personId: string): typeof WebSocket {
		// eslint-disable-next-line @typescript-eslint/no-this-alias -- the class below has a `this` of its own
		const server = this;
		return class extends PocketSocket {
			constructor(url: string) {
				super();
				server.visits.push(url);
				queueMicrotask(() => void server.#welcome(this, personId, new URL(url)));
			}
		} as unknown as typeof WebSocket;
	}

	get text(): string {
		const doc = new Y.Doc();
		for (const update of this.#updates) Y.applyUpdate(doc, update);
		return plainTextOf(richTextOf(doc.getXmlFragment('default')));
	}

	/** The network is gone: every connection breaks, and none can be made. */
	goDown(): void {
		this.#isDown = true;
		for (const socket of [...this.#sockets]) socket.end(1006);
	}

	comeBack(): void {
		this.#isDown = false;
	}

	holdCommits(): void {
		this.#held = [];
	}

	letCommitsThrough(): void {
		for (const go of this.#held?.splice(0) ?? []) go();
		this.#held = null;
	}

	/** Everybody is judged again, and is this from now on. */
	async judgeAgain(kind: TextSeat): Promise<void> {
		this.kind = kind;
		const room = await this.#room;
		room?.dismiss(closeCodes.judgedAgain);
		await room?.settle();
		this.#room = null;
	}

	/** Puts another document in the place of this one. */
	async replaceDocument(language: string): Promise<void> {
		await this.judgeAgain(this.kind);
		this.epoch += 1;
		this.#updates = [firstContent(language)];
	}

	async #welcome(socket: PocketSocket, personId: string, url: URL): Promise<void> {
		if (this.#isDown) return socket.end(1006);
		this.#sockets.add(socket);
		socket.open();
		const epoch = url.searchParams.get('epoch');
		if (this.refuses !== null) return socket.end(this.refuses);
		if (epoch !== null && Number(epoch) !== this.epoch) return socket.end(closeCodes.olderEpoch);
		const room = await (this.#room ??= this.#openRoom());
		if (!room) throw new Error('no text');
		const seat = new Seat(socket.serverEnd as never, personId, defaultLimits, () => Date.now());
		socket.onleave = () => {
			this.#sockets.delete(socket);
			room.leave(seat);
		};
		for (const message of socket.early.splice(0)) seat.hold(message);
		socket.ontell = (message) => room.receive(seat, message);
		room.admit(seat, this.kind, this.version);
	}

	#openRoom(): Promise<ProposalRoom | null> {
		const store = {
			loadDocument: async () => ({ epoch: this.epoch, updates: [...this.#updates] }),
			commit: async (batch: Batch) => {
				const held = this.#held;
				if (held) await new Promise<void>((resolve) => held.push(resolve));
				for (const { updates, replace } of batch.documents) {
					this.#updates = replace ? [...updates] : [...this.#updates, ...updates];
				}
			}
		} as unknown as Store;
		return ProposalRoom.open(proposalId, {
			store,
			commit: new GroupCommit(store, 1),
			limits: defaultLimits,
			now: () => Date.now(),
			nameOf: (personId) => personId,
			turnedAway: () => undefined,
			fault: (cause) => {
				throw cause;
			}
		});
	}
}

/** A WebSocket as far as y-websocket uses one, and its other end as far as a seat does. */
class PocketSocket {
	static readonly OPEN = 1;
	readonly OPEN = 1;
	readyState = 0;
	binaryType = '';
	onopen: (() => void) | null = null;
	onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
	onclose: ((event: { code: number; reason: string }) => void) | null = null;
	onerror: (() => void) | null = null;
	ontell: ((message: Uint8Array) => void) | null = null;
	onleave: (() => void) | null = null;
	readonly early: Uint8Array[] = [];
	readonly serverEnd = {
		OPEN: 1,
		bufferedAmount: 0,
		socket: this as PocketSocket,
		get readyState() {
			return this.socket.readyState;
		},
		send: (bytes: Uint8Array) => queueMicrotask(() => this.#deliver(bytes)),
		close: (code: number) => this.end(code),
		terminate: () => this.end(1006),
		ping: () => undefined
	};

	open(): void {
		this.readyState = 1;
		this.onopen?.();
	}

	send(bytes: Uint8Array): void {
		const message = bytes.slice();
		queueMicrotask(() => {
			if (this.readyState !== 1) return;
			if (this.ontell) this.ontell(message);
			else this.early.push(message);
		});
	}

	close(): void {
		this.end(1000);
	}

	end(code: number): void {
		if (this.readyState === 3) return;
		this.readyState = 3;
		this.onleave?.();
		queueMicrotask(() => this.onclose?.({ code, reason: '' }));
	}

	#deliver(bytes: Uint8Array): void {
		if (this.readyState === 1) this.onmessage?.({ data: bytes.slice().buffer });
	}
}
