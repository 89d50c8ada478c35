import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { firstViewChunks } from './first-view-chunks.ts';
import { messageAreas } from './message-areas.ts';

/** Written for an older browser, their classes look to the bundler as if loading them did something. */
const unusedPartsOfSvelte = /[\\/]node_modules[\\/]svelte[\\/]src[\\/](reactivity[\\/]|.*[\\/]custom-element\.js$)/;

export default defineConfig({
	plugins: [
		// One module per language, so that a visitor downloads one language only.
		paraglideVitePlugin({
			project: './src/lib/messages/project.inlang',
			outdir: './src/lib/messages/compiled',
			outputStructure: 'locale-modules'
		}),
		messageAreas(),
		sveltekit()
	],
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: { codeSplitting: { groups: firstViewChunks() } },
					treeshake: { moduleSideEffects: [{ test: unusedPartsOfSvelte, sideEffects: false }] }
				}
			}
		}
	},
	// Kept where Safari 15, Firefox 102 and the Chrome of 2021 still understand it.
	build: { target: ['chrome91', 'firefox102', 'safari15'] }
});
