import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { chromiumArguments, locateChromium } from './tests/support/chromium.ts';

/** Tests that run in Node, by cost: the folder of tests/ is the project's name. */
function inNode(name: string, testTimeout: number): TestProjectInlineConfiguration {
	return {
		test: { name, include: [`tests/${name}/**/*.test.ts`], environment: 'node', testTimeout, hookTimeout: 30_000 }
	};
}

/** The editor and what carries its text, loaded with a proposal. */
const lateDependencies = [
	...['core', 'pm/state', 'y-tiptap', 'extensions/placeholder'].map((name) => `@tiptap/${name}`),
	...['bold', 'collaboration', 'collaboration-caret', 'document', 'hard-break', 'heading', 'italic', 'list'].map(
		(name) => `@tiptap/extension-${name}`
	),
	...['paragraph', 'text'].map((name) => `@tiptap/extension-${name}`),
	...['yjs', 'y-websocket', 'y-indexeddb', 'idb', 'lib0/decoding', 'lib0/encoding', 'valibot', 'axe-core']
];

const components: TestProjectInlineConfiguration = {
	plugins: [sveltekit()],
	// Found only when a component is drawn: prepared before, since a reload in the middle of a test fails it.
	optimizeDeps: { include: lateDependencies },
	test: {
		name: 'components',
		include: ['tests/components/**/*.test.ts'],
		setupFiles: ['tests/support/english-messages.ts'],
		testTimeout: 15_000,
		browser: {
			enabled: true,
			headless: true,
			ui: false,
			screenshotFailures: false,
			provider: playwright({
				launchOptions: { executablePath: locateChromium(), args: [...chromiumArguments] },
				actionTimeout: 5_000
			}),
			// A phone of today; a test that is about another width says so.
			viewport: { width: 360, height: 740 },
			instances: [{ browser: 'chromium' }]
		}
	}
};

export default defineConfig({
	test: {
		allowOnly: false,
		projects: [
			inNode('domain', 10_000),
			inNode('vocabulary', 10_000),
			inNode('sync', 60_000),
			inNode('toolchain', 60_000),
			inNode('server', 30_000),
			components
		]
	}
});
