import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

type Part = { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] };

const manifest = join(import.meta.dirname, '..', '..', '.svelte-kit', 'output', 'client', '.vite', 'manifest.json');

/** The files of a component in the build, with all that it imports. */
function filesOf(component: string): string[] {
	const parts = JSON.parse(readFileSync(manifest, 'utf8')) as Readonly<Record<string, Part>>;
	const files = new Set<string>();
	const seen = new Set<string>();
	const waiting = [component];
	for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
		const part = parts[name];
		if (!part) throw new Error(`The build has no ${name}. Build it again: npm run build`);
		if (seen.has(name)) continue;
		seen.add(name);
		for (const file of [part.file, ...(part.css ?? [])]) files.add(file);
		waiting.push(...(part.imports ?? []));
	}
	return [...files];
}

/** What opens over the board, its forms among it, has come after the cards: from here on it opens without a network. */
export async function expectFormsFetched(page: Page): Promise<void> {
	const files = filesOf('src/routes/board/[board]/OverBoard.svelte');
	const missing = async () => {
		const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
		return files.filter((file) => !fetched.some((address) => address.endsWith(`/${file}`)));
	};
	await expect.poll(missing).toEqual([]);
}
