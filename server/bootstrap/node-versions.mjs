import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Stopped } from './say.mjs';
import { projectFolder } from './run.mjs';

const lowestToStart = 20;
const lowestToWork = 24;

/** @param {string} version as `process.version` gives it, `v20.20.2` */
function major(version) {
	return Number(version.replace(/^v/, '').split('.')[0]);
}

/**
 * @param {string} version of the Node that reads this file
 * @throws {Stopped} below Node 20, whose npm cannot install the packages
 */
export function requireNodeToStart(version) {
	if (major(version) >= lowestToStart) return;
	throw new Stopped(
		`This is Node ${version}, and Node ${lowestToStart} or newer is needed to begin. Install it from https://nodejs.org and repeat the command.`
	);
}

/**
 * The Node that does the work: the one among the installed packages, so that everybody runs the same; else the
 * running one, when it is new enough.
 *
 * @returns {string} path of the program
 * @throws {Stopped} when neither is Node 24 or newer
 */
export function nodeToWorkWith() {
	const packaged = join(
		projectFolder,
		'node_modules',
		'node',
		'bin',
		process.platform === 'win32' ? 'node.exe' : 'node'
	);
	if (existsSync(packaged)) {
		const answer = spawnSync(packaged, ['--version'], { encoding: 'utf8' });
		if (answer.status === 0 && major(answer.stdout.trim()) >= lowestToWork) return packaged;
	}
	if (major(process.version) >= lowestToWork) return process.execPath;
	throw new Stopped(
		`This is Node ${process.version}, the work needs Node ${lowestToWork}, and the package "node" did not bring it along. ` +
			'That happens when npm is told to ignore install scripts. ' +
			'Run "npm rebuild node --ignore-scripts=false", or install Node 24 from https://nodejs.org, and repeat the command.'
	);
}
