// The door of every npm command. Plain JavaScript that an older Node can parse, with nothing but Node's own
// modules, because it runs before anything is installed. It installs, builds, and hands the work to the Node 24
// that the package `node` brought along.
import { buildIfChanged } from './bootstrap/build.mjs';
import { installIfNeeded } from './bootstrap/install.mjs';
import { nodeToWorkWith, requireNodeToStart } from './bootstrap/node-versions.mjs';
import { runWithSignals } from './bootstrap/run.mjs';
import { say, Stopped } from './bootstrap/say.mjs';

/**
 * What each command runs under Node 24, and whether it needs the built pages first. The words that the person
 * typed after `--` come last. `onFailure` is the last line on standard output when the work could not even begin.
 *
 * @type {Record<string, { script: string[], built: boolean, onFailure?: string }>}
 */
const commands = {
	demo: { script: ['server/main.ts', '--demo'], built: true },
	start: { script: ['server/main.ts'], built: true },
	dev: { script: ['server/main.ts', '--dev'], built: false },
	bench: { script: ['tests/bench/main.ts'], built: true },
	// The test runner builds by itself: a build that fails is a failed check there, not an early end.
	test: { script: ['tests/support/run-tests.ts'], built: false, onFailure: '0 passed, 1 failed' }
};

/**
 * @param {string | undefined} name
 * @param {string[]} words what the person typed after the command
 * @returns {Promise<number>} the exit code
 */
async function serve(name, words) {
	const command = name === undefined ? undefined : commands[name];
	if (!command) {
		say(`Say what to do: node server/bootstrap.mjs ${Object.keys(commands).join(' | ')}.`);
		return 2;
	}
	try {
		requireNodeToStart(process.version);
		await installIfNeeded();
		const node = nodeToWorkWith();
		if (command.built) await buildIfChanged(node);
		return await runWithSignals(node, [...command.script, ...words]);
	} catch (reason) {
		if (!(reason instanceof Stopped)) throw reason;
		say(reason.message);
		if (command.onFailure) console.log(command.onFailure);
		return reason.exitCode;
	}
}

process.exitCode = await serve(process.argv[2], process.argv.slice(3));
