import * as decoding from 'lib0/decoding';
import { onTestFinished } from 'vitest';
import { WebSocket as NodeWebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Actor } from '#lib/domain/command.ts';
import { messageSaved, messageSeat, textSeats, type TextSeat } from '#lib/protocol/close-codes.ts';
import { bus, textOf, type House } from './house.ts';

export type PenOptions = {
	readonly doc?: Y.Doc;
	readonly as?: string;
	readonly epoch?: number;
	readonly proposal?: string;
};

/** A WebSocket that comes with a person's session, as a browser's cookie would. */
export function socketOf(personId: string): typeof globalThis.WebSocket {
	return class extends NodeWebSocket {
		constructor(url: string) {
			super(url, { headers: { authorization: `Bearer ${personId}` } });
		}
	} as unknown as typeof globalThis.WebSocket;
}

/** Somebody who writes, with the stock y-websocket client. */
export class Pen {
	readonly doc: Y.Doc;
	readonly provider: WebsocketProvider;
	/** Codes with which the server has closed its connections. */
	readonly closed: number[] = [];
	readonly seats: TextSeat[] = [];
	epoch = 0;
	/** The last version that was open for confirmation, as each seat was told. */
	readonly versions: number[] = [];
	/** Updates that the server has acknowledged on this connection. */
	saved = 0;

	constructor(house: House, { personId }: Actor, { doc = new Y.Doc(), as, epoch, proposal = bus }: PenOptions = {}) {
		this.doc = doc;
		this.provider = new WebsocketProvider(house.url, proposal, doc, {
			WebSocketPolyfill: socketOf(personId),
			params: { ...(as && { as }), ...(epoch && { epoch: String(epoch) }) },
			disableBc: true,
			maxBackoffTime: 100
		});
		this.provider.on('connection-close', (event) => event && this.closed.push(event.code));
		this.provider.on('status', ({ status }) => {
			if (status === 'connected') this.saved = 0;
		});
		this.provider.messageHandlers[messageSaved] = (_encoder, decoder) => {
			this.saved = decoding.readVarUint(decoder);
		};
		this.provider.messageHandlers[messageSeat] = (_encoder, decoder) => {
			this.seats.push(textSeats[decoding.readVarUint(decoder)] ?? 'read');
			this.epoch = decoding.readVarUint(decoder);
			this.versions.push(decoding.readVarUint(decoder));
		};
		onTestFinished(() => this.leave());
	}

	get text(): string {
		return textOf(this.doc);
	}

	/** Adds a paragraph at the end. */
	write(words: string): void {
		const paragraph = new Y.XmlElement('paragraph');
		paragraph.insert(0, [new Y.XmlText(words)]);
		this.doc.getXmlFragment('default').push([paragraph]);
	}

	/** Types into the first paragraph of the first content, one letter an update. */
	type(words: string): void {
		const paragraph = this.doc.getXmlFragment('default').get(1) as Y.XmlElement;
		if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
		const text = paragraph.get(0) as Y.XmlText;
		for (const letter of words) text.insert(text.length, letter);
	}

	/** Goes away and keeps the document, as a phone without network does. */
	goOffline(): void {
		this.provider.disconnect();
	}

	goOnline(): void {
		this.provider.connect();
	}

	leave(): void {
		this.provider.destroy();
	}
}
