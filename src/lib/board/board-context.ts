import { createContext } from 'svelte';
import type { LiveBoard } from './live-board.svelte.ts';

/** The board of this page, set by the layout of a board's routes. */
export const [boardHere, setBoardHere] = createContext<LiveBoard>();
