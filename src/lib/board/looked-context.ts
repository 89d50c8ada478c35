import { createContext } from 'svelte';
import type { LastLooked } from './last-looked.svelte.ts';

/** When this person last looked at the news about their cards; the page that shows them marks it. */
export const [lookedHere, setLookedHere] = createContext<LastLooked>();
