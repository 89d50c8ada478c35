import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { restProblemCodes } from '#lib/protocol/rest.ts';
import { rosterProblemCodes } from '../../server/roster/roster-problems.ts';
import { root } from './project-folder.ts';

const messageOf = (code: string) => `refusal_${code.replaceAll('-', '_')}`;
const catalogue = Object.keys(JSON.parse(readFileSync(join(root, 'src/lib/messages/en/refusals.json'), 'utf8')));

/** The codes that a folder's files refuse with, as they are written there. */
function codesIn(path: string): readonly string[] {
	const folder = join(root, path);
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
	const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
	return texts.flatMap((text) => [...text.matchAll(/\breject\(\s*'([a-z0-9-]+)'/g)].map((found) => found[1] ?? ''));
}

// A code without its message would be shown in English to everybody. The languages are compared in catalogues.test.ts.
test('every refusal of the board has its sentence in the catalogue of refusals', () => {
	const codes = [...new Set(codesIn('src/lib/domain'))].sort();
	expect(codes.length).toBeGreaterThan(30);
	expect(codes.filter((code) => !catalogue.includes(messageOf(code)))).toEqual([]);
});

test('every problem that a route answers with has its sentence, too', () => {
	expect(restProblemCodes.filter((code) => !catalogue.includes(messageOf(code)))).toEqual([]);
});

test('what a phase switches off and what an opening lacks have a sentence each', () => {
	const codes = [
		...['post', 'edit', 'mark', 'propose', 'confirm'].map((capability) => `phase-${capability}`),
		...['title', 'parties', 'contributions', 'step'].map((missing) => `missing-${missing}`)
	];
	expect(codes.filter((code) => !catalogue.includes(messageOf(code)))).toEqual([]);
});

test('every fault of a roster has its sentence, of its file and of its cells', () => {
	const codes = [...new Set([...codesIn('server/roster'), ...rosterProblemCodes])].sort();
	expect(codes.filter((code) => code.startsWith('roster-')).length).toBeGreaterThan(10);
	expect(codes.filter((code) => !catalogue.includes(messageOf(code)))).toEqual([]);
});
