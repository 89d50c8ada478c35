import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BuildMissing } from '../../../server/http/static.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { ask, openHouse } from './house.ts';

const titleOf = (html: string) => /<title>(.*)<\/title>/.exec(html)?.[1];

describe('an entry page', () => {
	it.each([
		['the language that the reader chose before', { cookie: 'a=b; lang=fr; c=d', 'accept-language': 'en' }, 'accueil'],
		['the language that the browser asks for', { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.5' }, 'accueil'],
		['the next language that the browser asks for', { 'accept-language': 'de, fr;q=0.5' }, 'accueil'],
		['English when the browser asks for no language of ours', { 'accept-language': 'de,pl' }, 'home'],
		['English when the browser asks for none', {}, 'home'],
		[
			'what the browser asks for when the choice is no language of ours',
			{ cookie: 'lang=xx', 'accept-language': 'fr' },
			'accueil'
		]
	])('comes in %s', async (_, headers, title) => {
		const house = await openHouse();
		const { status, body, headers: answered } = await ask(house, '/', { headers });
		expect(status).toBe(200);
		expect(titleOf(body)).toBe(title);
		expect(answered.vary).toBe('Accept-Encoding, Accept-Language, Cookie');
		expect(answered['cache-control']).toBe('no-store');
		expect(answered['content-language']).toBe(title === 'home' ? 'en' : 'fr');
	});

	it('is chosen on every address that exists per language, also with a query', async () => {
		const house = await openHouse();
		const { body } = await ask(house, '/join?from=poster', { headers: { cookie: 'lang=fr' } });
		expect(titleOf(body)).toBe('rejoindre');
	});

	it('comes in the language of its address when that names one', async () => {
		const house = await openHouse();
		const { body, headers } = await ask(house, '/en/join', { headers: { cookie: 'lang=fr' } });
		expect(titleOf(body)).toBe('join');
		expect(headers.vary).toBe('Accept-Encoding');
	});

	it('is not answered with "not modified", which could be meant for another language', async () => {
		const house = await openHouse();
		const { headers } = await ask(house, '/');
		expect((await ask(house, '/', { headers: { 'if-none-match': headers.etag ?? '' } })).status).toBe(200);
	});
});

describe('any other address', () => {
	it('starts from the page without a language, which keeps out of every cache', async () => {
		const house = await openHouse();
		const { status, body, headers } = await ask(house, '/board/abc/outline?kind=offer', {
			headers: { cookie: 'lang=fr' }
		});
		expect(status).toBe(200);
		expect(titleOf(body)).toBe('fallback');
		expect(headers['cache-control']).toBe('no-store');
		expect(headers['content-language']).toBeUndefined();
	});

	it.each([
		'/_app/immutable/gone.js',
		'/_app/gone',
		'/gone.png',
		'/.built-from',
		'/en.html.br',
		'/../../etc/passwd.txt'
	])('%s is a file that is not there: 404, and no page', async (path) => {
		const house = await openHouse();
		const { status, body } = await ask(house, path);
		expect(status).toBe(404);
		expect(JSON.parse(body)).toMatchObject({ code: 'not-found' });
	});

	it('cannot be written to', async () => {
		const house = await openHouse();
		const { status } = await ask(house, '/en', { method: 'POST', headers: { origin: house.origin } });
		expect(status).toBe(404);
	});
});

describe('a file', () => {
	it('with its hash in its name is kept for ever', async () => {
		const house = await openHouse();
		const { headers } = await ask(house, '/_app/immutable/start.js');
		expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
	});

	it('without one is asked for again, and answered with "not modified"', async () => {
		const house = await openHouse();
		const { headers } = await ask(house, '/_app/version.json');
		expect(headers['cache-control']).toBe('no-cache');
		const again = await ask(house, '/_app/version.json', { headers: { 'if-none-match': headers.etag ?? '' } });
		expect(again.status).toBe(304);
	});
});

/** Every inline script of a page, hashed as a browser does. Written a second time, on purpose. */
function hashesOf(html: string): string[] {
	const hashes: string[] = [];
	for (const part of html.split('<script').slice(1)) {
		const tag = part.slice(0, part.indexOf('>'));
		if (/\ssrc=/.test(tag)) continue;
		const script = part.slice(tag.length + 1, part.indexOf('</script>'));
		hashes.push(`'sha256-${createHash('sha256').update(script, 'utf8').digest('base64')}'`);
	}
	return hashes;
}

const policyOf = (header: unknown) =>
	new Map(
		String(header)
			.split('; ')
			.map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)])
	);

describe('the policy of a page', () => {
	it.each(['/', '/join', '/fr', '/en/join.html', '/board/abc', '/app.html', '/%65n/join', '/en/', '/en/join%2Ehtml'])(
		'of %s names exactly its own inline scripts, and forbids frames',
		async (path) => {
			const house = await openHouse();
			const { headers, body } = await ask(house, path);
			const policy = policyOf(headers['content-security-policy']);
			expect(policy.get('script-src')).toEqual(["'self'", ...hashesOf(body)]);
			expect(hashesOf(body)).toHaveLength(1);
			expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
			expect(headers['x-frame-options']).toBe('DENY');
		}
	);

	it('lets every page of the real build start', async () => {
		const build = join(import.meta.dirname, '../../../build');
		const house = await openHouse({ pages: build });
		const files = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
		expect(files).toContain('app.html');
		for (const file of files) {
			const { headers } = await ask(house, `/${file}`);
			const allowed = policyOf(headers['content-security-policy']).get('script-src');
			for (const hash of hashesOf(readFileSync(join(build, file), 'utf8'))) expect(allowed).toContain(hash);
		}
	});

	it('names the host that the page came from for its WebSockets, and never a host that is not ours', async () => {
		const house = await openHouse();
		const own = await ask(house, '/');
		expect(policyOf(own.headers['content-security-policy']).get('connect-src')).toEqual([
			"'self'",
			`ws://localhost:${house.port}`
		]);
		const foreign = await ask(house, '/', { headers: { host: 'evil.example' } });
		expect(policyOf(foreign.headers['content-security-policy']).get('connect-src')).toEqual(["'self'"]);
	});

	it('asks for https only at an encrypted public origin', async () => {
		const plain = await openHouse();
		const { headers } = await ask(plain, '/');
		expect(headers['strict-transport-security']).toBeUndefined();
		expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
		expect(headers['cross-origin-opener-policy']).toBeUndefined();

		const encrypted = await openHouse({ environment: { PUBLIC_ORIGIN: 'https://board.example.eu' } });
		const secured = await ask(encrypted, '/', { headers: { host: 'board.example.eu' } });
		expect(secured.headers['strict-transport-security']).toContain('max-age=');
		expect(secured.headers['content-security-policy']).toContain('upgrade-insecure-requests');
		expect(secured.headers['content-security-policy']).toContain("connect-src 'self' wss://board.example.eu");
	});
});

describe('a folder without built pages', () => {
	it('is refused with the command that builds them, and the data folder is free again', async () => {
		const folder = temporaryFolder();
		const empty = temporaryFolder();
		await expect(openHouse({ folder, pages: empty })).rejects.toThrow(BuildMissing);
		await expect(openHouse({ folder, pages: empty })).rejects.toThrow('Run "npm run build" first.');
		expect(existsSync(join(folder, 'matchboard.sqlite'))).toBe(true);
	});
});
