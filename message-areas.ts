import type { Plugin } from 'vite';

const area = /[\\/]messages[\\/]compiled[\\/]messages[\\/]\w+\.js\?area=(\w+)$/;

/**
 * `en.js?area=board` is the compiled catalogue with the messages of one area: the others are exported no more, so the
 * bundler drops them. Without this plugin, in tests and while developing, the same address gives the whole catalogue.
 */
export function messageAreas(): Plugin {
	return {
		name: 'message-areas',
		apply: 'build',
		transform(code, id) {
			const wanted = area.exec(id)?.[1];
			if (wanted === undefined) return null;
			const kept = code.replace(/^export const (\w+)/gm, (line, name: string) =>
				name.startsWith(`${wanted}_`) ? line : `const ${name}`
			);
			return { code: kept, map: null };
		}
	};
}
