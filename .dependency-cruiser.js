// Who may import whom. One row of the table is one rule; every comment says why, and what to do instead.
// Each rule is seen to fire in tests/toolchain/import-rules.test.ts.

/** @typedef {import('dependency-cruiser').IForbiddenRuleType} Rule */

const inFolder = (/** @type {string[]} */ ...names) => names.map((name) => `^src/lib/${name}/`);
const inPackage = (/** @type {string[]} */ ...names) => names.map((name) => `(^|/)node_modules/${name}/`);

/** Of protocol, what pages may know: what a REST route answers, and how people write codes and days. No frame, no socket. */
const plainShapes =
	'^src/lib/protocol/(rest(-problems|-roster|-centres)?|join-codes|forum-days|partnership-list)\\.ts$';

/** Carries bytes over the network or keeps them on the device. */
const wirePackages = [
	'socket\\.io-client',
	'yjs',
	'lib0',
	'y-protocols',
	'y-websocket',
	'y-indexeddb',
	'@tiptap/y-tiptap',
	'idb'
];

/**
 * A folder without input and output: everything that it may import is listed.
 *
 * @param {string} folder
 * @param {{ may: string[], packages: string[], instead: string }} row
 * @returns {Rule}
 */
function pure(folder, { may, packages, instead }) {
	return {
		name: `${folder}-imports-only-its-row`,
		severity: 'error',
		comment: `src/lib/${folder} is pure: the phone and the server run the same code. ${instead}`,
		from: { path: inFolder(folder) },
		to: { pathNot: [...inFolder(folder, ...may), ...inPackage(...packages)] }
	};
}

/**
 * A folder of the interface: what of our own it may import is listed; packages have rules of their own.
 *
 * @param {string} folder
 * @param {{ may: string[], shapes?: string[], instead: string }} row
 * @returns {Rule}
 */
function drawn(folder, { may, shapes = [], instead }) {
	const own = folder === 'routes' ? ['^src/routes/'] : inFolder(folder);
	return {
		name: `${folder}-imports-only-its-row`,
		severity: 'error',
		comment: instead,
		from: { path: own },
		to: { path: '^(src|server)/', pathNot: [...own, ...inFolder(...may), ...shapes, '^src/[^/]+\\.css$'] }
	};
}

/** @type {Rule[]} */
const folders = [
	pure('domain', {
		may: [],
		packages: ['valibot'],
		instead: 'What a rule needs from outside comes through the context that `decide` is given.'
	}),
	pure('vocabulary', {
		may: ['domain'],
		packages: [],
		instead:
			'It holds labels and word lists of the codes that the domain knows; a rule about them belongs in domain, a comparison in matching.'
	}),
	pure('matching', {
		may: ['domain', 'vocabulary'],
		packages: ['valibot'],
		instead: 'It reads a seen board. A text library that it needs is added to this row.'
	}),
	pure('protocol', {
		may: ['domain'],
		packages: ['valibot'],
		instead: 'It says what goes down the wire; whoever sends it passes the transport in.'
	}),
	pure('sync', {
		may: ['protocol', 'domain'],
		packages: [],
		instead: 'Storage, clock and transport are passed in; the adapters stand in src/lib/board.'
	}),
	drawn('board', {
		may: ['sync', 'protocol', 'domain', 'vocabulary', 'messages', 'ui'],
		instead: "The board does not know the proposals' editor, nor the pages. A page (src/routes) puts the two together."
	}),
	drawn('proposal', {
		may: ['sync', 'protocol', 'domain', 'vocabulary', 'messages', 'ui'],
		instead: 'The editor is loaded with a proposal only. A page (src/routes) puts it beside the board.'
	}),
	drawn('entry', {
		may: ['board', 'domain', 'vocabulary', 'messages', 'ui'],
		shapes: [plainShapes],
		instead: 'The way in asks the server through src/lib/board/rest.ts. What the first view does not need stays out.'
	}),
	...['facilitate', 'screen', 'organise'].map((folder) =>
		drawn(folder, {
			may: ['board', 'domain', 'vocabulary', 'messages', 'ui'],
			shapes: [plainShapes],
			instead: 'What belongs to one role stays with its pages. What two roles share belongs in board or ui.'
		})
	),
	drawn('ui', {
		may: ['messages'],
		instead: 'A button knows no domain word: what it says and does comes through its properties.'
	}),
	drawn('messages', { may: [], instead: 'Catalogues know nobody. What a message names comes as its input.' }),
	drawn('routes', {
		may: [
			'board',
			'entry',
			'facilitate',
			'screen',
			'organise',
			'proposal',
			'matching',
			'ui',
			'domain',
			'vocabulary',
			'messages'
		],
		shapes: [plainShapes],
		instead:
			'A page holds no wire: ask the board session or the proposal document, which src/lib/board and src/lib/proposal hand out.'
	}),
	{
		name: 'every-folder-of-lib-has-its-row',
		severity: 'error',
		comment:
			'This folder is not in the table of who may import whom. Put the file where it belongs, or add a row here.',
		from: {
			path: '^src/lib/',
			pathNot: [
				...inFolder('domain', 'matching', 'protocol', 'sync', 'vocabulary'),
				...inFolder('board', 'entry', 'facilitate', 'screen', 'organise', 'proposal', 'ui', 'messages')
			]
		},
		to: { path: '^(src|server)/' }
	}
];

