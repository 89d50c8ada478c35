import { on, once } from 'node:events';
import { readdirSync, watch } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { addressIn, run } from './own-program.ts';

describe('the demonstration', () => {
	/** How many cards and workshops the folder holds, read beside the program. */
	const contentOf = (folder: string) => {
		const database = new DatabaseSync(join(folder, 'matchboard.sqlite'), { readOnly: true });
		const count = (query: string) => Number(database.prepare(query).get()?.n);
		const content = {
			cards: count("SELECT count(*) AS n FROM board_events WHERE type GLOB '*-posted'"),
			workshops: count('SELECT count(*) AS n FROM workshops')
		};
		database.close();
		return content;
	};
	const lastWords = 'what was done is kept';

	it('is made at the first start, with its QR code and a link into every role, and kept at the second', async () => {
		const folder = temporaryFolder();
		const first = run({ DATA_DIR: folder }, '--demo');
		const out = await first.says(lastWords);
		expect(out).toContain('Writing the sample forum');
		expect(out).toMatch(/▀▄|▄▀/);
		for (const role of ['join', 'device', 'facilitate', 'screen', 'organise']) {
			expect(out).toMatch(new RegExp(`http://localhost:\\d+/${role}#\\S+`));
		}
		await first.end('SIGTERM');
		const made = contentOf(folder);
		expect(made.cards).toBeGreaterThanOrEqual(24);

		const second = run({ DATA_DIR: folder }, '--demo');
		expect(await second.says(lastWords)).not.toContain('Writing the sample forum');
		await second.end('SIGTERM');
		expect(contentOf(folder)).toEqual(made);
	});

	it('names an organisation with its code, and lets an organiser with a passphrase sign in instead of choosing another', async () => {
		const folder = temporaryFolder();
		const first = run({ DATA_DIR: folder }, '--demo');
		const out = await first.says(lastWords);
		const code = /Organisation code of Sample .+\n {2}((?:[0-9A-Z]{4}-?){3})\n/.exec(out)?.[1];
		expect(code).toBeDefined();
		const answer = await fetch(`${addressIn(out)}/api/organiser/claim`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', origin: addressIn(out) },
			body: JSON.stringify({
				token: /\/organise#(\S+)/.exec(out)?.[1],
				name: 'Odile',
				passphrase: 'seven quiet lamps by the door'
			})
		});
		expect(answer.status).toBe(200);
		await first.end('SIGTERM');

		const again = await run({ DATA_DIR: folder }, '--demo').says(lastWords);
		expect(again).not.toContain('/organise#');
		expect(again).toMatch(
			/sign in with the name and passphrase that you chose\):\n {2}http:\/\/localhost:\d+\/organise\n/
		);
		expect(again).toContain(code);
	});

	it('is whole or not there when the first start is killed in the middle', async () => {
		const folder = temporaryFolder();
		const first = run({ DATA_DIR: folder }, '--demo');
		await first.says('Writing the sample forum');
		const watcher = watch(folder);
		const firstWrite = (async () => {
			for await (const [, file] of on(watcher, 'change')) if (file === 'matchboard.sqlite-wal') return;
		})();
		await Promise.race([firstWrite, first.says(lastWords)]);
		watcher.close();
		await first.end('SIGKILL');
		const second = run({ DATA_DIR: folder }, '--demo');
		await second.says(lastWords);
		await second.end('SIGTERM');
		expect(contentOf(folder).workshops).toBe(1);
		expect(contentOf(folder).cards).toBeGreaterThanOrEqual(24);
	});
});

