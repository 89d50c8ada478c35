import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** The server's own program. */
export const serverProgram = join(import.meta.dirname, '../../server/main.ts');

export type Ending = { readonly code: number | null; readonly out: string; readonly err: string };

/** A program of Node as a process of its own: what it says is heard from its first word on. */
export class NodeProgram {
	/** Resolves when it is gone, with everything that it said. */
	readonly ended: Promise<Ending>;
	readonly #child: ChildProcessByStdio<null, Readable, Readable>;
	#out = '';
	#err = '';

	/** @param environment all that it gets to know */
	constructor(script: string, words: readonly string[], environment: NodeJS.ProcessEnv) {
		const child = spawn(process.execPath, [script, ...words], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
		this.#child = child;
		child.stdout.on('data', (bytes: Buffer) => (this.#out += bytes.toString('utf8')));
		child.stderr.on('data', (bytes: Buffer) => (this.#err += bytes.toString('utf8')));
		this.ended = once(child, 'close').then(([code]) => {
			return { code: code as number | null, out: this.#out, err: this.#err };
		});
	}

	get pid(): number {
		return this.#child.pid ?? 0;
	}

	/**
	 * Resolves with everything on standard output as soon as it holds these words.
	 * @throws when the program ends before, with what it complained of
	 */
	async says(words: string | RegExp): Promise<string> {
		const isSaid = () => (typeof words === 'string' ? this.#out.includes(words) : words.test(this.#out));
		while (!isSaid()) {
			const heard = await Promise.race([this.ended, once(this.#child.stdout, 'data')]);
			if ('code' in heard && !isSaid()) throw new Error(`It ended with ${heard.code}: ${heard.err}${heard.out}`);
		}
		return this.#out;
	}

	/** Sends a signal and waits until it is gone: with `SIGKILL` it can save nothing any more. */
	async end(signal: NodeJS.Signals): Promise<Ending> {
		this.#child.kill(signal);
		return this.ended;
	}
}
