import { join } from 'node:path';
import { createApp, type App, type AppDependencies } from './app.ts';
import { isEncrypted, readConfig, type Config, type Mode } from './config.ts';
import { BoardNotices } from './directory/board-notices.ts';
import { keepRetention } from './directory/retention.ts';
import { boardPorts } from './http/routes/house-ports.ts';
import { createDirectory, type Directory } from './directory/directory.ts';
import { readServerSecret } from './directory/server-secret.ts';
import { createLogger, type Logger } from './http/logging.ts';
import { restRouter } from './http/routes/rest-router.ts';
import { Sessions } from './http/sessions.ts';
import { BuildMissing } from './http/static.ts';
import { listen, PortRefused } from './listen.ts';
import { GroupCommit } from './store/group-commit.ts';
import type { Store } from './store/store.ts';
import { SqliteStore } from './store/sqlite-store.ts';
import { applyDirectoryWrite } from './store/sqlite/directory-sql.ts';
import { SqliteDirectoryTables } from './store/sqlite/directory-tables.ts';
import { removeOldCopies } from './store/sqlite/old-copies.ts';
import { openDatabase } from './store/sqlite/open-database.ts';
import { DatabaseRefused } from './store/sqlite/refused.ts';
import { SqliteSessionRows } from './store/sqlite/session-rows.ts';
import { asOne } from './store/sqlite/transaction.ts';
import { say, sayLinks, sayMistake, sayQrCode } from './terminal.ts';

/** A forum's whole server over its data folder, not listening yet. */
export type Installation = {
	readonly app: App;
	readonly directory: Directory;
	readonly sessions: Sessions;
	readonly store: Store;
	/** Does much at once or nothing of it; only before the server listens. */
	readonly asOne: <Result>(work: () => Promise<Result>) => Promise<Result>;
	/** Loses nothing that was accepted, and gives the data folder back. */
	readonly close: () => Promise<void>;
};

/**
 * Opens the data folder and builds the house on it.
 * @throws DatabaseRefused and BuildMissing, whose messages are sentences for the operator
 */
export async function openInstallation(
	config: Config,
	logger: Logger,
	pages: AppDependencies['pages']
): Promise<Installation> {
	const database = openDatabase(config.dataFolder);
	try {
		const store = new SqliteStore(database, applyDirectoryWrite);
		const chance = { now: Date.now, random };
		const secret = secretOf(config.dataFolder);
		const directory = await createDirectory(new SqliteDirectoryTables(database.db), { ...chance, secret });
		const rows = new SqliteSessionRows(database.db);
		const acceptsPlainHttp = !isEncrypted(config) || config.plainHttpRoom;
		const sessions = new Sessions({ rows, directory, now: Date.now, acceptsPlainHttp });
		await sessions.sweep();
		const commit = new GroupCommit(store);
		const app = createApp({
			...{ config, logger, store, commit, directory, sessions, pages },
			notices: (boards) => new BoardNotices(directory, boardPorts(boards), sessions, Date.now),
			restRouter: (house) => restRouter({ ...chance, directory, sessions, acceptsPlainHttp }, house)
		});
		const close = async () => {
			await app.close();
			await store.close();
		};
		return { app, directory, sessions, store, asOne: (work) => asOne(database.db, work), close };
	} catch (cause) {
		database.close();
		throw cause;
	}
}

function secretOf(folder: string): Uint8Array {
	try {
		return readServerSecret(folder);
	} catch (cause) {
		throw new DatabaseRefused(cause instanceof Error ? cause.message : String(cause), { cause });
	}
}

const random = (bytes: Uint8Array) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>);

const modes: Readonly<Record<string, Mode>> = { '': 'start', '--demo': 'demo', '--dev': 'dev' };
/** Asks for a one-time organiser link although somebody organises already: a passphrase was lost, or a colleague comes. */
const linkWord = '--organiser-link';
const builtPages = join(import.meta.dirname, '..', 'build');
const languages = ['en', 'fr'];

/** @returns the exit code when the server could not start; it runs otherwise */
async function run(words: readonly string[]): Promise<number | null> {
	const mode = modes[words.filter((word) => word !== linkWord).join(' ')];
	if (!mode) {
		sayMistake(
			`Say nothing, --demo or --dev after the name of this program, and ${linkWord} for a new link of an organiser; everything else is set by environment.`
		);
		return 2;
	}
	const read = readConfig(process.env, mode);
	if ('mistakes' in read) {
		for (const mistake of read.mistakes) sayMistake(mistake);
		return 2;
	}
	try {
		await start(read.config, words.includes(linkWord));
		return null;
	} catch (cause) {
		if (!(cause instanceof DatabaseRefused || cause instanceof BuildMissing || cause instanceof PortRefused))
			throw cause;
		sayMistake(cause.message);
		return 1;
	}
}

