import type { LiveBoard } from '#lib/board/live-board.svelte.ts';

/** The forum and the workshop, as a scene shows them. */
export type AboutRoom = NonNullable<LiveBoard['state']['about']>;
