import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { onTestFinished } from 'vitest';
import * as Y from 'yjs';
import type { Actor, Command } from '#lib/domain/command.ts';
import { seatIn } from '#lib/domain/proposal-access.ts';
import { plainTextOf } from '#lib/domain/rich-text.ts';
import { richTextOf } from '#lib/domain/shared-text.ts';
import type { Reader } from '#lib/domain/seen.ts';
import type { SeatOfReader } from '../../../server/board/ports.ts';
import { firstContent } from '../../../server/proposals/first-content.ts';
import type { Limits } from '../../../server/proposals/limits.ts';
import { createProposalGateway, type ProposalGateway } from '../../../server/proposals/proposal-gateway.ts';
import { GroupCommit } from '../../../server/store/group-commit.ts';
import { openDatabase } from '../../../server/store/sqlite/open-database.ts';
import { SqliteStore } from '../../../server/store/sqlite-store.ts';
import type { Person, Session, SessionReader, Store } from '../../../server/store/store.ts';
import { readyDraft } from '../../domain/given.ts';
import { id, organiser, people, type Story } from '../../domain/story.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

/** The proposal of `readyDraft`: Päivi and Amélie are verified delegates of its two parties. */
export const bus = id('bus');

export type HouseOptions = {
	readonly folder?: string;
	readonly limits?: Partial<Limits>;
	readonly windowMs?: number;
	/** Stands between the gateway and the disk: a disk that fails, or one that stops everything. */
	readonly between?: (store: Store) => Store;
};

/** The gateway on a real http server and a real database; the board is a story of real commands. */
export class House {
	readonly story: Story;
	readonly store: Store;
	readonly commit: GroupCommit;
	readonly gateway: ProposalGateway;
	readonly folder: string;
	readonly faults: unknown[] = [];
	readonly names = new Map(
		people.map((actor, n) => [actor.personId, ['Päivi', 'Guest', 'Amélie', 'Gergana', 'Fatou', 'Olga'][n] ?? null])
	);
	/** Persons whose sessions have ended. */
	readonly ended = new Set<string>();
	readonly #server: Server;
	#port = 0;

	constructor(options: HouseOptions, folder: string) {
		this.folder = folder;
		this.story = readyDraft();
		const real = new SqliteStore(openDatabase(folder), () => undefined);
		this.store = options.between?.(real) ?? real;
		this.commit = new GroupCommit(this.store, options.windowMs ?? 4);
		this.gateway = createProposalGateway({
			store: this.store,
			commit: this.commit,
			sessions: this.#sessions(),
			directory: { person: (personId) => this.#person(personId) },
			seats: {
				seat: async (proposalId, reader) => this.#seatOf(proposalId, reader),
				seatNow: (proposalId, reader) => this.#seatOf(proposalId, reader),
				boardOf: async () => id('board')
			},
			logger: { info: () => undefined, error: (facts) => this.faults.push(facts) },
			...(options.limits && { limits: options.limits })
		});
		this.#server = createServer().on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
			const proposalId = /^\/proposals\/([^?]+)/.exec(request.url ?? '')?.[1] ?? '';
			this.gateway.handleUpgrade(request, socket, head, proposalId);
		});
	}

	static async open(options: HouseOptions = {}): Promise<House> {
		const house = new House(options, options.folder ?? temporaryFolder());
		if (!(await house.store.loadDocument(bus))) {
			const updates = [firstContent('en')];
			await house.store.commit({ boards: [], directory: [], documents: [{ proposalId: bus, epoch: 1, updates }] });
		}
		await new Promise<void>((resolve) => house.#server.listen(0, '127.0.0.1', resolve));
		house.#port = (house.#server.address() as AddressInfo).port;
		onTestFinished(() => house.stop());
		return house;
	}

	get url(): string {
		return `ws://127.0.0.1:${this.#port}/proposals`;
	}

	/** Speaks a command on the board, and tells the texts what it changed, as a board room does. */
	say(actor: Actor, command: Command): void {
		this.story.did(actor, command);
		this.gateway.texts.seatsChanged(bus);
	}

	/** What is on disk. */
	async stored(): Promise<Y.Doc> {
		const doc = new Y.Doc();
		for (const update of (await this.store.loadDocument(bus))?.updates ?? []) Y.applyUpdate(doc, update);
		return doc;
	}

	async storedText(): Promise<string> {
		return textOf(await this.stored());
	}

	async stop(): Promise<void> {
		await this.gateway.close();
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
		await this.store.close();
	}

	#seatOf(proposalId: string, reader: Reader): SeatOfReader {
		const version = this.story.board.proposals.get(proposalId)?.version ?? 0;
		return { is: seatIn(this.story.board, proposalId, reader), version };
	}

	#person(personId: string): Person | undefined {
		const actor = people.find((one) => one.personId === personId);
		if (!actor) return undefined;
		const { centreId, verified } = actor;
		const name = this.names.get(personId) ?? null;
		return { id: personId, name, centreId, verified, organiser: actor === organiser };
	}

	/** The session's id is the person's, sent as a bearer. */
	#sessions(): SessionReader {
		return {
			read: async ({ authorization }, kind): Promise<Session | null> => {
				const personId = authorization?.replace('Bearer ', '') ?? '';
				if (!this.#person(personId) || this.ended.has(personId)) return null;
				return { kind, sessionId: personId, personId, board: null };
			}
		};
	}
}

export function textOf(doc: Y.Doc): string {
	return plainTextOf(richTextOf(doc.getXmlFragment('default')));
}
