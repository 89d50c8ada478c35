// The rules that only a look at the code itself can check; who may import whom is in .dependency-cruiser.js.
// Each rule of our own is seen to fire in tests/toolchain/code-rules.test.ts.
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const pureFolders = ['domain', 'matching', 'protocol', 'sync', 'vocabulary'].map((name) => `src/lib/${name}/**/*.ts`);
const commands = 'src/lib/domain/commands/**/*.ts';
const components = '**/*.svelte';
const plainJavaScript = ['**/*.js', '**/*.mjs'];

/** Globals of browser and Node that compute and do nothing else: the same answer everywhere, every time. */
const harmless = new Set([
	'AbortController',
	'AbortSignal',
	'structuredClone',
	'TextDecoder',
	'TextEncoder',
	'URL',
	'URLSearchParams'
]);
const reachingOut = [...Object.keys({ ...globals.browser, ...globals.node }), 'globalThis']
	.filter((name) => !harmless.has(name))
	.map((name) => ({
		name,
		message: 'This folder is pure: no clock, network, timer, console or page. Let the caller pass in what is needed.'
	}));

/** @typedef {{ selector: string, message: string }} Pattern */

/** @type {Pattern[]} */
const everywhere = [
	{ selector: 'ExportAllDeclaration', message: 'No barrels: import each name from the file that declares it.' }
];

const in2021 =
	'A browser of 2021 (vite.config.ts says which) has not got this, and nothing adds it: `list.slice(-1)[0]`, `.filter(…).pop()`, `[...list].sort()`.';
/** Methods by their names alone: whoever calls one of ours so chooses another name. */
const laterMethods =
	'at|findLast|findLastIndex|toSorted|toReversed|toSpliced|isWellFormed|toWellFormed|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom';
/** `object.method` of what every browser has today. */
const laterStatics = {
	Object: 'hasOwn|groupBy',
	Map: 'groupBy',
	Array: 'fromAsync',
	Promise: 'withResolvers|try',
	AbortSignal: 'timeout|any',
	URL: 'canParse|parse',
	Intl: 'Segmenter|DurationFormat',
	crypto: 'randomUUID'
};
/** @type {Pattern[]} */
const olderBrowsers = [
	{ selector: `CallExpression[callee.property.name=/^(${laterMethods})$/]`, message: in2021 },
	...Object.entries(laterStatics).map(([object, names]) => ({
		selector: `MemberExpression[object.name='${object}'][property.name=/^(${names})$/]`,
		message: in2021
	})),
	{ selector: 'CallExpression[callee.name=/^(structuredClone|requestIdleCallback)$/]', message: in2021 },
	{ selector: 'Literal[regex.flags=/v/]', message: in2021 },
	{ selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]', message: in2021 }
];

