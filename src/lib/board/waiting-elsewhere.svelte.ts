import { createContext } from 'svelte';
import type { Id } from '#lib/domain/ids.ts';
import type { MeWaiting, WaitingInForum } from '#lib/protocol/rest.ts';
import { ask } from './rest.ts';

/** How often it is asked again while the page is looked at, in milliseconds. */
const againMs = 120_000;

/** What waits for this person in other workshops than the one whose board is open. */
export class WaitingElsewhere {
	readonly #board: Id;
	#items = $state.raw<readonly WaitingInForum[]>([]);

	constructor(board: Id) {
		this.#board = board;
	}

	/** Newest first. */
	get items(): readonly WaitingInForum[] {
		return this.#items;
	}

	/** Asks the server. Without an answer, what was known stays. */
	async look(): Promise<void> {
		const answer = await ask<MeWaiting>('GET', '/api/me/waiting', 'delegate');
		if (answer.ok) this.#items = answer.body.waiting.filter(({ workshop }) => workshop.id !== this.#board);
	}

	/** Looks now, and now and then while the page is looked at. @returns what ends it */
	watch(): () => void {
		const look = () => void (document.visibilityState === 'visible' && this.look());
		look();
		const timer = setInterval(look, againMs);
		document.addEventListener('visibilitychange', look);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', look);
		};
	}
}

export const [waitingElsewhereHere, setWaitingElsewhereHere] = createContext<WaitingElsewhere>();
