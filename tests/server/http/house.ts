import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readConfig, type Mode } from '../../../server/config.ts';
import { createLogger } from '../../../server/http/logging.ts';
import { openInstallation, type Installation } from '../../../server/main.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

export type OpenHouse = Installation & {
	readonly port: number;
	readonly folder: string;
	/** The origin that a browser on this machine has. */
	readonly origin: string;
	/** Every line that was logged, as it left the process. */
	readonly log: readonly string[];
};

type Wishes = {
	readonly environment?: NodeJS.ProcessEnv;
	readonly mode?: Mode;
	readonly pages?: string;
	readonly folder?: string;
};

/** The real house on a folder of its own, listening on a port that the system chose; closed when the test is over. */
export async function openHouse({ environment, mode = 'start', pages, folder }: Wishes = {}): Promise<OpenHouse> {
	const dataFolder = folder ?? temporaryFolder();
	const read = readConfig({ PORT: '0', DATA_DIR: dataFolder, LOG_LEVEL: 'trace', ...environment }, mode);
	if ('mistakes' in read) throw new Error(read.mistakes.join(' '));
	const log: string[] = [];
	const logger = createLogger(read.config, { write: (line) => void log.push(line) });
	const installation = await openInstallation(read.config, logger, pages ?? smallSite());
	const { server } = installation.app;
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => installation.close());
	const { port } = server.address() as AddressInfo;
	return { ...installation, port, folder: dataFolder, origin: `http://localhost:${port}`, log };
}

/** A built site of a few pages: the pages of the product change, what the server makes of pages does not. */
export function smallSite(): string {
	const folder = temporaryFolder();
	const files: Record<string, string> = {
		'app.html': '<!doctype html><title>fallback</title><script>start("fallback")</script>',
		'en.html': '<!doctype html><html lang="en"><title>home</title><script>start("en")</script>',
		'fr.html': '<!doctype html><html lang="fr"><title>accueil</title><script>start("fr")</script>',
		'en/join.html': '<!doctype html><html lang="en"><title>join</title><script>start("en/join")</script>',
		'fr/join.html': '<!doctype html><html lang="fr"><title>rejoindre</title><script>start("fr/join")</script>',
		'_app/immutable/start.js': 'export const started = true;',
		'_app/version.json': '{"version":"1"}',
		'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
		'.built-from': 'a stamp that is nobody’s business'
	};
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
	return folder;
}

export type Answer = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: string };

/** One HTTP request with exactly these headers, as a browser or an attacker may send them. */
export async function ask(
	{ port }: Pick<OpenHouse, 'port'>,
	path: string,
	{ method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {}
): Promise<Answer> {
	const request = httpRequest({
		host: '127.0.0.1',
		port,
		path,
		method,
		headers: { host: `localhost:${port}`, ...headers }
	});
	request.end(body);
	const response = await new Promise<IncomingMessage>((resolve, reject) => {
		request.once('response', resolve).once('error', reject);
		// A refused upgrade is answered like any request.
		request.once('upgrade', (switched) => resolve(switched));
	});
	if (response.statusCode === 101) {
		response.socket.destroy();
		return { status: 101, headers: response.headers, body: '' };
	}
	const chunks: Buffer[] = [];
	for await (const chunk of response) chunks.push(chunk as Buffer);
	return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') };
}
