import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('@sveltejs/kit').Adapter} Adapter */
/** @typedef {Readonly<Record<string, { readonly file: string }>>} Manifest */

const preload = /\n[\t ]*<link href="([^"]+)" rel="modulepreload">/g;
const spoken = /\/(en|fr)(?:\.html|\/)/;
const manifestFile = '.vite/manifest.json';

/**
 * The adapter, with pages that ask at once for everything that their first view needs. Kit names the files that a page
 * imports; the texts come through `import()`, which it cannot follow, and would cost one more round trip. The largest
 * file stands first: it gets the connection that is open already, the others wait for theirs.
 *
 * @param {Adapter} adapter
 * @returns {Adapter}
 */
export function askEarly(adapter) {
	return {
		...adapter,
		adapt: (builder) => {
			const writePrerendered = (/** @type {string} */ folder) => {
				const written = builder.writePrerendered(folder);
				const manifest = join(builder.getClientDirectory(), manifestFile);
				askEarlyIn(folder, JSON.parse(readFileSync(manifest, 'utf8')));
				return written;
			};
			return adapter.adapt(Object.assign(Object.create(builder), { writePrerendered }));
		}
	};
}

/**
 * @param {string} folder the pages
 * @param {Manifest} manifest what the bundler made of each source
 */
function askEarlyIn(folder, manifest) {
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		const language = spoken.exec(`/${name.replaceAll('\\', '/')}`)?.[1];
		if (language === undefined || !name.endsWith('.html')) continue;
		const path = join(folder, name);
		writeFileSync(path, withTexts(readFileSync(path, 'utf8'), folder, textsOf(language, manifest)));
	}
}

/** @param {string} language @param {Manifest} manifest @returns {string[]} files of the texts that entry pages are drawn with */
function textsOf(language, manifest) {
	return ['common', 'join'].map((area) => {
		const source = `src/lib/messages/compiled/messages/${language}.js?area=${area}`;
		const file = manifest[source]?.file;
		if (file === undefined) throw new Error(`The build holds no ${source}.`);
		return file;
	});
}

/** @param {string} html @param {string} folder @param {string[]} texts @returns {string} */
function withTexts(html, folder, texts) {
	const addresses = [...html.matchAll(preload)].map(([, address = '']) => address);
	const root = /^(?:\.\.?\/)*/.exec(addresses[0] ?? '')?.[0] ?? '';
	const size = (/** @type {string} */ address) => statSync(join(folder, address.slice(root.length))).size;
	const files = [...addresses, ...texts.map((file) => `${root}${file}`)].sort((a, b) => size(b) - size(a));
	const links = files.map((file) => `\n\t\t<link href="${file}" rel="modulepreload">`).join('');
	const at = html.search(preload);
	const rest = html.replaceAll(preload, '');
	return rest.slice(0, at) + links + rest.slice(at);
}
