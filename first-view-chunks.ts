import { resolve } from 'node:path';

type Graph = { readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null };

const page = (path: string) => resolve(import.meta.dirname, 'src', path);

/** What a delegate's phone needs until the first cards are painted, and what the page needs where they come in. */
const board = [
	'routes/+layout.svelte',
	'routes/board/[board]/+layout.svelte',
	'routes/board/[board]/+page.svelte',
	'routes/board/[board]/PhoneBoard.svelte'
].map(page);
const wayIn = ['routes/+layout.svelte', 'lib/entry/JoinPage.svelte'].map(page);

const framework = /[\\/](node_modules[\\/](svelte|@sveltejs|esm-env|clsx|devalue)|\.svelte-kit)[\\/]/;
const messages = /[\\/]messages[\\/]compiled[\\/]/;

/** Everything that these modules import, directly or not; what they import lazily is left out. */
function reachOf(roots: readonly string[], graph: Graph): ReadonlySet<string> {
	const reached = new Set<string>();
	const waiting = [...roots];
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
		if (reached.has(id)) continue;
		reached.add(id);
		waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
	}
	return reached;
}

type Group = { readonly name: (id: string, graph: Graph) => string | null; readonly priority: number };

/**
 * The files of the build that hold a delegate's first views: what the way in and the board share, and what the board
 * needs besides. Left to itself the bundler makes some seventy files of it: on a slow network each costs its share of a
 * round trip, and small ones compress badly. What neither of them needs is cut as the bundler likes.
 */
export function firstViewChunks(): Group[] {
	let known: { readonly board: ReadonlySet<string>; readonly wayIn: ReadonlySet<string> } | null = null;
	const needs = (graph: Graph) => (known ??= { board: reachOf(board, graph), wayIn: reachOf(wayIn, graph) });
	const group = (name: string, priority: number, holds: (id: string, graph: Graph) => boolean): Group => ({
		name: (id, graph) => (!messages.test(id) && holds(id, graph) ? name : null),
		priority
	});
	return [
		group('way-in', 2, (id, graph) => {
			const { board: onBoard, wayIn: onWayIn } = needs(graph);
			return onBoard.has(id) && (onWayIn.has(id) || framework.test(id));
		}),
		group('board', 1, (id, graph) => needs(graph).board.has(id)),
		group('join', 1, (id, graph) => needs(graph).wayIn.has(id))
	];
}
