import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import typescript from 'typescript-eslint';
import { root } from './project-folder.ts';

// Files that are not there have no types; the rules that need some are tried on a file that is (last test).
const withoutTypes = new ESLint({ cwd: root, overrideConfig: [typescript.configs.disableTypeChecked] });

/** The rules that a text breaks when it stands at this path. */
async function broken(path: string, text: string, eslint = withoutTypes): Promise<readonly string[]> {
	const [result] = await eslint.lintText(text, { filePath: path });
	return [...new Set(result?.messages.map((message) => message.ruleId ?? message.message))];
}

const component = (script: string) => `<script lang="ts">\n\t${script}\n</script>\n<p>Text</p>\n`;
const pure = ['domain', 'matching', 'protocol', 'sync', 'vocabulary'].map((name) => `src/lib/${name}/file.ts`);

const reachingOut: readonly (readonly [what: string, code: string, rule: string])[] = [
	['the clock', 'export const it = Date.now();', 'no-restricted-syntax'],
	['the clock', 'export const it = new Date();', 'no-restricted-syntax'],
	['the clock', 'export const it = Date();', 'no-restricted-syntax'],
	['the clock', 'export const it = performance.now();', 'no-restricted-globals'],
	['chance', 'export const it = Math.random();', 'no-restricted-syntax'],
	['chance', 'export const it = crypto.randomUUID();', 'no-restricted-globals'],
	['the network', "export const it = fetch('/');", 'no-restricted-globals'],
	['the network', "export const it = new WebSocket('/');", 'no-restricted-globals'],
	['a timer', 'setTimeout(() => 1, 1);', 'no-restricted-globals'],
	['a timer', 'queueMicrotask(() => 1);', 'no-restricted-globals'],
	['the console', "console.log('here');", 'no-restricted-globals'],
	['the page', "export const it = document.querySelector('p');", 'no-restricted-globals'],
	['the page', 'export const it = localStorage.length;', 'no-restricted-globals'],
	['the process', 'export const it = process.env;', 'no-restricted-globals'],
	['everything at once', 'export const it = globalThis;', 'no-restricted-globals']
];

describe('a pure folder', () => {
	test.each(reachingOut)('does not reach for %s: %s', async (_what, code, rule) => {
		for (const path of pure) expect(await broken(path, code), path).toContain(rule);
	});

	test('may compute with a time that it was given, and with what answers the same every time', async () => {
		const code = `export const it = (now: number) => [new Date(now).toISOString(), new URL('https://forum.test'), Math.max(now, 1)];\n`;
		for (const path of pure) expect(await broken(path, code), path).toEqual([]);
	});

	test('is the only one that may not know the time', async () => {
		expect(await broken('server/app.ts', 'export const it = Date.now();\n')).toEqual([]);
	});
});

describe('a command', () => {
	const path = 'src/lib/domain/commands/merge-cards.ts';

	test.each([
		"export function decide() { throw new Error('no'); }",
		'export async function decide() { return 1; }',
		'export const decide = async () => 1;',
		'export const it = await import("../decide.ts");',
		'export const it = Date.now();'
	])('neither throws nor waits, nor knows the time by itself: %s', async (code) => {
		expect(await broken(path, code)).toContain('no-restricted-syntax');
	});

	test('does not reach out of its folder', async () => {
		expect(await broken(path, 'console.log(1);')).toContain('no-restricted-globals');
	});
});

describe('a component', () => {
	const path = 'src/lib/board/Card.svelte';

	test.each([
		"import { io } from 'socket.io-client';",
		"import * as Y from 'yjs';",
		"import { WebsocketProvider } from 'y-websocket';",
		"import type { Frame } from '#lib/protocol/frame.ts';",
		"import { version } from '../protocol/version.ts';",
		"import { map } from 'lib0/map';"
	])('carries no bytes: %s', async (code) => {
		expect(await broken(path, component(code))).toContain('no-restricted-imports');
	});

	test.each(["const late = import('yjs');", "const late = import('#lib/protocol/frame.ts');"])(
		'does not load later what it may not import: %s',
		async (code) => {
			expect(await broken(path, component(code))).toContain('no-restricted-syntax');
		}
	);

	test('may know what a route answers', async () => {
		expect(
			await broken(
				path,
				component("import type { JoinPage } from '#lib/protocol/rest.ts';\n\texport type It = JoinPage;")
			)
		).toEqual([]);
	});

	test('prints nothing, and puts no markup from texts into the page', async () => {
		expect(await broken(path, component('console.log(1);'))).toContain('no-console');
		expect(
			await broken(path, `<script lang="ts">\n\tlet { text }: { text: string } = $props();\n</script>\n{@html text}\n`)
		).toEqual(['svelte/no-at-html-tags']);
	});
});

