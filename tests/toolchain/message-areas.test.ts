import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { areas, areasOf } from '#lib/messages/areas.ts';
import { root } from './project-folder.ts';

const routes = join(root, 'src/routes');
const imported = /(?:from|import)\s*\(?\s*'([^']+\.(?:ts|svelte))'/g;

/** Every file that a page or layout draws with, also what it loads later. */
function filesOf(start: string): ReadonlySet<string> {
	const seen = new Set<string>();
	const waiting = [start];
	for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
		if (seen.has(file) || !existsSync(file)) continue;
		seen.add(file);
		for (const [, address = ''] of readFileSync(file, 'utf8').matchAll(imported)) {
			if (address.startsWith('#lib/')) waiting.push(join(root, 'src/lib', address.slice(5)));
			else if (address.startsWith('.')) waiting.push(resolve(dirname(file), address));
		}
	}
	return seen;
}

function usedBy(file: string): readonly string[] {
	const used = new Set<string>();
	for (const one of filesOf(file)) {
		const text = readFileSync(one, 'utf8');
		for (const [, area = ''] of text.matchAll(/\bm\.([a-z]+)_/g)) used.add(area);
	}
	return [...used].filter((area) => (areas as readonly string[]).includes(area)).sort();
}

/** A page with the layouts around it, as [route, files]. */
const pages = readdirSync(routes, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('+page.svelte'))
	.map((file): [string, string[]] => {
		const folder = dirname(join(routes, file));
		const around: string[] = [];
		for (let here = folder; here.startsWith(routes); here = dirname(here)) around.push(join(here, '+layout.svelte'));
		return [`/${relative(routes, folder)}`.replace(/^\/$/, '/'), [join(routes, file), ...around]];
	});

test('there are pages to look at', () => {
	expect(pages.length).toBeGreaterThan(10);
});

// A message that was not loaded is no function: the page would break where it is drawn.
test.each(pages)('%s loads every catalogue that it uses', (route, files) => {
	const used = new Set(files.flatMap(usedBy));
	const loaded = areasOf(route);
	expect([...used].filter((area) => !(loaded as readonly string[]).includes(area))).toEqual([]);
});
