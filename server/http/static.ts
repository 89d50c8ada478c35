import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request, RequestHandler, Response } from 'express';
import sirv from 'sirv';
import { pagePolicy, scriptHashes } from './csp.ts';
import { preferredLanguage } from './language.ts';
import type { Origins } from './origin.ts';
import { notFound } from './problems.ts';

/** One built HTML file: where it stands, and the hashes of its inline scripts. */
type Page = { readonly file: string; readonly hashes: readonly string[]; readonly language: string | null };

type Pages = {
	/** By the address that the page was built for, such as `/en/join`. */
	readonly byPath: ReadonlyMap<string, Page>;
	/** Kit's page without content: every address that was not prerendered starts from it. */
	readonly fallback: Page;
	/** Languages that pages were prerendered in, English first: it is what a reader of none of them gets. */
	readonly languages: readonly string[];
};

/** The folder to serve holds no built pages. The message is a sentence for the operator. */
export class BuildMissing extends Error {}

const withoutEnding = (file: string) => file.replace(/(\/index)?\.html$/, '') || '/';

function readPages(folder: string): Pages {
	if (!existsSync(join(folder, 'app.html'))) {
		throw new BuildMissing(`There are no built pages in "${folder}". Run "npm run build" first.`);
	}
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
	const byPath = new Map<string, Page>();
	for (const native of files) {
		const file = `/${native.replaceAll('\\', '/')}`;
		const path = withoutEnding(file);
		const language = /^\/([a-z]{2})(?=\/|$)/.exec(path)?.[1] ?? null;
		byPath.set(path, { file, hashes: scriptHashes(readFileSync(join(folder, native), 'utf8')), language });
	}
	const found = new Set([...byPath.values()].flatMap(({ language }) => language ?? []));
	const languages = [...found].sort((a, b) => Number(b === 'en') - Number(a === 'en'));
	return { byPath, fallback: byPath.get('/app') as Page, languages };
}

type Choice =
	{ readonly is: 'page'; readonly page: Page; readonly byReader: boolean } | { readonly is: 'file' | 'nothing' };

/** What stands at an address, for this reader. */
function choose(pages: Pages, path: string, request: Request): Choice {
	// The compressed copies are chosen by sirv; asked for by name, they would be pages without a policy.
	if (/\.(br|gz)$/.test(path)) return { is: 'nothing' };
	const address = withoutEnding(path).replace(/(?<=.)\/$/, '');
	const rest = address === '/' ? '' : address;
	const spoken = pages.languages.filter((language) => pages.byPath.has(`/${language}${rest}`));
	const language = preferredLanguage(request, spoken);
	const translated = language === null ? undefined : pages.byPath.get(`/${language}${rest}`);
	if (translated) return { is: 'page', page: translated, byReader: true };
	const page = pages.byPath.get(address);
	if (page) return { is: 'page', page, byReader: false };
	const named = path.startsWith('/_app/') || path.slice(path.lastIndexOf('/')).includes('.');
	return named ? { is: 'file' } : { is: 'page', page: pages.fallback, byReader: false };
}

/**
 * Serves the built pages and their files, compressed as they were built. An address without a language (`/`, `/join`)
 * whose page was prerendered in several is answered in the reader's own.
 *
 * @param folder what `vite build` wrote; read once, at the start
 * @throws BuildMissing when there are no pages in it
 */
export function servePages(folder: string, origins: Origins, encrypted: boolean): RequestHandler {
	const pages = readPages(folder);
	const byReader = new WeakSet<object>();
	const files = sirv(folder, {
		brotli: true,
		gzip: true,
		etag: true,
		extensions: [],
		setHeaders: (response, path) => {
			const immutable = path.startsWith('/_app/immutable/');
			if (!response.hasHeader('Cache-Control')) {
				response.setHeader('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
			}
			// Here, because sirv sets its own `Vary` just before.
			if (byReader.has(response)) response.setHeader('Vary', 'Accept-Encoding, Accept-Language, Cookie');
		}
	});
	return (request, response, next) => {
		const choice = choose(pages, decodeURI(request.path), request);
		if (choice.is === 'nothing' || !['GET', 'HEAD'].includes(request.method)) return notFound(request, response, next);
		if (choice.is === 'page') {
			if (choice.byReader) byReader.add(response);
			setPageHeaders(response, choice.page, socketOrigins(request, origins), encrypted);
			request.url = choice.page.file;
			// A page is never kept, so nobody can have it; its tag could be that of another language.
			delete request.headers['if-none-match'];
		}
		files(request, response, () => {
			notFound(request, response, next);
		});
	};
}

function setPageHeaders(response: Response, page: Page, sockets: readonly string[], encrypted: boolean): void {
	response.setHeader('Cache-Control', 'no-store');
	response.setHeader('Content-Security-Policy', pagePolicy(page.hashes, sockets, encrypted));
	if (page.language !== null) response.setHeader('Content-Language', page.language);
}

/** Where this page's WebSockets go: to the host that it came from, when that is one of ours. */
function socketOrigins(request: Request, origins: Origins): string[] {
	const host = request.get('host') ?? '';
	return ['http', 'https']
		.filter((scheme) => origins.allows(`${scheme}://${host}`))
		.map((scheme) => `${scheme.replace('http', 'ws')}://${host}`);
}
