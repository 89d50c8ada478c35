import { createContext } from 'svelte';
import type { ControlRoom } from './control-room.svelte.ts';

/** The control room of this page, set by the layout of a workshop's facilitator pages. */
export const [controlRoomHere, setControlRoomHere] = createContext<ControlRoom>();
