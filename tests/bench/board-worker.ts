// One process of clients: the product's own session over Socket.io, through the public join, or bare Socket.io for the floor.
import { randomFillSync } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { newId } from '#lib/domain/ids.ts';
import { postChallenge } from '#lib/domain/commands/post-challenge.ts';
import type { SeenCard } from '#lib/domain/seen.ts';
import type { Frame } from '#lib/protocol/frame.ts';
import type { Ack, FirstLook, Submission } from '#lib/protocol/messages.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { BoardSession } from '#lib/sync/board-session.ts';
import { MemoryOutbox } from '#lib/sync/outbox.ts';
import { SocketLink } from '#lib/sync/socket-link.ts';
import { machineTime } from './figures.ts';
import type { FromWorker, Job, Tally } from './worker-messages.ts';
import { cookieOf } from './workshop.ts';

const random = (bytes: Uint8Array) => randomFillSync(bytes);
const tell = (message: FromWorker) => void process.send?.(message);

/** What one client counts, whichever way it is connected. */
abstract class Client {
	readonly tally: Tally = { ackMs: [], deliveryMs: [], received: [], duplicated: 0, refused: [] };
	readonly #got = new Set<string>();

	abstract post(cardId: string): void;
	abstract close(): void;

	/** The figures begin here. */
	forget(): void {
		for (const list of [this.tally.ackMs, this.tally.deliveryMs, this.tally.received]) list.length = 0;
	}

	/** A card came; `text` holds when it was sent. */
	protected came(cardId: string, text: string): void {
		const sentAt = Number(/^sent (\d+\.?\d*)/.exec(text)?.[1]);
		if (Number.isNaN(sentAt)) return;
		if (this.#got.has(cardId)) this.tally.duplicated += 1;
		this.#got.add(cardId);
		this.tally.received.push(cardId);
		this.tally.deliveryMs.push(machineTime() - sentAt);
	}
}

/** Times the acks, else the link of the product. */
class TimedLink extends SocketLink {
	readonly #tally: Tally;

	constructor(tally: Tally, ...rest: ConstructorParameters<typeof SocketLink>) {
		super(...rest);
		this.#tally = tally;
	}

	override async submit(submission: Submission): Promise<Ack> {
		const sentAt = machineTime();
		const ack = await super.submit(submission);
		if (ack.is === 'saved') this.#tally.ackMs.push(machineTime() - sentAt);
		else this.#tally.refused.push(ack.code);
		return ack;
	}
}

class SessionClient extends Client {
	readonly #session: BoardSession;
	readonly live: Promise<void>;

	constructor(origin: string, board: string, cookie: string) {
		super();
		const socket = io(origin, {
			path: '/socket.io/',
			auth: { protocolVersion: PROTOCOL_VERSION, as: 'delegate' },
			transports: ['websocket'],
			forceNew: true,
			extraHeaders: { cookie, origin }
		});
		const snapshot = async (id: string) => {
			const response = await fetch(`${origin}/api/boards/${id}/seen`, { headers: { cookie, 'x-session': 'delegate' } });
			return (await response.json()) as FirstLook;
		};
		socket.on('frame', (frame: Frame) => this.#count(frame));
		this.#session = new BoardSession(board, {
			link: new TimedLink(this.tally, socket, snapshot),
			outbox: new MemoryOutbox(),
			now: () => Date.now(),
			random,
			after: (ms, callback) => {
				const timer = setTimeout(callback, ms);
				return () => clearTimeout(timer);
			}
		});
		this.live = new Promise((resolve) => {
			this.#session.subscribe((state) => {
				if (state.connection === 'live' && state.you) resolve();
			});
		});
	}

	post(cardId: string): void {
		const text = `sent ${machineTime()} ${'x'.repeat(200)}`;
		const card = {
			cardId,
			title: `A need of this bench, ${cardId}`,
			text,
			language: 'en',
			sectors: [],
			networkId: null
		};
		void this.#session.send(postChallenge.with(card));
	}

	close(): void {
		this.#session.close();
	}

	#count(frame: Frame): void {
		const cards = (frame.patch.put?.cards ?? {}) as Readonly<Record<string, SeenCard>>;
		for (const [id, card] of Object.entries(cards)) this.came(id, card.text);
	}
}

class BareClient extends Client {
	readonly #socket: Socket;
	readonly live: Promise<void>;

	constructor(origin: string) {
		super();
		this.#socket = io(origin, { transports: ['websocket'], forceNew: true });
		this.#socket.on('card', (card: { cardId: string; text: string }) => this.came(card.cardId, card.text));
		this.live = new Promise((resolve) => this.#socket.once('connect', () => resolve()));
	}

	post(cardId: string): void {
		const sentAt = machineTime();
		const text = `sent ${sentAt} ${'x'.repeat(200)}`;
		const card = {
			cardId,
			title: `A need of this bench, ${cardId}`,
			text,
			language: 'en',
			sectors: [],
			networkId: null
		};
		void this.#socket.emitWithAck('card', card).then(() => this.tally.ackMs.push(machineTime() - sentAt));
	}

	close(): void {
		this.#socket.disconnect();
	}
}

async function join(job: Extract<Job, { kind: 'board' }>, index: number): Promise<SessionClient> {
	const body = { name: `Bench ${index}`, centre: { id: job.centres[index % job.centres.length] } };
	const cookie = await cookieOf(job.origin, `/join/${job.joinCode}`, body);
	return new SessionClient(job.origin, job.board, cookie);
}

async function connect(job: Job): Promise<(SessionClient | BareClient)[]> {
	const clients: (SessionClient | BareClient)[] = [];
	for (let index = job.first; index < job.first + job.clients; index += 1) {
		const client = job.kind === 'board' ? await join(job, index) : new BareClient(job.origin);
		clients.push(client);
		await client.live;
	}
	return clients;
}

/** Posts evenly, each time from the next client, and resolves with the ids when the time is over. */
function postEvenly(clients: readonly Client[], job: Job): Promise<string[]> {
	const posted: string[] = [];
	const total = Math.round(job.perSecond * job.seconds);
	const startedAt = performance.now();
	return new Promise((resolve) => {
		const tick = setInterval(() => {
			const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * job.perSecond) + 1);
			while (posted.length < due) {
				const cardId = newId(random);
				clients[posted.length % clients.length]?.post(cardId);
				posted.push(cardId);
			}
			if (posted.length < total) return;
			clearInterval(tick);
			resolve(posted);
		}, 4);
	});
}

/** Three hundred cold sessions in one process compile the same code at once, which three hundred phones do not. */
const warmUpSeconds = 3;
let clients: (SessionClient | BareClient)[] = [];
let work: Job | null = null;
async function hear(message: Job | 'warm' | 'post' | 'report' | 'end'): Promise<void> {
	if (message === 'end') {
		for (const client of clients) client.close();
		process.exit(0);
	}
	if (message === 'report') return tell({ is: 'tallies', tallies: clients.map(({ tally }) => tally) });
	if (typeof message === 'object') {
		work = message;
		clients = await connect(message);
		return tell({ is: 'ready' });
	}
	if (!work) throw new Error(`There is no job to ${message} for.`);
	if (message === 'warm') {
		await postEvenly(clients, { ...work, seconds: warmUpSeconds });
		return tell({ is: 'warm' });
	}
	for (const client of clients) client.forget();
	tell({ is: 'posted', ids: await postEvenly(clients, work) });
}

process.on('message', (message: Job | 'warm' | 'post' | 'report' | 'end') => {
	hear(message).catch((cause: unknown) => tell({ is: 'failed', why: String(cause) }));
});
