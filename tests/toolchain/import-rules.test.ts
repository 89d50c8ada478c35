import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import config from '../../.dependency-cruiser.js';
import { projectFolder, root } from './project-folder.ts';

type Violation = { readonly rule: string; readonly from: string; readonly to: string };

const packages = ['valibot', 'yjs', 'socket.io-client', 'idb', 'svelte', '@tiptap/core', 'express', 'ws'];

/** What every small project has: our way of naming shared code, and packages that can be found. */
const surroundings: Record<string, string> = {
	'package.json': JSON.stringify({ type: 'module', imports: { '#lib/*': './src/lib/*' } }),
	'tsconfig.json': JSON.stringify({
		compilerOptions: { verbatimModuleSyntax: true, allowImportingTsExtensions: true }
	}),
	...Object.fromEntries(
		packages.flatMap((name) => [
			[
				`node_modules/${name}/package.json`,
				JSON.stringify({ name, version: '1.0.0', type: 'module', exports: { '.': './index.js', './*': './index.js' } })
			],
			[`node_modules/${name}/index.js`, 'export const it = 1;']
		])
	)
};

const leaf = 'export const it = 1;\n';
const imports = (...specifiers: string[]) => specifiers.map((one) => `import '${one}';\n`).join('');
const component = (...specifiers: string[]) => `<script lang="ts">\n${imports(...specifiers)}</script>\n<p>Text</p>\n`;

/** Judges a small project by this project's rules, with the command that `npm run imports` runs. */
function violations(files: Record<string, string>): readonly Violation[] {
	const cwd = projectFolder({ 'server/a.ts': leaf, 'src/a.ts': leaf, 'tests/a.ts': leaf, ...surroundings, ...files });
	const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
	const words = ['src', 'server', 'tests', '--config', join(root, '.dependency-cruiser.js'), '--output-type', 'json'];
	const answer = spawnSync(process.execPath, [program, ...words], { cwd, encoding: 'utf8' });
	expect(answer.stderr).toBe('');
	const found = JSON.parse(answer.stdout).summary.violations as { from: string; to: string; rule: { name: string } }[];
	return found.map((one) => ({ rule: one.rule.name, from: one.from, to: one.to }));
}

/** Files that must not stand together: for each rule, an import that it forbids. */
const offending: Record<string, string> = {
	'src/lib/domain/board.ts': imports('#lib/vocabulary/codes.ts', 'node:crypto'),
	'src/lib/domain/typed.ts': `import type { it } from '#lib/protocol/frame.ts';\nexport type It = typeof it;\n`,
	'src/lib/domain/commands/merge-cards.ts': imports('./post-challenge.ts'),
	'src/lib/domain/commands/post-challenge.ts': leaf,
	'src/lib/vocabulary/codes.ts': leaf,
	'src/lib/vocabulary/labels.ts': imports('valibot'),
	'src/lib/matching/suggest.ts': imports('#lib/protocol/frame.ts'),
	'src/lib/protocol/frame.ts': leaf,
	'src/lib/protocol/events.ts': imports('#lib/sync/replica.ts'),
	'src/lib/sync/replica.ts': leaf,
	'src/lib/sync/link.ts': imports('socket.io-client'),
	'src/lib/board/lanes.ts': imports('#lib/proposal/editor.ts', 'socket.io-client'),
	'src/lib/proposal/editor.ts': leaf,
	'src/lib/proposal/seats.ts': imports('#lib/board/cards.ts'),
	'src/lib/board/cards.ts': imports('@tiptap/core'),
	'src/lib/entry/JoinPage.svelte': component('#lib/protocol/frame.ts'),
	'src/lib/facilitate/room.ts': imports('#lib/sync/replica.ts'),
	'src/lib/screen/scene.ts': imports('#lib/sync/replica.ts'),
	'src/lib/organise/roster.ts': imports('#lib/sync/replica.ts'),
	'src/lib/ui/Button.svelte': component('#lib/domain/roles.ts'),
	'src/lib/domain/roles.ts': leaf,
	'src/lib/messages/messages.ts': imports('#lib/ui/place.ts'),
	'src/lib/ui/place.ts': leaf,
	'src/lib/rest/client.ts': imports('#lib/domain/roles.ts'),
	'src/routes/Page.svelte': component('#lib/sync/replica.ts', '../../server/app.ts'),
	'src/routes/page.ts': imports('../../tests/support/room.ts'),
	'server/app.ts': imports('#lib/sync/replica.ts', './store/sqlite-store.ts', 'node:sqlite'),
	'server/bootstrap.mjs': imports('express'),
	'server/board/room.ts': imports('../proposals/room.ts', '../http/sessions.ts', '../store/sqlite-store.ts'),
	'server/proposals/room.ts': leaf,
	'server/http/sessions.ts': imports('./limits.ts'),
	'server/http/limits.ts': imports('./sessions.ts', './nowhere.ts'),
	'server/store/sqlite-store.ts': leaf,
	'tests/support/room.ts': leaf
};

