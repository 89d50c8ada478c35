import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from '@playwright/test';

/** What every Chromium of the tests starts with: it may run as root in a container, and calls nobody by itself. */
export const chromiumArguments: readonly string[] = [
	'--no-sandbox',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-dev-shm-usage',
	'--no-first-run',
	'--no-default-browser-check'
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const whatToInstall =
	'The tests need a Chromium, and none was found or could be installed. ' +
	'Install one (on Debian: "apt-get install chromium"; elsewhere: "npx playwright install chromium"), ' +
	'or put the path of one you have in CHROMIUM_PATH.';

/** What the search looks at, so that it can be tried without changing this machine. */
export interface Machine {
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** where Playwright keeps the Chromium that it downloads */
	readonly playwrightsOwn: string;
	/** whether apt-get may install for everybody: root on Debian or one of its family */
	readonly mayUseApt: boolean;
	/** runs a program with this terminal; true when it ended well */
	readonly run: (program: string, words: readonly string[]) => boolean;
	/** whether the program starts at all: a download may lack the system's libraries */
	readonly starts: (path: string) => boolean;
	readonly say: (sentence: string) => void;
}

export function thisMachine(): Machine {
	return {
		environment: process.env,
		playwrightsOwn: chromium.executablePath(),
		mayUseApt: process.getuid?.() === 0 && existsSync('/etc/debian_version'),
		run: (program, words) =>
			spawnSync(program, words, {
				stdio: ['ignore', 2, 2],
				env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
				timeout: 10 * 60_000
			}).status === 0,
		starts: (path) => spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0,
		say: (sentence) => process.stderr.write(`${sentence}\n`)
	};
}

function executable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** The browsers of this machine in order of preference: those on PATH, then Playwright's own. */
function candidates(machine: Machine): readonly string[] {
	const folders = (machine.environment['PATH'] ?? '').split(delimiter).filter(Boolean);
	const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [...onPath, machine.playwrightsOwn].filter(executable);
}

/**
 * The Chromium that is there, without installing or starting anything: `CHROMIUM_PATH`, then PATH, then
 * Playwright's own. For configuration files; the test runner has called `ensureChromium` before.
 */
export function locateChromium(machine: Machine = thisMachine()): string | undefined {
	return machine.environment['CHROMIUM_PATH'] ?? candidates(machine)[0];
}

/** Ways to install a browser, in order; each may succeed and still leave one that does not start. */
function* installations(machine: Machine): Generator<() => boolean> {
	const playwright = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');
	yield () => {
		machine.say('No Chromium was found. Asking Playwright to download one.');
		return machine.run(process.execPath, [playwright, 'install', 'chromium']);
	};
	if (!machine.mayUseApt) return;
	yield () => {
		machine.say('Installing the Debian package "chromium".');
		return (
			machine.run('apt-get', ['update', '-q']) &&
			machine.run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'])
		);
	};
}

/**
 * A Chromium that starts, installed now if there is none. Tests without a browser are never skipped.
 *
 * @throws Error with the sentence of what to install, or what is wrong with `CHROMIUM_PATH`
 */
export function ensureChromium(machine: Machine = thisMachine()): string {
	const chosen = machine.environment['CHROMIUM_PATH'];
	if (chosen !== undefined) {
		if (executable(chosen) && machine.starts(chosen)) return chosen;
		throw new Error(`CHROMIUM_PATH says "${chosen}", and that is no program that starts. Correct it or remove it.`);
	}
	const present = candidates(machine).find(machine.starts);
	if (present !== undefined) return present;
	for (const install of installations(machine)) {
		const installed = install() ? candidates(machine).find(machine.starts) : undefined;
		if (installed !== undefined) return installed;
	}
	throw new Error(whatToInstall);
}
