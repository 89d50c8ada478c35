import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { say, Stopped } from './say.mjs';

export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
const passedSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const onWindows = process.platform === 'win32';

/** The installed programs come first on the path: what the work itself starts by name is the project's own. */
function environment() {
	const path = [join(projectFolder, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
	return { ...process.env, PATH: path };
}

/**
 * Passes the first signal on, once. At a Ctrl-C both the terminal and npm signal this process, and a server that
 * hears it twice may take the second for "at once"; so the child stands in a process group of its own, where the
 * terminal cannot reach it.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{ code: number, asked: boolean }>} the child's exit code (128 + n after a signal), and whether
 * it was asked to end
 */
function ended(child) {
	let asked = false;
	/** @param {NodeJS.Signals} signal */
	const pass = (signal) => {
		if (asked) return;
		asked = true;
		child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
	};
	for (const signal of passedSignals) process.on(signal, pass);
	return new Promise((resolve, reject) => {
		child.once('error', (cause) => {
			reject(
				new Stopped(`"${child.spawnfile}" could not be started (${cause.message}). Install it and repeat the command.`)
			);
		});
		child.once('close', (code, signal) => {
			for (const passed of passedSignals) process.off(passed, pass);
			const number = signal ? (signalNumbers[/** @type {keyof typeof signalNumbers} */ (signal)] ?? 9) : 1;
			resolve({ code: code ?? 128 + number, asked });
		});
	});
}

/**
 * Runs a script under the given Node, with this terminal as its own, until it ends.
 *
 * @param {string} node path of the program
 * @param {string[]} script file and arguments
 * @returns {Promise<number>} the exit code to end with
 */
export async function runWithSignals(node, script) {
	const watch = pathToFileURL(join(projectFolder, 'server', 'bootstrap', 'end-with-parent.mjs')).href;
	const child = spawn(node, ['--import', watch, ...script], {
		cwd: projectFolder,
		env: { ...environment(), MATCHBOARD_PARENT: String(process.pid) },
		stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
		detached: !onWindows
	});
	return (await ended(child)).code;
}

/**
 * Runs a program whose output matters only when it fails, and says every ten seconds that it still runs.
 *
 * @param {{ program: string, words: string[], what: string, onFailure: string }} work `what` as in "Still …";
 * `onFailure` says what to do
 * @throws {Stopped} when the program fails, or the person interrupted it
 */
export async function runQuietly({ program, words, what, onFailure }) {
	const child = spawn(program, words, {
		cwd: projectFolder,
		env: environment(),
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: onWindows && program === 'npm',
		detached: !onWindows
	});
	/** @type {Buffer[]} */
	const output = [];
	child.stdout.on('data', (bytes) => output.push(bytes));
	child.stderr.on('data', (bytes) => output.push(bytes));
	let seconds = 0;
	const ticker = setInterval(() => say(`  Still ${what} (${(seconds += 10)} s).`), 10_000);
	try {
		const { code, asked } = await ended(child);
		if (asked) throw new Stopped('Stopped, as you asked.', code || 130);
		if (code !== 0) throw new Stopped(`${Buffer.concat(output).toString('utf8').trim()}\n\n${onFailure}`, code);
	} finally {
		clearInterval(ticker);
	}
}