const expected: readonly Violation[] = [
	['domain-imports-only-its-row', 'src/lib/domain/board.ts', 'src/lib/vocabulary/codes.ts'],
	['domain-imports-only-its-row', 'src/lib/domain/board.ts', 'crypto'],
	['domain-imports-only-its-row', 'src/lib/domain/typed.ts', 'src/lib/protocol/frame.ts'],
	[
		'a-command-does-not-import-another',
		'src/lib/domain/commands/merge-cards.ts',
		'src/lib/domain/commands/post-challenge.ts'
	],
	['vocabulary-imports-only-its-row', 'src/lib/vocabulary/labels.ts', 'node_modules/valibot/index.js'],
	['matching-imports-only-its-row', 'src/lib/matching/suggest.ts', 'src/lib/protocol/frame.ts'],
	['protocol-imports-only-its-row', 'src/lib/protocol/events.ts', 'src/lib/sync/replica.ts'],
	['sync-imports-only-its-row', 'src/lib/sync/link.ts', 'node_modules/socket.io-client/index.js'],
	['wire-packages-stay-in-their-adapters', 'src/lib/sync/link.ts', 'node_modules/socket.io-client/index.js'],
	['board-imports-only-its-row', 'src/lib/board/lanes.ts', 'src/lib/proposal/editor.ts'],
	['wire-packages-stay-in-their-adapters', 'src/lib/board/lanes.ts', 'node_modules/socket.io-client/index.js'],
	['proposal-imports-only-its-row', 'src/lib/proposal/seats.ts', 'src/lib/board/cards.ts'],
	['tiptap-is-loaded-with-a-proposal', 'src/lib/board/cards.ts', 'node_modules/@tiptap/core/index.js'],
	['entry-imports-only-its-row', 'src/lib/entry/JoinPage.svelte', 'src/lib/protocol/frame.ts'],
	['facilitate-imports-only-its-row', 'src/lib/facilitate/room.ts', 'src/lib/sync/replica.ts'],
	['screen-imports-only-its-row', 'src/lib/screen/scene.ts', 'src/lib/sync/replica.ts'],
	['organise-imports-only-its-row', 'src/lib/organise/roster.ts', 'src/lib/sync/replica.ts'],
	['ui-imports-only-its-row', 'src/lib/ui/Button.svelte', 'src/lib/domain/roles.ts'],
	['messages-imports-only-its-row', 'src/lib/messages/messages.ts', 'src/lib/ui/place.ts'],
	['every-folder-of-lib-has-its-row', 'src/lib/rest/client.ts', 'src/lib/domain/roles.ts'],
	['routes-imports-only-its-row', 'src/routes/Page.svelte', 'src/lib/sync/replica.ts'],
	['routes-imports-only-its-row', 'src/routes/Page.svelte', 'server/app.ts'],
	['src-does-not-import-server', 'src/routes/Page.svelte', 'server/app.ts'],
	['nothing-imports-tests', 'src/routes/page.ts', 'tests/support/room.ts'],
	['server-imports-only-what-is-pure', 'server/app.ts', 'src/lib/sync/replica.ts'],
	['store-adapters-are-named-in-main-only', 'server/app.ts', 'server/store/sqlite-store.ts'],
	['node-sqlite-is-the-adapters', 'server/app.ts', 'node:sqlite'],
	['bootstrap-imports-only-node', 'server/bootstrap.mjs', 'node_modules/express/index.js'],
	['server-board-and-proposals-do-not-know-each-other', 'server/board/room.ts', 'server/proposals/room.ts'],
	['server-board-and-proposals-import-only-their-row', 'server/board/room.ts', 'server/http/sessions.ts'],
	['server-board-and-proposals-import-only-their-row', 'server/board/room.ts', 'server/store/sqlite-store.ts'],
	['store-adapters-are-named-in-main-only', 'server/board/room.ts', 'server/store/sqlite-store.ts'],
	['no-cycle', 'server/http/limits.ts', 'server/http/sessions.ts'],
	['every-import-leads-somewhere', 'server/http/limits.ts', './nowhere.ts']
].map(([rule, from, to]) => ({ rule: rule ?? '', from: from ?? '', to: to ?? '' }));

