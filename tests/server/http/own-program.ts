import { onTestFinished } from 'vitest';
import { NodeProgram, serverProgram } from '../../support/node-program.ts';

/** Runs the server's own program, as npm start does after its preparations, until the test is over. */
export function run(environment: NodeJS.ProcessEnv, ...words: string[]): NodeProgram {
	const program = new NodeProgram(serverProgram, words, { PATH: process.env.PATH, PORT: '0', ...environment });
	onTestFinished(async () => void (await program.end('SIGKILL')));
	return program;
}

/** Where it says that it is open. */
export const addressIn = (out: string) => /is open at (http:\/\/localhost:\d+)/.exec(out)?.[1] ?? '';
