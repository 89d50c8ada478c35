import { getContext, setContext } from 'svelte';
import type { Organiser } from './organiser.svelte.ts';

const key = Symbol('organiser');

export function setOrganiserHere(organiser: Organiser): void {
	setContext(key, organiser);
}

/** The organiser of the pages around. Fails outside of them. */
export function organiserHere(): Organiser {
	const organiser = getContext<Organiser | undefined>(key);
	if (!organiser) throw new Error('Not on an organiser’s page');
	return organiser;
}
