import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectFolder, runQuietly } from './run.mjs';
import { say } from './say.mjs';

const lockfile = join(projectFolder, 'package-lock.json');
const installed = join(projectFolder, 'node_modules', '.package-lock.json');
const stamp = join(projectFolder, 'node_modules', '.matchboard-installed');

/** The machine that packages were chosen for: a folder copied from another one is installed anew. */
const machine = `${process.platform} ${process.arch}`;

function wantedStamp() {
	return `${createHash('sha256').update(readFileSync(lockfile)).digest('hex')} ${machine}\n`;
}

/**
 * Whether npm has already put exactly the lockfile's packages there, as after `npm install` of one more package.
 * Only optional packages, those for other machines, may be absent.
 */
function alreadyComplete() {
	if (!existsSync(installed)) return false;
	const locked = JSON.parse(readFileSync(lockfile, 'utf8')).packages;
	const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
	const sameOrOptional = Object.keys(locked)
		.filter((path) => path !== '')
		.every((path) => (present[path] ? present[path].version === locked[path].version : locked[path].optional));
	return sameOrOptional && Object.keys(present).every((path) => locked[path]);
}

/** npm as it was called, run by the Node that runs it; without it, the npm on the path. */
function npm() {
	const cli = process.env.npm_execpath;
	if (!cli || !basename(cli).startsWith('npm-cli')) return { program: 'npm', words: [] };
	return { program: process.env.npm_node_execpath ?? process.execPath, words: [cli] };
}

/**
 * Installs the packages unless the lockfile is the one that was installed last. The stamp is written after
 * success, inside the folder that a new installation empties first, so half an installation never counts.
 *
 * @throws {import('./say.mjs').Stopped} when npm fails
 */
export async function installIfNeeded() {
	const now = wantedStamp();
	const last = existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
	if (last === now) return;
	if ((last === undefined || last.endsWith(`${machine}\n`)) && alreadyComplete()) {
		writeFileSync(stamp, now);
		return;
	}
	say('Installing the packages. This happens once and takes about a minute.');
	const { program, words } = npm();
	await runQuietly({
		program,
		// The build needs the development packages also where NODE_ENV says production.
		words: [...words, 'ci', '--include=dev', '--no-audit', '--no-fund'],
		what: 'installing',
		onFailure:
			'The packages could not be installed; what npm said stands above. Check the network connection, then repeat the command.'
	});
	mkdirSync(join(projectFolder, 'node_modules'), { recursive: true });
	writeFileSync(stamp, now);
	say('The packages are installed.');
}
