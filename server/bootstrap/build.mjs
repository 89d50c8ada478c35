import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, runQuietly } from './run.mjs';
import { say } from './say.mjs';

const sources = [
	...['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'],
	...['ask-early.js', 'first-view-chunks.ts', 'message-areas.ts']
];
/** Written by the build itself. */
const generated = ['src/lib/messages/compiled', 'src/lib/messages/project.inlang/'];
/** Hidden, so that the server does not serve it. */
const stamp = join(projectFolder, 'build', '.built-from');

/** @returns {string[]} every file that the build reads, by path from the project's folder, sorted */
function sourceFiles() {
	const files = sources.flatMap((name) => {
		const path = join(projectFolder, name);
		if (!existsSync(path)) return [];
		if (name.includes('.')) return [name];
		return readdirSync(path, { recursive: true, encoding: 'utf8' })
			.filter((file) => statSync(join(path, file)).isFile())
			.map((file) => join(name, file));
	});
	return files
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => file.endsWith('/settings.json') || !generated.some((folder) => file.startsWith(folder)))
		.sort();
}

/** @returns {string} one hash over the names and the contents of all sources */
function sourcesHash() {
	const hash = createHash('sha256');
	for (const file of sourceFiles()) {
		const content = readFileSync(join(projectFolder, file));
		hash.update(`${file}\n${content.length}\n`).update(content);
	}
	return hash.digest('hex');
}

/**
 * Builds the pages unless `build/` was made from exactly these sources.
 *
 * @param {string} node path of the Node to build with
 * @returns {Promise<boolean>} whether it had to build
 * @throws {import('./say.mjs').Stopped} when the build fails
 */
export async function buildIfChanged(node) {
	const now = sourcesHash();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false;
	say('Building the pages. This happens after each change of the sources.');
	await runQuietly({
		program: node,
		words: [join('node_modules', 'vite', 'bin', 'vite.js'), 'build'],
		what: 'building',
		onFailure: 'The pages could not be built; what the build said stands above.'
	});
	writeFileSync(stamp, now);
	say('The pages are built.');
	return true;
}
