import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './project-folder.ts';

const generated = /^src\/lib\/messages\/(compiled|project\.inlang)\//;
const paths = ['src', 'server', 'tests'].flatMap((folder) =>
	readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(root.length + 1)
				.replaceAll('\\', '/')
		)
		.filter((path) => !generated.test(path) && !path.includes('/node_modules/'))
);
const code = paths.filter((path) => /\.(ts|js|mjs|svelte|css)$/.test(path));

/** Names that say nothing about what is inside. */
const empty = [
	'utils',
	'util',
	'helpers',
	'helper',
	'common',
	'types',
	'type',
	'manager',
	'service',
	'services',
	'index',
	'misc'
];
/** Kit wants it called so. */
// A card index is what it is called in a library, not a file of re-exports.
const givenNames = ['src/service-worker.ts', 'src/lib/board/card-index.ts'];

test("a component is named in PascalCase, every other file in kebab-case, and kit's own files as kit wants them", () => {
	const kits = /^\+(page|layout|error)(\.ts|\.svelte)$/;
	const component = /^[A-Z][A-Za-z0-9]*\.svelte$/;
	const other = /^[a-z0-9]+(-[a-z0-9]+)*(\.(svelte|test|d))?\.(ts|js|mjs|css)$/;
	const wrong = code.filter((path) => {
		const name = basename(path);
		return !kits.test(name) && !(path.endsWith('.svelte') ? component : other).test(name);
	});
	expect(wrong).toEqual([]);
});

test('no folder and no file is named by a word that says nothing', () => {
	const wrong = code.filter((path) =>
		path
			.toLowerCase()
			.split('/')
			.flatMap((part) => part.replace(/\..*$/, '').split('-'))
			.some((word) => empty.includes(word))
	);
	expect(wrong.filter((path) => !givenNames.includes(path))).toEqual([]);
});

test('Express is the only back end: kit has no server files', () => {
	const server = /(^|\/)(\+(page|layout)\.server\.[jt]s|\+server\.[jt]s|hooks\.server\.[jt]s)$/;
	expect(paths.filter((path) => server.test(path))).toEqual([]);
});