async function start(config: Config, wantsLink: boolean): Promise<void> {
	const logger = createLogger(config);
	const development = config.mode === 'dev' ? await (await import('./dev.ts')).startDevelopment(languages) : null;
	let installation: Installation | null = null;
	const close = async () => {
		await installation?.close();
		await development?.close();
	};
	try {
		installation = await openInstallation(config, logger, development ?? builtPages);
		if (config.mode === 'demo') await makeDemonstration(installation, config);
		await listen(installation.app.server, config);
	} catch (cause) {
		await close();
		throw cause;
	}
	endInOrder(installation, logger, close);
	forgetOldCopies(config, logger);
	forgetAfterRetention(installation, logger);
	logger.info({ mode: config.mode, port: config.port, host: config.host }, 'listening');
	await sayHowToCome(installation, config);
	if (wantsLink) await sayOrganiserLink(installation);
}

const hour = 60 * 60 * 1000;

/** Now that this version has started, what the database was before it goes within a day, and every erased name with it. */
function forgetOldCopies({ dataFolder }: Config, logger: Logger): void {
	const forget = () => {
		try {
			for (const file of removeOldCopies(dataFolder, Date.now())) logger.info({ file }, 'an old copy was deleted');
		} catch (cause) {
			logger.error({ err: cause }, 'an old copy could not be deleted');
		}
	};
	forget();
	setInterval(forget, hour).unref();
}

/** What the join page promises, looked at each hour: a room's laptop may sleep through a midnight. */
function forgetAfterRetention({ app, directory }: Installation, logger: Logger): void {
	const forget = async () => {
		try {
			const people = await keepRetention(directory, app.notices, Date.now);
			if (people > 0) logger.info({ people }, 'the retention day is over: their names are erased');
		} catch (cause) {
			logger.error({ err: cause }, 'not everybody could be forgotten; it is tried again in an hour');
		}
	};
	void forget();
	setInterval(() => void forget(), hour).unref();
}

/** How long stopping may take, in milliseconds. */
const patience = 10_000;

/** Stops once, at the first signal; a second one takes effect at once, and what was acknowledged is on disk anyway. */
function endInOrder({ app }: Installation, logger: Logger, close: () => Promise<void>): void {
	const end = async (code: number) => {
		// Whatever hangs, the operator is not kept waiting: what was acknowledged is on disk.
		setTimeout(() => process.exit(code), patience).unref();
		await close();
		process.exit(code);
	};
	for (const signal of ['SIGTERM', 'SIGINT'] as const) {
		process.once(signal, () => {
			logger.info({ signal }, 'stopping');
			say('Stopping. What was accepted is being saved.');
			void end(0);
		});
	}
	process.on('uncaughtException', (cause) => {
		app.faults.report(cause, { at: 'process' });
		void end(1);
	});
}

async function sayHowToCome({ app, directory }: Installation, config: Config): Promise<void> {
	const here = app.origins.forHere();
	say(`CoVE Matchboard is open at ${here}`);
	if (config.mode === 'demo') return sayDemonstration(app, directory);
	const organiser = await directory.firstOrganiserLink();
	if (!organiser) return;
	sayLinks([
		{
			who: 'Nobody organises here yet. Open this link once and choose a passphrase; it holds for seven days:',
			url: `${here}${organiser.path}`
		}
	]);
}

async function sayOrganiserLink({ app, directory }: Installation): Promise<void> {
	const { path } = await directory.links.make({ kind: 'organiser' });
	sayLinks([
		{
			who: 'A new organiser opens this link once; with a name that organises already, the passphrase chosen there replaces the old one:',
			url: `${app.origins.forHere()}${path}`
		}
	]);
}

/** Makes the sample content once, whole: an interrupted first run leaves nothing half done. */
async function makeDemonstration({ directory, store, asOne }: Installation, { dataFolder }: Config): Promise<void> {
	if (directory.boards().length > 0) return;
	if (directory.forum.get()) {
		throw new DatabaseRefused(
			`The data folder "${dataFolder}" holds a forum of its own. Open it with "npm start", or set DATA_DIR to another folder for the demonstration.`
		);
	}
	say('Writing the sample forum: the roster, the invented centres and a running workshop.');
	const { seedDemonstration } = await import('./demo/seed.ts');
	await asOne(() => seedDemonstration(directory, store, Date.now()));
}

/** Fresh links into the sample content, at every start. */
async function sayDemonstration({ origins }: App, directory: Directory): Promise<void> {
	const [board] = directory.boards();
	if (board === undefined) throw new Error('The demonstration has no workshop.');
	const { demonstrationLinks } = await import('./demo/demo-links.ts');
	const here = origins.forHere();
	const hereAgain = here.replace('//localhost:', '//127.0.0.1:');
	const { scan, links, sheet } = await demonstrationLinks(directory, board, {
		here,
		hereAgain,
		room: origins.forOthers()
	});
	sayQrCode(scan);
	say(`Phones in this network scan the code, or open ${scan}`);
	sayLinks(links);
	say(
		`\nOrganisation code of ${sheet.organisation}; whoever joins for it and types the code is verified:\n  ${sheet.code}`
	);
	say(
		'\nThe second delegate has another host name, so that one browser can be both. Stop with Ctrl+C; what was done is kept.'
	);
}

if (import.meta.main) {
	const code = await run(process.argv.slice(2));
	if (code !== null) process.exitCode = code;
}