const inOrder = (all: readonly Violation[]) => all.map((one) => `${one.rule}: ${one.from} -> ${one.to}`).sort();

test('every forbidden import is found, by the rule that names it, and nothing else is', () => {
	expect(inOrder(violations(offending))).toEqual(inOrder(expected));
});

test('every rule has an import that makes it fire', () => {
	const fired = new Set(expected.map((one) => one.rule));
	expect(config.forbidden?.map((rule) => rule.name).filter((name) => !fired.has(name ?? ''))).toEqual([]);
});

test('what the table allows passes', () => {
	const allowed = {
		'src/lib/domain/board.ts': imports('valibot', './ids.ts'),
		'src/lib/domain/ids.ts': leaf,
		'src/lib/vocabulary/codes.ts': leaf,
		'src/lib/matching/suggest.ts': imports('#lib/domain/board.ts', '#lib/vocabulary/codes.ts', 'valibot'),
		'src/lib/protocol/rest.ts': leaf,
		'src/lib/protocol/frame.ts': imports('#lib/domain/board.ts'),
		'src/lib/sync/replica.ts': imports('#lib/protocol/frame.ts', '#lib/domain/board.ts'),
		'src/lib/messages/messages.ts': leaf,
		'src/lib/ui/Button.svelte': component('svelte', '#lib/messages/messages.ts'),
		'src/lib/board/open-socket.ts': imports('socket.io-client', '#lib/sync/replica.ts'),
		'src/lib/board/indexed-db-outbox.ts': imports('idb'),
		'src/lib/board/Card.svelte': component('#lib/ui/Button.svelte', '#lib/vocabulary/codes.ts', '#lib/domain/board.ts'),
		'src/lib/proposal/document.ts': imports('yjs', '@tiptap/core'),
		'src/lib/entry/JoinPage.svelte': component('#lib/board/Card.svelte', '#lib/protocol/rest.ts'),
		'src/routes/Page.svelte': component('#lib/entry/JoinPage.svelte', '#lib/matching/suggest.ts', '$app/navigation'),
		'server/main.ts': imports('./app.ts', './store/sqlite-store.ts'),
		'server/app.ts': imports('./board/room.ts', './proposals/room.ts', './http/sessions.ts', 'express'),
		'server/board/ports.ts': leaf,
		'server/board/room.ts': imports('../store/store.ts', './ports.ts', '#lib/domain/board.ts'),
		'server/proposals/room.ts': imports('../board/ports.ts', '#lib/protocol/frame.ts', 'yjs', 'ws'),
		'server/http/sessions.ts': imports('node:crypto', '../store/store.ts'),
		'server/store/store.ts': leaf,
		'server/store/sqlite-store.ts': imports('node:sqlite', './store.ts'),
		'tests/server/room.test.ts': imports('../../server/store/sqlite-store.ts', '#lib/sync/replica.ts')
	};
	expect(violations(allowed)).toEqual([]);
});

test('a component that is only drawn, never named in the script, is an import too', () => {
	const lane = `<script lang="ts">\n\timport Row from '#lib/proposal/Row.svelte';\n</script>\n<Row />\n`;
	const found = violations({ 'src/lib/proposal/Row.svelte': component(), 'src/lib/board/Lane.svelte': lane });
	expect(found).toEqual([
		{ rule: 'board-imports-only-its-row', from: 'src/lib/board/Lane.svelte', to: 'src/lib/proposal/Row.svelte' }
	]);
});
