import { randomFillSync } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { cardKinds, offerKinds, type CardKind } from '#lib/domain/board.ts';
import type { Command } from '#lib/domain/command.ts';
import { postChallenge } from '#lib/domain/commands/post-challenge.ts';
import { postOffer } from '#lib/domain/commands/post-offer.ts';
import { postSector } from '#lib/domain/commands/post-sector.ts';
import { newId, type Id } from '#lib/domain/ids.ts';
import type { Ack } from '#lib/protocol/messages.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { sectorCodes } from '#lib/domain/sector-codes.ts';
import { cookieOf, type OpenWorkshop } from './workshop.ts';

/** So many commands of one connection go through at once: the server's burst. */
const perDelegate = 90;
const things = [
	'hydrogen buses',
	'apprentices',
	'dual training',
	'wood construction',
	'dairy robots',
	'battery repair'
];
const wishes = ['A course on', 'Host companies for', 'Teachers who know', 'Good practice with', 'A workshop about'];

const random = () => newId((bytes) => randomFillSync(bytes));
const pick = <Item>(items: readonly Item[], index: number) => items[index % items.length] as Item;

/** One delegate who posts over the real protocol. */
export class Poster {
	readonly #socket: Socket;
	readonly #board: Id;

	private constructor(origin: string, board: Id, cookie: string) {
		const auth = { protocolVersion: PROTOCOL_VERSION, as: 'delegate' };
		this.#board = board;
		this.#socket = io(origin, {
			...{ auth, transports: ['websocket'], forceNew: true },
			extraHeaders: { cookie, origin }
		});
	}

	static async join(origin: string, workshop: OpenWorkshop, index: number): Promise<Poster> {
		const centre = { id: pick(workshop.centres, index) };
		const cookie = await cookieOf(origin, `/join/${workshop.joinCode}`, { name: `Bench ${index}`, centre });
		return new Poster(origin, workshop.board, cookie);
	}

	async post(command: Command): Promise<void> {
		const submission = { board: this.#board, submissionId: random(), command };
		const ack = (await this.#socket.timeout(10_000).emitWithAck('submit', submission)) as Ack;
		if (ack.is !== 'saved') throw new Error(`${command.name}: ${JSON.stringify(ack)}`);
	}

	leave(): void {
		this.#socket.disconnect();
	}
}

/** The same card for the same number: titles and texts of the length that people write, sectors as far as they go. */
export function cardNumber(index: number, kind: CardKind, title?: string): Command {
	const about = pick(things, index * 7);
	const facts = {
		cardId: random(),
		title: title ?? `${pick(wishes, index)} ${about} in region ${index}`,
		text: `We look for ${about} since spring, for groups of ${10 + (index % 20)} learners. ${'Every term a little more. '.repeat(1 + (index % 8))}`,
		language: 'en',
		sectors: [pick(sectorCodes, index * 11)],
		networkId: null
	};
	if (kind === 'challenge') return postChallenge.with(facts);
	if (kind === 'offer') return postOffer.with({ ...facts, offerKind: pick(offerKinds, index) });
	const { cardId, language, networkId } = facts;
	const code = pick(sectorCodes, Math.floor(index / cardKinds.length));
	return postSector.with({ cardId, code, text: `Here we do ${about}.`, language, networkId });
}

/** Fills a board with cards of every kind, by as many delegates as it takes. */
export async function postCards(origin: string, workshop: OpenWorkshop, count: number): Promise<void> {
	for (let done = 0; done < count; done += perDelegate) {
		const poster = await Poster.join(origin, workshop, done / perDelegate);
		const numbers = Array.from({ length: Math.min(perDelegate, count - done) }, (_none, index) => done + index);
		await Promise.all(numbers.map((index) => poster.post(cardNumber(index, kindOf(index)))));
		poster.leave();
	}
}

/** Sectors meet in one card each, so there are only as many as there are names for them. */
function kindOf(index: number): CardKind {
	const kind = pick(cardKinds, index);
	return kind === 'sector' && index / cardKinds.length >= sectorCodes.length ? 'challenge' : kind;
}
