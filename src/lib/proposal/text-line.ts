import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';
import { messageSync, WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { closeCodes, messageSaved, messageSeat, textSeats, type TextSeat } from '#lib/protocol/close-codes.ts';

export type TextLineOptions = {
	/** `wss://host/proposals` */
	readonly address: string;
	readonly proposalId: string;
	readonly doc: Y.Doc;
	readonly as: 'delegate' | 'organiser';
	/** Of the copy that `doc` holds; null when it holds none. */
	readonly epoch: number | null;
	/** null takes the browser's. */
	readonly WebSocket: typeof WebSocket | null;
	/** 0 to 1 */
	readonly random: () => number;
	/** Something of `state` has changed. */
	readonly changed: () => void;
	/** The server has said what this connection may do, before any byte of the text. */
	readonly seated: (seat: TextSeat, epoch: number, version: number) => void;
	/** The server has ended it for good, with one of `closeCodes`. */
	readonly ended: (code: number) => void;
};

/** A socket that brought nothing for this long, in milliseconds, is not waited for when somebody comes back to the page. */
const silentMs = 3_000;
/** What ws says to a message beyond all limits; coming back would only bring it again. */
const beyondLimits = 1009;

/**
 * The connection of one document to its room: the stock y-websocket provider, and a count of what the server has on
 * disk of what went out.
 */
export class TextLine {
	readonly #options: TextLineOptions;
	readonly #provider: WebsocketProvider;
	readonly #countUpdate: (update: Uint8Array, origin: unknown) => void;
	/** Messages with content that went out on this connection, and how many of them, from the first, are on disk. */
	#sent = 0;
	#onDisk = 0;
	/** Whether the server has heard on this connection all that we had when it began. */
	#toldAll = false;
	#wokenAt = -Infinity;
	#closed = false;

	constructor(options: TextLineOptions) {
		this.#options = options;
		const { doc, address, proposalId, as, epoch, random } = options;
		this.#provider = new WebsocketProvider(address, proposalId, doc, {
			connect: false,
			disableBc: true,
			maxBackoffTime: 3_000 + random() * 5_000,
			params: { as, ...(epoch !== null && { epoch: String(epoch) }) },
			shouldReconnect: ({ code }) => !(code >= 4400 && code < 4500) && code !== beyondLimits,
			...(options.WebSocket && { WebSocketPolyfill: options.WebSocket })
		});
		this.#countUpdate = (_update, origin) => {
			if (origin === this.#provider || !this.#isOpen()) return;
			this.#sent += 1;
		};
		doc.on('update', this.#countUpdate);
		this.#hearMessages();
		this.#hearStates();
		this.#provider.connect();
	}

	get awareness(): Awareness {
		return this.#provider.awareness;
	}

	get connected(): boolean {
		return this.#provider.wsconnected;
	}

	/** Whether everything that the server had is here. */
	get synced(): boolean {
		return this.#provider.synced;
	}

	/** Whether everything that we have is on the server's disk, as of this connection. */
	get allOnDisk(): boolean {
		return this.connected && this.#toldAll && this.#onDisk === this.#sent;
	}

	/** Whether a change came over this line, as against one made here. */
	brought(origin: unknown): boolean {
		return origin === this.#provider;
	}

	/** Somebody has come back to the page, or the network has: what has been silent is dropped, and tried at once. */
	wake(now: number): void {
		if (!this.#provider.shouldConnect || now - this.#wokenAt < silentMs / 3) return;
		if (this.connected && now - this.#provider.wsLastMessageReceived <= silentMs) return;
		this.#wokenAt = now;
		if (this.#provider.ws) this.#provider.disconnect();
		this.#provider.connect();
	}

	close(): void {
		this.#closed = true;
		this.#options.doc.off('update', this.#countUpdate);
		this.#provider.destroy();
		this.#provider.awareness.destroy();
	}

	#changed(): void {
		if (!this.#closed) this.#options.changed();
	}

	#isOpen(): boolean {
		const { ws, wsconnected } = this.#provider;
		return wsconnected && ws !== null && ws.readyState === ws.OPEN;
	}

	#hearMessages(): void {
		const handlers = this.#provider.messageHandlers;
		const sync = handlers[messageSync];
		handlers[messageSync] = (encoder, ...rest) => {
			sync?.(encoder, ...rest);
			// An answer is all that the server lacked of ours; the provider sends it next.
			if (encoding.length(encoder) <= 1) return;
			this.#sent += 1;
			this.#toldAll = true;
		};
		handlers[messageSaved] = (_encoder, decoder) => {
			this.#onDisk = decoding.readVarUint(decoder);
			this.#changed();
		};
		handlers[messageSeat] = (_encoder, decoder) => {
			const seat = textSeats[decoding.readVarUint(decoder)] ?? 'read';
			this.#options.seated(seat, decoding.readVarUint(decoder), decoding.readVarUint(decoder));
		};
	}

	#hearStates(): void {
		const { ended } = this.#options;
		const changed = () => this.#changed();
		this.#provider.on('status', ({ status }) => {
			if (status === 'connected') {
				this.#sent = 0;
				this.#onDisk = 0;
				this.#toldAll = false;
			}
			changed();
		});
		this.#provider.on('sync', changed);
		this.#provider.on('closed', ({ code }) => ended(code === beyondLimits ? closeCodes.tooLarge : code));
		this.#provider.awareness.on('change', changed);
	}
}
