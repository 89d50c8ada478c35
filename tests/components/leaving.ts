import { onTestFinished } from 'vitest';

type Leaving = { readonly how: NavigationType; readonly to: string };

/** Where the page goes from now on, in order. It stays here, since another page would end the test. */
export function leavings(): readonly Leaving[] {
	const all: Leaving[] = [];
	const listen = (event: NavigateEvent) => {
		all.push({ how: event.navigationType, to: event.destination.url });
		event.preventDefault();
	};
	navigation.addEventListener('navigate', listen);
	onTestFinished(() => navigation.removeEventListener('navigate', listen));
	return all;
}
