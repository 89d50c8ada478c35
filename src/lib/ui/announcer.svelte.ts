import { browserStorage } from './browser-storage.ts';

/** One piece of news, kept to be read later. */
export type Announcement = {
	readonly id: number;
	readonly text: string;
	/** Milliseconds since 1970. */
	readonly at: number;
};

/** A short visible message that stays until it is closed or replaced. */
export type ToastMessage = {
	readonly id: number;
	readonly text: string;
	readonly action?: { readonly label: string; readonly run: () => void };
};

type Tally = { count: number; readonly words: (count: number) => string };

/** Milliseconds in which news gathers before it is said in one breath. */
const breath = 1000;
const longestList = 50;
const memoryKey = 'news-silent';

/**
 * What changed elsewhere, for those who hear the page: gathered, said once in one polite live region, and kept in a list.
 * Silenced, it only keeps. Nothing here moves the focus.
 */
export class Announcer {
	/** What the live region holds now. `turn` grows with each batch, so that the same words are said again. */
	spoken = $state.raw<{ readonly text: string; readonly turn: number }>({ text: '', turn: 0 });
	/** Newest first. */
	kept = $state.raw<readonly Announcement[]>([]);
	unread = $state(0);
	#silent = $state(false);
	toast = $state.raw<ToastMessage | undefined>(undefined);

	#lines: string[] = [];
	#tallies: Record<string, Tally> = {};
	#timer: ReturnType<typeof setTimeout> | undefined;
	#nextId = 1;
	readonly #now: () => number;
	readonly #memory: Pick<Storage, 'getItem' | 'setItem'> | undefined;

	/** `memory` keeps the wish for silence from one visit to the next. */
	constructor(now: () => number = Date.now, memory?: Pick<Storage, 'getItem' | 'setItem'>) {
		this.#now = now;
		this.#memory = memory;
		this.#silent = memory?.getItem(memoryKey) === 'yes';
	}

	/** Only kept to be read, never said. */
	get silent(): boolean {
		return this.#silent;
	}

	set silent(wish: boolean) {
		this.#silent = wish;
		this.#memory?.setItem(memoryKey, wish ? 'yes' : 'no');
	}

	/** Says one sentence with the next batch. The same sentence twice in one batch is said once. */
	say(text: string): void {
		if (!this.#lines.includes(text)) this.#lines.push(text);
		this.#gather();
	}

	/** Adds to a number that is said as one sentence per batch: "3 new cards". The words of the last call are used. */
	count(topic: string, by: number, words: (count: number) => string): void {
		this.#tallies[topic] = { count: (this.#tallies[topic]?.count ?? 0) + by, words };
		this.#gather();
	}

	/** Shows a message and says it. */
	show(text: string, action?: ToastMessage['action']): void {
		this.toast = { id: this.#nextId++, text, action };
		this.say(text);
	}

	closeToast(): void {
		this.toast = undefined;
	}

	/** Says what has gathered without waiting. */
	flush(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const texts = [...this.#lines, ...Object.values(this.#tallies).map((tally) => tally.words(tally.count))];
		this.#lines = [];
		this.#tallies = {};
		if (texts.length === 0) return;
		const at = this.#now();
		const fresh = texts.map((text) => ({ id: this.#nextId++, text, at }));
		this.kept = [...fresh.reverse(), ...this.kept].slice(0, longestList);
		this.unread += texts.length;
		if (!this.silent) this.spoken = { text: texts.map(endSentence).join(' '), turn: this.spoken.turn + 1 };
	}

	markRead(): void {
		this.unread = 0;
	}

	clear(): void {
		this.kept = [];
		this.unread = 0;
	}

	#gather(): void {
		this.#timer ??= setTimeout(() => this.flush(), breath);
	}
}

// A pause between two sentences, for a voice.
function endSentence(text: string): string {
	return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** The page's one announcer. */
export const announcer = new Announcer(Date.now, browserStorage());
