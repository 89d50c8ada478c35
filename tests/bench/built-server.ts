import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(import.meta.dirname, '..', '..', 'server', 'main.ts');

/** A program under measurement: its process, and what it printed that was waited for. */
export type Running = { readonly process: ChildProcess; readonly pid: number; readonly printed: string };

/** Starts a program of Node, waits for what it prints, lets the work be done, and ends it. */
export async function withProgram<Result>(
	script: string,
	environment: Readonly<Record<string, string>>,
	printed: RegExp,
	work: (running: Running) => Promise<Result>
): Promise<Result> {
	const child = spawn(process.execPath, [script], {
		env: { ...process.env, ...environment, NODE_ENV: 'production' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	try {
		return await work({ process: child, pid: child.pid ?? 0, printed: await firstMatch(child, printed) });
	} finally {
		await ended(child);
	}
}

/** The built server on a fresh database; `printed` is the link of the first organiser. */
export async function withBuiltServer<Result>(work: (running: Running) => Promise<Result>): Promise<Result> {
	return inFolder((folder) => {
		const environment = { PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error' };
		return withProgram(main, environment, /(http:\/\/\S+\/organise#\S+)/, work);
	});
}

export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
	const folder = mkdtempSync(join(tmpdir(), 'cove-bench-'));
	try {
		return await work(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function firstMatch(child: ChildProcess, pattern: RegExp): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		child.stdout?.on('data', (bytes: Buffer) => {
			said += bytes.toString('utf8');
			const found = pattern.exec(said)?.[1];
			if (found) resolve(found);
		});
		child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)));
	});
}

async function ended(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	await gone;
}
