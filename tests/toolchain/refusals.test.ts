import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { helloRefusals } from '#lib/protocol/messages.ts';
import { houseProblemCodes, restProblemCodes } from '#lib/protocol/rest-problems.ts';
import { rosterProblemCodes } from '../../server/roster/roster-problems.ts';
import { root } from './project-folder.ts';

const messageOf = (code: string) => `refusal_${code.replaceAll('-', '_')}`;
const catalogues = new Map(
	['en', 'fr'].map((language) => {
		const path = join(root, 'src/lib/messages', language, 'refusals.json');
		return [language, JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, unknown>>];
	})
);

/** What a folder's files refuse or answer with, as it is written there: `reject('code'` and `code: 'code'`. */
function codesIn(path: string, pattern: RegExp): readonly string[] {
	const folder = join(root, path);
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
		/\.(ts|svelte)$/.test(file)
	);
	const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
	return texts.flatMap((text) => [...text.matchAll(pattern)].map((found) => found[1] ?? ''));
}
const refused = /\breject\(\s*'([a-z0-9-]+)'/g;
const answered = /\bcode: '([a-z0-9-]+)'/g;

const lists: Readonly<Record<string, readonly string[]>> = {
	'the board refuses with': codesIn('src/lib/domain', refused),
	'the phases and openings refuse with': [
		...['post', 'edit', 'mark', 'propose', 'confirm'].map((capability) => `phase-${capability}`),
		...['title', 'parties', 'contributions', 'step'].map((missing) => `missing-${missing}`)
	],
	'the routes answer with': [
		...restProblemCodes,
		...codesIn('server/http', refused),
		...codesIn('server/directory', refused)
	],
	'the house answers with': [...houseProblemCodes, ...codesIn('server/http', answered)],
	'a board’s connection answers with': [...helloRefusals, ...codesIn('server/board', answered)],
	'a roster is refused with': [...codesIn('server/roster', refused), ...rosterProblemCodes],
	'the pages say themselves': [...codesIn('src/lib/board', answered), ...codesIn('src/lib/sync', answered)]
};

// A code without its message would be shown in English to everybody.
describe.each([...catalogues])('in %s', (_language, catalogue) => {
	test.each(Object.entries(lists))('there is a sentence for every code that %s', (_who, codes) => {
		expect(codes.length).toBeGreaterThan(2);
		expect([...new Set(codes)].filter((code) => !(messageOf(code) in catalogue)).sort()).toEqual([]);
	});
});

test('no sentence stands there for a code that nobody says', () => {
	const known = new Set(Object.values(lists).flat().map(messageOf));
	expect(Object.keys(catalogues.get('en') ?? {}).filter((message) => !known.has(message))).toEqual([]);
});

test('the protocol’s list names every code that a route writes out, but for the roster reader’s own', () => {
	const written = [...codesIn('server/http', refused), ...codesIn('server/directory', refused)];
	const listed: readonly string[] = [...restProblemCodes, ...houseProblemCodes];
	expect([...new Set(written)].filter((code) => !listed.includes(code) && !code.startsWith('roster-'))).toEqual([]);
});
