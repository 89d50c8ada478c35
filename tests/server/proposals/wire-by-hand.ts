import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { WebSocket } from 'ws';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import type { Id } from '#lib/domain/ids.ts';
import { messageSaved } from '#lib/protocol/close-codes.ts';
import type { ProposalRoom } from '../../../server/proposals/proposal-room.ts';
import type { Seat } from '../../../server/proposals/seat.ts';

/**
 * A phone with its line to the room, moved by hand: a message arrives when the story says so. The phone answers as
 * y-websocket 3.1.0 does (readMessage and onopen there).
 */
export class Wire {
	readonly personId: Id;
	doc = new Y.Doc();
	/** The numbers under which it has written. */
	readonly clients = new Set<number>();
	/** Updates that the server has acknowledged, of all connections. */
	acknowledged: Uint8Array[] = [];
	/** Updates of others that have arrived since somebody looked. */
	fromOthers: Uint8Array[] = [];
	#sent: Uint8Array[] = [];
	#saved = 0;
	#toServer: Uint8Array[] = [];
	#toPhone: Uint8Array[] = [];
	#room: ProposalRoom | null = null;
	#seat: Seat | null = null;
	/** How many changes were made while no connection was there to send them. */
	#offline = 0;

	constructor(personId: Id) {
		this.personId = personId;
		this.#listen();
	}

	get isOpen(): boolean {
		return this.#seat !== null;
	}

	get unsaved(): number {
		return this.#sent.length - this.#saved + this.#offline;
	}

	/** The server's end of a new connection. */
	connect(): WebSocket {
		const opened = { readyState: 1, OPEN: 1, bufferedAmount: 0 };
		this.#sent = [];
		this.#saved = 0;
		this.#toServer = [message(0, (encoder) => syncProtocol.writeSyncStep1(encoder, this.doc))];
		this.#toPhone = [];
		const toPhone = this.#toPhone;
		return {
			...opened,
			send: (bytes: Uint8Array) => toPhone.push(bytes),
			close: () => this.cut(),
			terminate: () => this.cut(),
			ping: () => undefined
		} as unknown as WebSocket;
	}

	seated(room: ProposalRoom, seat: Seat): void {
		this.#room = room;
		this.#seat = seat;
	}

	/** The next message of the phone reaches the server. */
	up(): void {
		const next = this.#toServer.shift();
		if (next && this.#seat) this.#room?.receive(this.#seat, next);
	}

	/** The next message of the server reaches the phone. */
	down(): void {
		const bytes = this.#toPhone.shift();
		if (!bytes) return;
		const decoder = decoding.createDecoder(bytes);
		const type = decoding.readVarUint(decoder);
		if (type === messageSaved) this.#hearSaved(decoding.readVarUint(decoder));
		if (type !== 0) return;
		const answer = encoding.createEncoder();
		encoding.writeVarUint(answer, 0);
		const kind = syncProtocol.readSyncMessage(decoder, answer, this.doc, this);
		if (encoding.length(answer) === 1) {
			if (kind === syncProtocol.messageYjsUpdate) this.fromOthers.push(contentOf(bytes));
			return;
		}
		const sent = encoding.toUint8Array(answer);
		this.#toServer.push(sent);
		this.#sent.push(contentOf(sent));
		this.#offline = 0;
	}

	/** All messages reach their end, and the answers to them. */
	exchange(): void {
		while (this.isOpen && this.#toServer.length + this.#toPhone.length > 0) {
			this.up();
			this.down();
		}
	}

	/** The line is dead: what is on it is lost, and the server learns that the seat is empty. */
	cut(): void {
		const [room, seat] = [this.#room, this.#seat];
		this.#room = null;
		this.#seat = null;
		this.#toServer = [];
		this.#toPhone = [];
		this.#offline += this.#sent.length - this.#saved;
		this.#sent = [];
		this.#saved = 0;
		if (seat) room?.leave(seat);
	}

	/** The page is opened anew, from what the phone has kept: a new Yjs client. */
	reload(): void {
		this.cut();
		const kept = Y.encodeStateAsUpdate(this.doc);
		this.doc.destroy();
		this.doc = new Y.Doc();
		Y.applyUpdate(this.doc, kept, this);
		this.#listen();
	}

	edit(how: 'type' | 'delete' | 'split' | 'format', at: number): void {
		const fragment = this.doc.getXmlFragment('default');
		const index = at % Math.max(1, fragment.length);
		const block = fragment.get(index) as Y.XmlElement | undefined;
		const words = block?.length ? (block.get(0) as Y.XmlText) : null;
		this.doc.transact(() => {
			if (how === 'split' || !block) return fragment.insert(index, [new Y.XmlElement('paragraph')]);
			if (how === 'delete') return words?.length ? words.delete(at % words.length, 1) : fragment.delete(index);
			if (!words) return block.insert(0, [new Y.XmlText('new')]);
			if (how === 'type') return words.insert(at % (words.length + 1), 'ab');
			if (words.length > 1) words.format(at % (words.length - 1), 2, { bold: at % 2 === 0 ? {} : null });
		});
	}

	#listen(): void {
		this.clients.add(this.doc.clientID);
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin === this) return;
			if (!this.#seat) {
				this.#offline += 1;
				return;
			}
			this.#toServer.push(message(0, (encoder) => syncProtocol.writeUpdate(encoder, update)));
			this.#sent.push(update);
		});
	}

	#hearSaved(count: number): void {
		this.acknowledged.push(...this.#sent.slice(this.#saved, count));
		this.#saved = count;
	}
}

function message(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, type);
		write(encoder);
	});
}

/** The update in a sync message. */
function contentOf(bytes: Uint8Array): Uint8Array {
	const decoder = decoding.createDecoder(bytes);
	decoding.readVarUint(decoder);
	decoding.readVarUint(decoder);
	return decoding.readVarUint8Array(decoder);
}
