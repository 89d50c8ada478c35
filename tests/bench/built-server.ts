import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeProgram, serverProgram } from '../support/node-program.ts';

/** A program under measurement, and what it printed that was waited for. */
export type Running = { readonly pid: number; readonly printed: string };

/** Starts a program of Node, waits for what it prints, lets the work be done, and ends it. */
export async function withProgram<Result>(
	script: string,
	environment: Readonly<Record<string, string>>,
	printed: RegExp,
	work: (running: Running) => Promise<Result>
): Promise<Result> {
	const program = new NodeProgram(script, [], { ...process.env, ...environment, NODE_ENV: 'production' });
	try {
		const [, found = ''] = printed.exec(await program.says(printed)) ?? [];
		return await work({ pid: program.pid, printed: found });
	} finally {
		const { err } = await program.end('SIGTERM');
		process.stderr.write(err);
	}
}

/** The built server on a fresh database; `printed` is the link of the first organiser. */
export async function withBuiltServer<Result>(work: (running: Running) => Promise<Result>): Promise<Result> {
	return inFolder((folder) => {
		const environment = { PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error' };
		return withProgram(serverProgram, environment, /(http:\/\/\S+\/organise#\S+)/, work);
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
