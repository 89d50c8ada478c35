import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { restProblemCodes } from '#lib/protocol/rest.ts';
import { root } from './project-folder.ts';

const messageOf = (code: string) => `refusal_${code.replaceAll('-', '_')}`;
const catalogue = Object.keys(JSON.parse(readFileSync(join(root, 'src/lib/messages/en/refusals.json'), 'utf8')));

/** The codes that the domain's files refuse with, as they are written there. */
function codesOfTheDomain(): readonly string[] {
	const folder = join(root, 'src/lib/domain');
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
	const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
	return texts.flatMap((text) => [...text.matchAll(/\breject\(\s*'([a-z0-9-]+)'/g)].map((found) => found[1] ?? ''));
}

// A code without its message would be shown in English to everybody. The languages are compared in catalogues.test.ts.
test('every refusal of the board has its sentence in the catalogue of refusals', () => {
	const codes = [...new Set(codesOfTheDomain())].sort();
	expect(codes.length).toBeGreaterThan(30);
	expect(codes.filter((code) => !catalogue.includes(messageOf(code)))).toEqual([]);
});

test('every problem that a route answers with has its sentence, too', () => {
	expect(restProblemCodes.filter((code) => !catalogue.includes(messageOf(code)))).toEqual([]);
});
