import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { requireNodeToStart } from '../../server/bootstrap/node-versions.mjs';
import { projectFolder, root } from './project-folder.ts';

/** A builder in the place of Vite: it counts how often it was called, and fails when a source says so. */
const builder = `
	const fs = require('node:fs');
	fs.appendFileSync('builds', 'x');
	if (fs.readFileSync('src/page.ts', 'utf8').includes('broken')) { console.error('page.ts is broken'); process.exit(3); }
	fs.mkdirSync('build', { recursive: true });
`;
const packages = { '': { dependencies: { vite: 'file:vite' } }, vite: { version: '1.0.0' } };
const lockfile = JSON.stringify({
	lockfileVersion: 3,
	packages: { ...packages, 'node_modules/vite': { resolved: 'vite', link: true } }
});

/** A project with the real bootstrap, one package beside it, and this text as its server. */
function project(main: string): string {
	const folder = projectFolder({
		'package.json': JSON.stringify({ type: 'module', ...packages[''] }),
		'package-lock.json': lockfile,
		'vite/package.json': JSON.stringify({ name: 'vite', version: '1.0.0', type: 'commonjs' }),
		'vite/bin/vite.js': builder,
		'src/page.ts': 'export const page = 1;',
		'server/main.ts': main,
		builds: ''
	});
	cpSync(join(root, 'server/bootstrap.mjs'), join(folder, 'server/bootstrap.mjs'));
	cpSync(join(root, 'server/bootstrap'), join(folder, 'server/bootstrap'), { recursive: true });
	return folder;
}

/** Starts the bootstrap as npm would, in a process group of its own as a terminal does it. */
function start(folder: string, ...words: string[]): ChildProcessByStdio<null, Readable, Readable> {
	// What npm told about the outer project must not reach an npm that installs into this one.
	const environment = Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_'));
	const child = spawn(process.execPath, ['server/bootstrap.mjs', ...words], {
		cwd: folder,
		env: Object.fromEntries(environment),
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true
	});
	onTestFinished(() => void (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')));
	return child;
}

async function run(folder: string, ...words: string[]) {
	const child = start(folder, ...words);
	const [out, said, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
	return { out, said, code: code as number };
}

/** Waits until the program has said this. */
async function heard(stream: Readable, sentence: string): Promise<void> {
	let all = '';
	for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
		all += String(chunk);
		if (all.includes(sentence)) return;
	}
	throw new Error(`It ended and had only said: ${all}`);
}

test('a command hands the words of the person to its script, and ends with its exit code', async () => {
	const folder = project('console.log(process.version, process.argv.slice(2).join(" ")); process.exitCode = 41;');
	const { out, code } = await run(folder, 'dev', '--port', '8080');
	expect(out).toMatch(/^v2[4-9]\.\S+ --dev --port 8080\n$/);
	expect(code).toBe(41);
});

test('packages are installed once, and again when the lockfile asks for others', async () => {
	const folder = project('');
	expect((await run(folder, 'dev')).said).toContain('Installing the packages.');
	expect((await run(folder, 'dev')).said).toBe('');
	writeFileSync(join(folder, 'package-lock.json'), lockfile.replaceAll('1.0.0', '1.0.1'));
	writeFileSync(join(folder, 'vite/package.json'), '{"name":"vite","version":"1.0.1","type":"commonjs"}');
	expect((await run(folder, 'dev')).said).toContain('Installing the packages.');
});

test('an installation that fails is said, is a failed test, and is tried again the next time', async () => {
	const folder = project('');
	writeFileSync(join(folder, 'package-lock.json'), '{"lockfileVersion":3,"packages":{}}');
	const { out, said, code } = await run(folder, 'test');
	expect(said).toContain('The packages could not be installed; what npm said stands above.');
	expect(out).toBe('0 passed, 1 failed\n');
	expect(code).not.toBe(0);
	expect((await run(folder, 'dev')).said).toContain('Installing the packages.');
});

test('the pages are built when there are none or a source has changed, and only then', async () => {
	const folder = project('console.log("started");');
	const builds = () => readFileSync(join(folder, 'builds'), 'utf8').length;
	expect((await run(folder, 'start')).said).toContain('Building the pages.');
	expect((await run(folder, 'demo')).said).toBe('');
	expect(builds()).toBe(1);
	appendFileSync(join(folder, 'src/page.ts'), '\nexport const more = 2;');
	expect((await run(folder, 'start')).out).toBe('started\n');
	expect(builds()).toBe(2);
});

test('nothing is started on pages that could not be built', async () => {
	const folder = project('console.log("started");');
	appendFileSync(join(folder, 'src/page.ts'), 'broken');
	const { out, said, code } = await run(folder, 'start');
	expect(said).toContain('page.ts is broken');
	expect(said).toContain('The pages could not be built');
	expect([out, code]).toEqual(['', 3]);
});

test('a Ctrl-C reaches the server exactly once, although terminal and npm both send it', async () => {
	// The server closes its connections for a moment; a second signal would be counted within it.
	const folder = project(`
		let signals = 0;
		for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => {
			signals += 1;
			if (signals > 1) return;
			console.log('closing');
			setTimeout(() => { console.log(name, signals); process.exit(0); }, 500);
		});
		setInterval(() => {}, 1000);
		console.log('ready');
	`);
	const child = start(folder, 'dev');
	await heard(child.stdout, 'ready');
	child.kill('SIGINT');
	await heard(child.stdout, 'closing');
	const rest = text(child.stdout);
	process.kill(-(child.pid ?? 0), 'SIGINT');
	child.kill('SIGTERM');
	const [code] = await once(child, 'close');
	expect(await rest).toBe('SIGINT 1\n');
	expect(code).toBe(0);
});

test('the server ends properly also when whatever started it was killed', async () => {
	const folder = project(`
		process.on('SIGTERM', () => { console.log('closed properly'); process.exit(0); });
		setInterval(() => {}, 1000);
		console.log('ready');
	`);
	const child = start(folder, 'dev');
	await heard(child.stdout, 'ready');
	const rest = text(child.stdout);
	process.kill(-(child.pid ?? 0), 'SIGKILL');
	expect(await rest).toBe('closed properly\n');
});

test('a server that a signal ended is no success', async () => {
	expect((await run(project("process.kill(process.pid, 'SIGKILL');"), 'dev')).code).toBe(137);
});

test('an unknown command names the known ones', async () => {
	const { said, code } = await run(project(''), 'fly');
	expect(said).toContain('demo | start | dev | bench | test');
	expect(code).toBe(2);
});

test('a Node that is too old is told what to do', () => {
	expect(() => requireNodeToStart('v18.20.8')).toThrow(/This is Node v18.20.8.*Install it from https:\/\/nodejs.org/);
	expect(() => requireNodeToStart('v20.0.0')).not.toThrow();
});
