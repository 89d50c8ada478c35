/** The catalogues, by what their keys begin with. A page loads those that it uses. */
export const areas = [
	'common',
	'join',
	'board',
	'me',
	'proposal',
	'facilitate',
	'screen',
	'organise',
	'refusal'
] as const;
export type Area = (typeof areas)[number];

/** From the most special route to the widest; the first that a route begins with counts. */
const byRoute: readonly (readonly [route: string, areas: readonly Area[]])[] = [
	['/board/[board]/drafts', ['common', 'board', 'proposal', 'refusal']],
	['/board/[board]/me', ['common', 'board', 'me', 'refusal']],
	['/board', ['common', 'board']],
	['/facilitate', ['common', 'facilitate', 'refusal']],
	['/screen', ['common', 'screen', 'refusal']],
	['/organise', ['common', 'organise', 'refusal']],
	['', ['common', 'join']]
];

/**
 * The catalogues that the pages of a route are drawn with; all of them where the route is not known. On the way in and on
 * the board the sentences of refusals come later (`loadRefusals`): on a slow network nobody waits for them.
 */
export function areasOf(routeId: string | null): readonly Area[] {
	if (routeId === null) return areas;
	return byRoute.find(([route]) => routeId.startsWith(route))?.[1] ?? areas;
}
