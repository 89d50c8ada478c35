import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const main = join(import.meta.dirname, '../../../server/main.ts');

export type Program = {
	readonly child: ChildProcess;
	/** Resolves with everything on standard output as soon as it contains the text. @throws when the program ends before */
	readonly says: (text: string) => Promise<string>;
	readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
};

/** Runs the server's own program, as npm start does after its preparations. */
export function run(environment: NodeJS.ProcessEnv, ...words: string[]): Program {
	const child = spawn(process.execPath, [main, ...words], {
		env: { PATH: process.env.PATH, PORT: '0', ...environment },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	onTestFinished(() => void child.kill('SIGKILL'));
	let out = '';
	let err = '';
	child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString('utf8')));
	child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString('utf8')));
	const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }));
	const says = async (text: string) => {
		while (!out.includes(text)) {
			const ending = await Promise.race([ended, once(child.stdout, 'data')]);
			if (!Array.isArray(ending) && !out.includes(text)) throw new Error(`It ended without saying so: ${err}`);
		}
		return out;
	};
	return { child, says, ended };
}

/** Where it says that it is open. */
export const addressIn = (out: string) => /is open at (http:\/\/localhost:\d+)/.exec(out)?.[1] ?? '';

/** Sends a signal and waits until the program is gone. */
export const end = async ({ child, ended }: Program, signal: NodeJS.Signals) => {
	child.kill(signal);
	return ended;
};
