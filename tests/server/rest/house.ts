import { randomFillSync } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SessionKind } from '#lib/protocol/messages.ts';
import { createApp, type App } from '../../../server/app.ts';
import { isEncrypted, readConfig } from '../../../server/config.ts';
import { BoardNotices } from '../../../server/directory/board-notices.ts';
import { createDirectory, type Directory } from '../../../server/directory/directory.ts';
import { readServerSecret } from '../../../server/directory/server-secret.ts';
import { createLogger } from '../../../server/http/logging.ts';
import { boardPorts } from '../../../server/http/routes/house-ports.ts';
import { restRouter } from '../../../server/http/routes/rest-router.ts';
import type { SessionRows } from '../../../server/http/session-rows.ts';
import { Sessions } from '../../../server/http/sessions.ts';
import { GroupCommit } from '../../../server/store/group-commit.ts';
import { applyDirectoryWrite } from '../../../server/store/sqlite/directory-sql.ts';
import { SqliteDirectoryTables } from '../../../server/store/sqlite/directory-tables.ts';
import { openDatabase } from '../../../server/store/sqlite/open-database.ts';
import { SqliteSessionRows } from '../../../server/store/sqlite/session-rows.ts';
import { SqliteStore } from '../../../server/store/sqlite-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

/** The clock of the house, moved by hand. */
export type HandClock = { now: number };

export type House = {
	readonly app: App;
	readonly directory: Directory;
	readonly sessions: Sessions;
	readonly sessionRows: SessionRows;
	readonly store: Store;
	readonly clock: HandClock;
	/** How long the answers to wrong guesses were held back, in milliseconds. */
	readonly held: readonly number[];
	readonly log: readonly string[];
	readonly folder: string;
	readonly port: number;
	/** A browser without cookies. @param origin where it thinks that it is */
	readonly browser: (origin?: string, userAgent?: string) => Browser;
	/** Everything that the database's files hold. */
	readonly onDisk: () => string;
	/** Ends this process's work on the folder; open the next house on it. */
	readonly close: () => Promise<void>;
};

const noPages = {
	pages: (_request: unknown, _response: unknown, next: () => void) => next(),
	upgrade: () => undefined
};

/** The real server over a real database in a folder of its own, with a clock that the test moves. */
export async function openHouse(
	environment: NodeJS.ProcessEnv = {},
	folder = temporaryFolder(),
	clock: HandClock = { now: Date.UTC(2024, 8, 10, 7, 0) }
): Promise<House> {
	const read = readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'trace', ...environment }, 'start');
	if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
	const { config } = read;
	const [log, held]: [string[], number[]] = [[], []];
	const logger = createLogger(config, { write: (line) => void log.push(line) });
	const database = openDatabase(folder);
	const store = new SqliteStore(database, applyDirectoryWrite);
	const ports = {
		now: () => clock.now,
		random: (bytes: Uint8Array) => randomFillSync(bytes),
		acceptsPlainHttp: !isEncrypted(config) || config.plainHttpRoom,
		wait: async (ms: number) => void held.push(ms)
	};
	const directory = await createDirectory(new SqliteDirectoryTables(database.db), {
		...ports,
		secret: readServerSecret(folder)
	});
	const sessionRows = new SqliteSessionRows(database.db);
	const sessions = new Sessions({ rows: sessionRows, directory, ...ports });
	const app = createApp({
		config,
		logger,
		store,
		directory,
		sessions,
		commit: new GroupCommit(store, 1),
		notices: (boards) => new BoardNotices(directory, boardPorts(boards), sessions, ports.now),
		restRouter: (house) => restRouter({ directory, sessions, ...ports }, house),
		pages: noPages
	});
	app.server.listen(0, '127.0.0.1');
	await once(app.server, 'listening');
	let open = true;
	const close = async () => {
		if (!open) return;
		open = false;
		await app.close();
		await store.close();
	};
	onTestFinished(close);
	const { port } = app.server.address() as AddressInfo;
	return {
		...{ app, directory, sessions, sessionRows, store, clock, held, log, folder, port, close },
		browser: (origin = config.publicOrigin ?? `http://localhost:${port}`, userAgent = 'a browser') =>
			new Browser(port, origin, userAgent),
		onDisk: () =>
			readdirSync(folder)
				.filter((name) => name.startsWith('matchboard.sqlite'))
				.map((name) => readFileSync(join(folder, name), 'latin1'))
				.join('\n')
	};
}

export type Answer<Body = unknown> = {
	readonly status: number;
	readonly body: Body;
	readonly setCookies: readonly string[];
	readonly headers: IncomingMessage['headers'];
};

/** Keeps cookies as a browser does and speaks with the session that it is told to. */
export class Browser {
	readonly cookies = new Map<string, string>();
	readonly #port: number;
	readonly #origin: string;
	readonly #userAgent: string;

	constructor(port: number, origin: string, userAgent: string) {
		this.#port = port;
		this.#origin = origin;
		this.#userAgent = userAgent;
	}

	get<Body = unknown>(path: string, as?: SessionKind): Promise<Answer<Body>> {
		return this.send('GET', path, undefined, as);
	}

	post<Body = unknown>(path: string, body: unknown = {}, as?: SessionKind): Promise<Answer<Body>> {
		return this.send('POST', path, body, as);
	}

	put<Body = unknown>(path: string, body: unknown, as?: SessionKind): Promise<Answer<Body>> {
		return this.send('PUT', path, body, as);
	}

	async send<Body>(method: string, path: string, body: unknown, as?: SessionKind): Promise<Answer<Body>> {
		const bytes = body instanceof Uint8Array;
		const request = httpRequest({
			host: '127.0.0.1',
			port: this.#port,
			path: `/api${path}`,
			method,
			headers: {
				host: new URL(this.#origin).host,
				'user-agent': this.#userAgent,
				...(method !== 'GET' && { origin: this.#origin }),
				...(body !== undefined && { 'content-type': bytes ? 'text/csv' : 'application/json' }),
				...(this.cookies.size > 0 && { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') }),
				...(as && { 'x-session': as })
			}
		});
		request.end(bytes ? body : body === undefined ? undefined : JSON.stringify(body));
		const [response] = (await once(request, 'response')) as [IncomingMessage];
		const chunks: Buffer[] = [];
		for await (const chunk of response) chunks.push(chunk as Buffer);
		const text = Buffer.concat(chunks).toString('utf8');
		const setCookies = response.headers['set-cookie'] ?? [];
		for (const cookie of setCookies) this.#keep(cookie);
		const { statusCode: status = 0, headers } = response;
		return { status, headers, setCookies, body: (text === '' ? null : JSON.parse(text)) as Body };
	}

	#keep(cookie: string): void {
		const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
		if (/Max-Age=0(;|$)/.test(cookie)) this.cookies.delete(name);
		else this.cookies.set(name, value);
	}
}