const clock = 'The time comes from outside: in domain as `context.now`, elsewhere as a clock that is passed in.';
/** @type {Pattern[]} */
const sameAnswerAlways = [
	{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
	{ selector: "CallExpression[callee.name='Date']", message: clock },
	{ selector: "MemberExpression[object.name='Date'][property.name='now']", message: clock },
	{ selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: clock },
	{
		selector: "MemberExpression[object.name='Math'][property.name='random']",
		message: 'Chance comes from outside: ids are chosen by whoever speaks and travel in the command.'
	}
];

/** @type {Pattern[]} */
const decidesAtOnce = [
	{ selector: 'ThrowStatement', message: 'A no that we foresaw is a value: `return reject(code, sentence)`.' },
	{
		selector: ':function[async=true]',
		message: 'A command decides at once; what it needs to know comes in the context.'
	},
	{ selector: 'AwaitExpression', message: 'A command decides at once; what it needs to know comes in the context.' },
	{
		selector: 'ForOfStatement[await=true]',
		message: 'A command decides at once; what it needs to know comes in the context.'
	}
];

const wireInComponent =
	'A component draws and asks; it carries no bytes. Use the board session or the proposal document from the context.';
const wirePackages = ['socket.io-client', 'yjs', 'y-websocket', 'y-indexeddb', 'y-protocols', 'lib0', 'idb'];
/** Of protocol, what a component may know: what a REST route answers, and how people write codes and days. */
const plainShapes = '(rest(-problems|-roster|-centres)?|join-codes|forum-days)\\.ts$';
/** @type {Pattern[]} */
const noLazyWire = [
	{
		selector: `ImportExpression[source.value=/^(${wirePackages.join('|')})(\\u002F|$)|\\u002Fprotocol\\u002F/]`,
		message: wireInComponent
	}
];

const everyTime = 'Every test runs, every time: no only, no skip, no todo.';
const left = '/^(only|skip|skipIf|runIf|todo|fixme|fails)$/';
const testName = '/^(test|it|describe|suite|bench)$/';
/** @type {Pattern[]} */
const everyTestRuns = [
	{ selector: `MemberExpression[object.name=${testName}][property.name=${left}]`, message: everyTime },
	{
		selector: `MemberExpression[object.object.name=${testName}][property.name=${left}]`,
		message: everyTime
	},
	{
		selector: `MemberExpression[object.object.object.name=${testName}][property.name=${left}]`,
		message: everyTime
	},
	{
		selector: `CallExpression[callee.name=${testName}] > ObjectExpression > Property[key.name=${left}]`,
		message: everyTime
	}
];

const wait = 'A test waits for what it expects (expect.poll, vi.waitFor, an event), never for a time.';
/** @type {Pattern[]} */
const noPause = [
	{ selector: "CallExpression[callee.property.name='waitForTimeout']", message: wait },
	{
		selector:
			"NewExpression[callee.name='Promise'] CallExpression[callee.name='setTimeout'][arguments.0.type='Identifier']",
		message: wait
	},
	{ selector: "MemberExpression[object.name='Atomics'][property.name='wait']", message: wait }
];
/** @type {Pattern[]} */
const noTimer = [
	{ selector: 'CallExpression[callee.name=/^(setTimeout|setInterval)$/]', message: wait },
	{ selector: 'CallExpression[callee.property.name=/^(setTimeout|setInterval)$/]', message: wait }
];

const noAlias = {
	regex: '^\\$lib(/|$)',
	message: 'Write "#lib/….ts": Node, Vite, TypeScript and the import rules all understand it.'
};

/**
 * @param {Pattern[]} patterns
 * @returns {['error', ...Pattern[]]}
 */
const forbid = (...patterns) => ['error', ...everywhere, ...patterns];

export default defineConfig(
	globalIgnores([
		'build/',
		'.svelte-kit/',
		'data/',
		'test-results/',
		'src/lib/messages/compiled/',
		'tests/bench/peers/'
	]),
	js.configs.recommended,
	typescript.configs.recommendedTypeChecked,
	svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] }
		},
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
			'no-restricted-syntax': forbid(),
			'no-restricted-imports': ['error', { patterns: [noAlias] }],
			// Texts are cleaned of control characters.
			'no-control-regex': 'off',
			// TypeScript finds undefined names itself, and knows the types of the page.
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
			// A port answers with a promise also where this adapter has nothing to wait for.
			'@typescript-eslint/require-await': 'off'
		}
	},
	{
		files: ['**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: typescript.parser, svelteConfig } },
		// An address that is built and read within one function is no state; the rule cannot tell it from one.
		rules: { 'svelte/prefer-svelte-reactivity': 'off' }
	},
	{
		// Without types: they would take three times as long, and know nothing of what another component exports.
		files: [components],
		extends: [typescript.configs.disableTypeChecked],
		languageOptions: { parserOptions: { parser: typescript.parser, svelteConfig } },
		rules: {
			// One forum is one installation at the root of its own origin: there is no base path to resolve.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{ files: plainJavaScript, extends: [typescript.configs.disableTypeChecked] },
	{ files: ['*.config.ts'], extends: [typescript.configs.disableTypeChecked] },
	{
		files: ['src/**/*.ts', 'src/**/*.svelte', 'server/**/*.ts'],
		rules: { 'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }] }
	},
	{ files: ['src/**'], rules: { 'no-console': 'error', 'no-restricted-syntax': forbid(...olderBrowsers) } },
	{
		files: pureFolders,
		rules: {
			'no-restricted-globals': ['error', ...reachingOut],
			'no-restricted-syntax': forbid(...olderBrowsers, ...sameAnswerAlways),
			'no-console': 'error'
		}
	},
	{
		files: [commands],
		rules: { 'no-restricted-syntax': forbid(...olderBrowsers, ...sameAnswerAlways, ...decidesAtOnce) }
	},
	{
		files: [components],
		rules: {
			'no-restricted-syntax': forbid(...olderBrowsers, ...noLazyWire),
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						noAlias,
						{ regex: `^(${wirePackages.join('|')})(/|$)`, message: wireInComponent },
						{ regex: `(^|/)protocol/(?!${plainShapes})`, message: wireInComponent }
					]
				}
			]
		}
	},
	{
		files: ['tests/**/*.ts'],
		rules: {
			'no-restricted-syntax': forbid(...everyTestRuns, ...noPause, ...noTimer),
			'no-restricted-imports': [
				'error',
				{ patterns: [noAlias, { regex: '^(node:)?timers(/promises)?$', message: wait }] }
			],
			// Tests read JSON that the product wrote; what it holds is what they are about to check.
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off'
		}
	},
	// A slow network takes its time: the proxy between browser and server delays, but nobody waits for a time to pass.
	{ files: ['tests/support/**'], rules: { 'no-restricted-syntax': forbid(...everyTestRuns, ...noPause) } },
	// A bench keeps a pace: so many commands a second.
	{
		files: ['tests/bench/**'],
		rules: { 'no-restricted-syntax': forbid(), 'no-restricted-imports': ['error', { patterns: [noAlias] }] }
	}
);
