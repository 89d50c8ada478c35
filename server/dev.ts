import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { RequestHandler, Response } from 'express';
import { createServer as createVite } from 'vite';
import { scriptHashes } from './http/csp.ts';
import { preferredLanguage } from './http/language.ts';
import type { HandleUpgrade } from './http/upgrade-router.ts';

/** The pages while they are being written: Vite inside this process. */
export type Development = {
	readonly pages: RequestHandler;
	readonly upgrade: HandleUpgrade;
	readonly close: () => Promise<void>;
};

const entryPages: ReadonlySet<string> = new Set(['/', '/join']);

/**
 * Starts Vite as middleware. Its connection for changed modules comes through our upgrade router: Vite is given a server
 * that never listens, and hears of upgrades from there only.
 *
 * @param languages that entry pages exist in, the one for everybody else first
 */
export async function startDevelopment(languages: readonly string[]): Promise<Development> {
	const door = createServer();
	const vite = await createVite({ server: { middlewareMode: true, ws: { server: door } }, clearScreen: false });
	return {
		pages: (request, response, next) => {
			if (entryPages.has(request.path)) {
				// Kit's development server answers by the address alone, so the reader is sent to their language's.
				const rest = request.url.slice(request.path === '/' ? 1 : 0);
				return response.redirect(307, `/${preferredLanguage(request, languages)}${rest}`);
			}
			allowOwnScripts(response);
			vite.middlewares(request, response, next);
		},
		upgrade: (request, socket, head) => void door.emit('upgrade', request, socket, head),
		close: () => vite.close()
	};
}

const template = join(import.meta.dirname, '..', 'src', 'app.html');

/** Kit's development server writes a policy without the scripts of `app.html`, which choose language and theme. */
function allowOwnScripts(response: Response): void {
	const setHeader = response.setHeader.bind(response);
	response.setHeader = (name, value) => {
		if (name.toLowerCase() !== 'content-security-policy') return setHeader(name, value);
		const hashes = scriptHashes(readFileSync(template, 'utf8')).join(' ');
		return setHeader(name, String(value).replace("script-src 'self'", `script-src 'self' ${hashes}`));
	};
}
