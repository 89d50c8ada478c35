import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { NodeProgram, serverProgram } from './node-program.ts';

/** Where the demonstration's links lead, as the program prints them. Each but `join` works once. */
export type PrintedLinks = {
	readonly join: string;
	readonly delegates: readonly [string, string];
	readonly facilitator: string;
	readonly screen: string;
	/** When somebody organises already, the address where they sign in. */
	readonly organiser: string;
	/** The organisation code of the first delegate's centre. */
	readonly organisationCode: string;
};

/** The last line of the demonstration; every link stands above it. */
const lastWords = 'what was done is kept';

/** Every link of the kind in the order of printing: the path's first part says who opens it. */
function linksIn(out: string, kind: string): readonly string[] {
	return [...out.matchAll(new RegExp(`http://[^/\\s]+/${kind}(?:#\\S+)?(?!\\S)`, 'g'))].map(([link]) => link);
}

function only(links: readonly string[], kind: string): string {
	const [link] = links;
	if (link === undefined) throw new Error(`The server printed no link for ${kind}.`);
	return link;
}

function printedLinks(out: string): PrintedLinks {
	const [first, second] = linksIn(out, 'device');
	if (first === undefined || second === undefined) throw new Error('The server printed no two delegates.');
	return {
		// The address that phones scan stands above the one for this machine.
		join: only(linksIn(out, 'join').slice(-1), 'join'),
		delegates: [first, second],
		facilitator: only(linksIn(out, 'facilitate'), 'facilitator'),
		screen: only(linksIn(out, 'screen'), 'screen'),
		organiser: only(linksIn(out, 'organise'), 'organiser'),
		organisationCode: only(out.match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/) ?? [], 'organisation code')
	};
}

/**
 * The built server as its own process, over a data folder of the test's own. It keeps its port when it starts again, so
 * that open pages find it.
 */
class ServerProcess {
	readonly #words: readonly string[];
	readonly #environment: NodeJS.ProcessEnv;
	#program: NodeProgram | null = null;

	protected constructor(words: readonly string[], environment: NodeJS.ProcessEnv) {
		this.#words = words;
		this.#environment = { PATH: process.env['PATH'], ...environment };
	}

	/** Resolves with what the program says until it says these words. */
	protected run(until: string, port: string): Promise<string> {
		this.#program = new NodeProgram(serverProgram, this.#words, { ...this.#environment, PORT: port });
		return this.#program.says(until);
	}

	/** Ends the process and waits until it is gone: with `SIGKILL` it can save nothing any more. */
	async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
		const program = this.#program;
		this.#program = null;
		await program?.end(signal);
	}
}

/** With the sample forum. */
export class DemonstrationServer extends ServerProcess {
	#port = '0';
	#links: PrintedLinks | null = null;

	/** @param folder an empty folder, or one that an earlier server of this test filled */
	constructor(folder: string) {
		super(['--demo'], { DATA_DIR: folder });
	}

	/** Those of the last start: links that were used before it are spent. */
	get links(): PrintedLinks {
		if (!this.#links) throw new Error('The server has not started.');
		return this.#links;
	}

	async start(): Promise<void> {
		this.#links = printedLinks(await this.run(lastWords, this.#port));
		this.#port = new URL(this.#links.join).port;
	}
}

/** Without any content, on a laptop in a room: people open `http://room.test`, which no browser trusts like localhost. */
export class RoomServer extends ServerProcess {
	readonly #port: number;
	#organiserLink = '';

	private constructor(folder: string, port: number) {
		const origin = `http://room.test:${port}`;
		super([], { DATA_DIR: folder, HOST: '127.0.0.1', PUBLIC_ORIGIN: origin, ROOM_HTTP: '1', LOG_LEVEL: 'warn' });
		this.#port = port;
	}

	/** @param folder an empty folder */
	static async in(folder: string): Promise<RoomServer> {
		return new RoomServer(folder, await freePort());
	}

	/** The one-time link of the first organiser, printed while nobody organises. */
	get organiserLink(): string {
		return this.#organiserLink;
	}

	/** The same address by the machine's own name, as somebody who sits at it opens it. */
	here(address: string): string {
		return address.replace('//room.test:', '//localhost:');
	}

	async start(): Promise<void> {
		const out = await this.run(this.#organiserLink === '' ? '/organise#' : 'is open at', String(this.#port));
		if (this.#organiserLink === '') this.#organiserLink = only(linksIn(out, 'organise'), 'organiser');
	}
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
}