describe('the server as a program', () => {
	it('prints where it is open, and a one-time link for the first organiser', async () => {
		const out = await run({ DATA_DIR: temporaryFolder() }).says('/organise#');
		const origin = addressIn(out);
		expect((await fetch(`${origin}/healthz`)).status).toBe(200);
		expect(out).toMatch(new RegExp(`${origin}/organise#[\\w-]{20,}\\n`));
	});

	it('prints a new link for an organiser when it is asked to, also where somebody organises already', async () => {
		const folder = temporaryFolder();
		const first = run({ DATA_DIR: folder });
		const claim = async (out: string, name: string) => {
			const answer = await fetch(`${addressIn(out)}/api/organiser/claim`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', origin: addressIn(out) },
				body: JSON.stringify({
					token: /\/organise#(\S+)/.exec(out)?.[1],
					name,
					passphrase: 'seven quiet lamps by the door'
				})
			});
			return answer.status;
		};
		expect(await claim(await first.says('/organise#'), 'Odile')).toBe(200);
		await first.end('SIGTERM');
		const second = run({ DATA_DIR: folder }, '--organiser-link');
		expect(await claim(await second.says('/organise#'), 'Ingrid')).toBe(200);
		await second.end('SIGTERM');
	});

	it.each(['SIGTERM', 'SIGINT'] as const)(
		'stops at %s: nothing is left to recover, and the folder is free',
		async (signal) => {
			const folder = temporaryFolder();
			const first = run({ DATA_DIR: folder });
			await first.says('/organise#');
			const { code, out } = await first.end(signal);
			expect(code).toBe(0);
			expect(out).toContain('Stopping. What was accepted is being saved.');
			expect(readdirSync(folder).filter((file) => /-(wal|shm)$/.test(file))).toEqual([]);
			await run({ DATA_DIR: folder }).says('/organise#');
		}
	);

	it('refuses to be a second process on one folder, and names it', async () => {
		const folder = temporaryFolder();
		await run({ DATA_DIR: folder }).says('is open at');
		const { code, err, out } = await run({ DATA_DIR: folder }).ended;
		expect(code).toBe(1);
		expect(err).toBe(
			`Another process already works with the data folder "${folder}". Stop it first, or set DATA_DIR to another folder.\n`
		);
		expect(out).toBe('');
	});

	it('refuses a port that is taken, and lets the folder go', async () => {
		const folder = temporaryFolder();
		const other = createServer().listen(0, '127.0.0.1');
		onTestFinished(() => void other.close());
		await once(other, 'listening');
		const { port } = other.address() as AddressInfo;
		const { code, err } = await run({ DATA_DIR: folder, PORT: String(port) }).ended;
		expect(code).toBe(1);
		expect(err).toBe(
			`Port ${port} is taken by another program. Stop that program, or choose another port, such as PORT=${port + 1}.\n`
		);
		await run({ DATA_DIR: folder }).says('is open at');
	});

	it('refuses a database from a newer version, and leaves it as it is', async () => {
		const folder = temporaryFolder();
		const first = run({ DATA_DIR: folder });
		await first.says('is open at');
		await first.end('SIGTERM');
		const newer = new DatabaseSync(join(folder, 'matchboard.sqlite'));
		newer.exec('PRAGMA user_version = 99');
		newer.close();
		const { code, err } = await run({ DATA_DIR: folder }).ended;
		expect(code).toBe(1);
		expect(err).toContain('was written by a newer version of this program: its format is 99');
	});

	it('names every mistake of the environment at once, and starts nothing', async () => {
		const folder = temporaryFolder();
		const { code, err } = await run({ DATA_DIR: join(folder, 'data'), PORT: 'eighty', LOG_LEVEL: 'loud' }).ended;
		expect(code).toBe(2);
		expect(err.trim().split('\n')).toHaveLength(2);
		expect(err).toMatch(/PORT is "eighty".*\nLOG_LEVEL is "loud"/);
		expect(readdirSync(folder)).toEqual([]);
	});

	it('does not guess at words that it does not know', async () => {
		const { code, err } = await run({ DATA_DIR: temporaryFolder() }, '--port=80').ended;
		expect(code).toBe(2);
		expect(err).toContain('everything else is set by environment');
	});
});
