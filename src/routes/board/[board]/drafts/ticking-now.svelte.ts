import type { LiveBoard } from '#lib/board/live-board.svelte.ts';

/**
 * The server's clock, in milliseconds since 1970, moving once in half a second while something counts down. Call it while
 * a component is set up.
 */
export function tickingNow(live: LiveBoard, counting: () => boolean): { readonly now: number } {
	let now = $state(live.now());
	$effect(() => {
		if (!counting()) return;
		now = live.now();
		const timer = setInterval(() => (now = live.now()), 500);
		return () => clearInterval(timer);
	});
	return {
		get now() {
			return now;
		}
	};
}
