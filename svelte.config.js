import adapter from '@sveltejs/adapter-static';
import { askEarly } from './ask-early.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: askEarly(adapter({ fallback: 'app.html', precompress: true })),
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:'],
				'connect-src': ['self', 'ws:', 'wss:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self']
			}
		},
		prerender: { handleHttpError: 'fail' },
		typescript: { config: (config) => ({ ...config, include: [...config.include, '../server', '../tests'] }) }
	}
};