describe('what browsers run', () => {
	const lacking = [
		'[1].at(-1)',
		'[1].findLast(Boolean)',
		'[2, 1].toSorted()',
		'"text"?.at(0)',
		'Object.hasOwn({}, "x")',
		'Object.groupBy([1], String)',
		'Promise.withResolvers()',
		'AbortSignal.timeout(1)',
		'structuredClone({})',
		'new Intl.Segmenter("fr")',
		'/(?<=a)b/.test("ab")',
		'/[a--b]/v.test("a")'
	];

	test.each(lacking)('asks for nothing that a browser of 2021 lacks: %s', async (code) => {
		const line = `export const it = ${code};`;
		for (const path of [
			'src/lib/ui/dates.ts',
			'src/routes/+page.ts',
			'src/lib/domain/commands/merge-cards.ts',
			...pure
		])
			expect(await broken(path, line), path).toContain('no-restricted-syntax');
		expect(await broken('src/lib/board/Card.svelte', component(`let it = ${code};`))).toContain('no-restricted-syntax');
		expect(await broken('server/app.ts', line)).not.toContain('no-restricted-syntax');
	});

	test('asks for nothing of it in what it draws either', async () => {
		expect(await broken('src/lib/board/Card.svelte', '<p>{[1].at(-1)}</p>\n')).toEqual(['no-restricted-syntax']);
	});

	test('may ask for what those browsers have', async () => {
		const code =
			'export const it = ["a b".replaceAll(" ", ""), [1].flat().slice(-1)[0], /(?<name>a)/.exec("a")?.groups];\n';
		expect(await broken('src/lib/ui/dates.ts', code)).toEqual([]);
	});
});

describe('a test', () => {
	const path = 'tests/server/room.test.ts';

	test.each([
		"test.only('it', () => {});",
		"test.skip('it', () => {});",
		"test.todo('it');",
		"describe.skip('it', () => {});",
		"test.describe.only('it', () => {});",
		"test.describe.serial.only('it', () => {});",
		"test.only.each([1])('it', () => {});",
		"test.skipIf(true)('it', () => {});",
		"test('it', { skip: true }, () => {});",
		'test.fixme();'
	])('always runs: %s', async (code) => {
		expect(
			await broken(
				path,
				`import { describe, test } from 'vitest';\ntest('a', () => {});\ndescribe('b', () => {});\n${code}`
			)
		).toContain('no-restricted-syntax');
	});

	test.each([
		'await new Promise((resolve) => setTimeout(resolve, 100));',
		'export const pause = () => new Promise<void>((resolve) => setTimeout(() => resolve(), 100));',
		'export const pause = (page: { waitForTimeout(ms: number): void }) => page.waitForTimeout(100);',
		'export const pause = (array: Int32Array) => Atomics.wait(array, 0, 0, 100);'
	])('does not sleep: %s', async (code) => {
		expect(await broken(path, code)).toContain('no-restricted-syntax');
	});

	test('does not sleep through a promise of Node', async () => {
		expect(await broken(path, "import { setTimeout } from 'node:timers/promises';")).toContain('no-restricted-imports');
	});

	test('may be helped by a proxy that delays, but not by one that sleeps', async () => {
		const proxy = 'tests/support/proxy.ts';
		expect(await broken(proxy, 'export const late = (send: () => void) => setTimeout(send, 150);\n')).toEqual([]);
		expect(await broken(proxy, 'await new Promise((resolve) => setTimeout(resolve, 150));')).toContain(
			'no-restricted-syntax'
		);
	});
});

describe('every file', () => {
	test.each([
		['uses no any', 'export const it = (one: any) => one;', '@typescript-eslint/no-explicit-any'],
		['is no barrel', "export * from './other.ts';", 'no-restricted-syntax'],
		['swallows no fault', 'try {\n\tglobalThis.close();\n} catch {}', 'no-empty'],
		['says #lib', "import '$lib/domain/board.ts';", 'no-restricted-imports'],
		['has at most 300 lines', 'export {};\n'.repeat(301), 'max-lines']
	])('%s', async (_what, code, rule) => {
		for (const path of ['server/http/file.ts', 'src/lib/board/file.ts', 'tests/server/file.ts']) {
			expect(await broken(path, code), path).toContain(rule);
		}
	});

	test('has functions of at most 40 lines', async () => {
		const code = `export function it(numbers: number[]) {\n${'\tnumbers.push(1);\n'.repeat(40)}}\n`;
		expect(await broken('server/http/file.ts', code)).toContain('max-lines-per-function');
	});

	test('waits for its promises', async () => {
		const typed = new ESLint({ cwd: root });
		const code = 'async function later() {}\nlater();\nexport const it = [later()].map(async (one) => one);\n';
		expect(await broken('src/lib/messages/messages.ts', code, typed)).toContain(
			'@typescript-eslint/no-floating-promises'
		);
	});
});
