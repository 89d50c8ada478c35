// One process of people in one text, each with the stock y-websocket client.
import * as decoding from 'lib0/decoding';
import { WebSocket as NodeWebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { messageSaved, messageSeat } from '#lib/protocol/close-codes.ts';
import { machineTime } from './figures.ts';
import type { FromWriters, Moment, TextJob, ToWriters } from './text-messages.ts';

const tell = (message: FromWriters) => process.send?.(message);

class Writer {
	readonly #doc = new Y.Doc();
	readonly #provider: WebsocketProvider;
	readonly #carets: boolean;
	readonly sent: Moment[] = [];
	readonly got: Moment[] = [];
	readonly savedMs: number[] = [];
	readonly live: Promise<void>;
	#text: Y.XmlText | null = null;
	/** When each message went out that the server acknowledges: its answer to the server's question is the first. */
	#unsaved: number[] = [machineTime()];
	#saved = 0;

	constructor(job: TextJob, cookie: string) {
		this.#carets = job.carets;
		this.#provider = new WebsocketProvider(job.address, job.room, this.#doc, {
			WebSocketPolyfill: withHeaders(cookie, job.origin),
			disableBc: true
		});
		this.#provider.messageHandlers[messageSaved] = (_encoder, decoder) =>
			this.#hearSaved(decoding.readVarUint(decoder));
		this.#provider.messageHandlers[messageSeat] = () => undefined;
		this.live = new Promise((resolve) => this.#provider.once('sync', () => resolve()));
		this.#doc.on('update', (update: Uint8Array, origin: unknown) => {
			const at = machineTime();
			const first = Y.decodeUpdate(update).structs[0];
			if (!first) return;
			const moment = [first.id.client, first.id.clock, at] as const;
			if (origin === this.#provider) this.got.push(moment);
			else {
				this.sent.push(moment);
				this.#unsaved.push(at);
			}
		});
	}

	/** One character at the end of a paragraph of one's own, and the caret behind it. */
	type(): void {
		const text = (this.#text ??= this.#paragraph());
		text.insert(text.length, 'abcdefghij'[text.length % 10] ?? 'x');
		if (!this.#carets) return;
		const end = JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(text, text.length))) as object;
		this.#provider.awareness.setLocalStateField('cursor', { anchor: end, head: end });
	}

	leave(): void {
		this.#provider.destroy();
		this.#doc.destroy();
	}

	#paragraph(): Y.XmlText {
		const paragraph = new Y.XmlElement('paragraph');
		const text = new Y.XmlText();
		paragraph.insert(0, [text]);
		this.#doc.getXmlFragment('default').push([paragraph]);
		return text;
	}

	#hearSaved(count: number): void {
		const at = machineTime();
		for (const sentAt of this.#unsaved.slice(this.#saved, count)) this.savedMs.push(at - sentAt);
		this.#saved = count;
	}
}

function withHeaders(cookie: string, origin: string): typeof WebSocket {
	return class extends NodeWebSocket {
		constructor(url: string) {
			super(url, { headers: { origin, ...(cookie !== '' && { cookie }) }, perMessageDeflate: false });
		}
	} as unknown as typeof WebSocket;
}

let job: TextJob | null = null;
let writers: Writer[] = [];

async function connect(wanted: TextJob): Promise<void> {
	job = wanted;
	for (const cookie of wanted.cookies) {
		const writer = new Writer(wanted, cookie);
		writers.push(writer);
		await writer.live;
	}
}

/** All typists evenly, each at its own beat. */
function typeEvenly(typists: readonly Writer[], perSecond: number, seconds: number): Promise<void> {
	const total = typists.length * perSecond * seconds;
	const startedAt = performance.now();
	let typed = 0;
	return new Promise((resolve) => {
		const tick = setInterval(() => {
			const due = ((performance.now() - startedAt) / 1000) * perSecond * typists.length;
			for (; typed < Math.min(total, due); typed += 1) typists[typed % typists.length]?.type();
			if (typed < total) return;
			clearInterval(tick);
			resolve();
		}, 4);
	});
}

async function joinLate(wanted: TextJob, times: number): Promise<number[]> {
	const ms: number[] = [];
	for (let time = 0; time < times; time += 1) {
		const startedAt = machineTime();
		const late = new Writer(wanted, wanted.cookies[0] ?? '');
		await late.live;
		ms.push(machineTime() - startedAt);
		late.leave();
	}
	return ms;
}

async function hear(message: ToWriters): Promise<void> {
	switch (message.is) {
		case 'connect':
			await connect(message);
			tell({ is: 'connected' });
			return;
		case 'type':
			await typeEvenly(writers.slice(0, job?.typists), message.perSecond, message.seconds);
			tell({ is: 'typed' });
			return;
		case 'report':
			tell({
				is: 'reported',
				sent: writers.flatMap(({ sent }) => sent),
				got: writers.flatMap(({ got }) => got),
				savedMs: writers.flatMap(({ savedMs }) => savedMs)
			});
			return;
		case 'join-late':
			if (job) tell({ is: 'joined-late', ms: await joinLate(job, message.times) });
			return;
		case 'end':
			for (const writer of writers) writer.leave();
			writers = [];
			process.exit(0);
	}
}

process.on('message', (message: ToWriters) => {
	hear(message).catch((cause: unknown) => tell({ is: 'failed', why: String(cause) }));
});