/** @type {Rule[]} */
const betweenPhoneAndServer = [
	{
		name: 'src-does-not-import-server',
		severity: 'error',
		comment: 'The pages are built without the server. What both need is a rule (domain) or a shape (protocol).',
		from: { path: '^src/' },
		to: { path: '^server/' }
	},
	{
		name: 'server-imports-only-what-is-pure',
		severity: 'error',
		comment: "Of src/ the server runs domain, matching, protocol and vocabulary. The rest is for the person's device.",
		from: { path: '^server/' },
		to: { path: '^src/', pathNot: inFolder('domain', 'matching', 'protocol', 'vocabulary') }
	},
	{
		name: 'bootstrap-imports-only-node',
		severity: 'error',
		comment: 'server/bootstrap runs before anything is installed, on an older Node.',
		from: { path: '^server/bootstrap' },
		to: { pathNot: '^server/bootstrap/', dependencyTypesNot: ['core'] }
	}
];

/** @type {Rule[]} */
const insideTheServer = [
	{
		name: 'server-board-and-proposals-import-only-their-row',
		severity: 'error',
		comment:
			"Rooms know the domain and the port of the store, not HTTP, not the directory's tables, not an adapter. " +
			'What else they need, server/app.ts passes in.',
		from: { path: '^server/(board|proposals)/' },
		to: {
			path: '^server/',
			// The bucket is arithmetic on instants that are passed in.
			pathNot: ['^server/(board|proposals)/', '^server/store/(store|group-commit)\\.ts$', '^server/token-bucket\\.ts$']
		}
	},
	{
		name: 'server-board-and-proposals-do-not-know-each-other',
		severity: 'error',
		comment: 'What boards and texts ask of each other is written in server/board/ports.ts, and server/app.ts wires it.',
		from: { path: '^server/(board|proposals)/' },
		to: { path: '^server/(board|proposals)/', pathNot: ['^server/$1/', '^server/board/ports\\.ts$'] }
	},
	{
		name: 'store-adapters-are-named-in-main-only',
		severity: 'error',
		comment:
			'SQLite is one of several stores. Import the port server/store/store.ts; server/main.ts chooses the adapter.',
		from: { path: '^server/', pathNot: ['^server/store/', '^server/main\\.ts$'] },
		to: { path: '^server/store/', pathNot: '^server/store/(store|group-commit)\\.ts$' }
	},
	{
		name: 'node-sqlite-is-the-adapters',
		severity: 'error',
		comment: 'SQL lives behind the port of the store, in server/store.',
		from: { path: '^server/', pathNot: '^server/store/' },
		to: { path: '^(node:)?sqlite$' }
	}
];

/** @type {Rule[]} */
const packages = [
	{
		name: 'wire-packages-stay-in-their-adapters',
		severity: 'error',
		comment:
			'Bytes are carried by the adapters of src/lib/board (open-socket.ts, indexed-db-*.ts) and by the document and editor of src/lib/proposal.',
		from: {
			path: '^src/',
			pathNot: ['^src/lib/board/(open-socket|indexed-db-[^/]*)\\.ts$', '^src/lib/proposal/.*\\.ts$']
		},
		to: { path: inPackage(...wirePackages) }
	},
	{
		name: 'tiptap-is-loaded-with-a-proposal',
		severity: 'error',
		comment:
			'The editor weighs more than the first view may. Import src/lib/proposal lazily from the page that needs it.',
		from: { path: '^src/', pathNot: '^src/lib/proposal/' },
		to: { path: inPackage('@tiptap') }
	}
];

/** @type {Rule[]} */
const everywhere = [
	{
		name: 'a-command-does-not-import-another',
		severity: 'error',
		comment: 'One file, one command. What two commands share stands beside the folder, in src/lib/domain.',
		from: { path: '^src/lib/domain/commands/([^/]+)\\.ts$' },
		to: { path: '^src/lib/domain/commands/', pathNot: '^src/lib/domain/commands/$1\\.ts$' }
	},
	{
		name: 'nothing-imports-tests',
		severity: 'error',
		comment: 'What the product needs is not test code. Move it to where it belongs.',
		from: { path: '^(src|server)/' },
		to: { path: '^tests/' }
	},
	{
		name: 'no-cycle',
		severity: 'error',
		comment: 'Two files that need each other are one, or a third is missing that both may import.',
		from: {},
		to: { circular: true }
	},
	{
		name: 'every-import-leads-somewhere',
		severity: 'error',
		comment: 'A rule cannot judge what it cannot find. Shared code is imported as "#lib/….ts", with its ending.',
		from: {},
		to: { couldNotResolve: true, pathNot: ['^\\$app/', '^\\$service-worker$', '\\$types(\\.[jt]s)?$'] }
	}
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [...folders, ...betweenPhoneAndServer, ...insideTheServer, ...packages, ...everywhere],
	options: {
		doNotFollow: { path: ['node_modules', '^src/lib/messages/compiled/'] },
		exclude: { path: ['^tests/bench/peers/'] },
		// Imports of types count: a folder that names another's types depends on it.
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
			mainFields: ['module', 'main', 'types']
		}
	}
};
