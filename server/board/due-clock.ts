import type { Board } from '#lib/domain/board.ts';
import type { Actor, NewEvent } from '#lib/domain/command.ts';
import { nextDue, type Due } from '#lib/domain/due.ts';
import type { Ack } from '#lib/protocol/messages.ts';
import type { DirectoryReader } from '../store/store.ts';
import type { Speaker } from './actors.ts';
import { TextUnreadable } from './ports.ts';

export type DueClockPorts = {
	readonly board: () => Board;
	readonly directory: Pick<DirectoryReader, 'person'>;
	readonly now: () => number;
	/** Speaks the command in the name of whoever asked for it. */
	readonly speak: (speaker: Speaker, due: Due) => Promise<Ack>;
	/** Says that it came to nothing, by this fact. */
	readonly giveUp: (fact: NewEvent) => Promise<void>;
	readonly fault: (cause: unknown) => void;
};

/** Milliseconds before something that fell due is tried again; each time twice as long, up to the second number. */
const patienceMs = [250, 8000] as const;

/** When the text was unreadable so many times in a row it comes to nothing. A disk that fails may work again. */
const mostUnreadable = 4;

/** Speaks what falls due on one board. Whatever it is answered, nothing is left that is due for ever. */
export class DueClock {
	readonly #ports: DueClockPorts;
	#timer: NodeJS.Timeout | null = null;
	/** How often what is due next was spoken in vain, and how often its text was unreadable; and when it may be spoken again. */
	#tried = { what: '', times: 0, unreadable: 0, notBefore: -Infinity };
	#closed = false;

	constructor(ports: DueClockPorts) {
		this.#ports = ports;
	}

	/** Looks at the board anew. */
	watch(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		const due = this.#closed ? null : nextDue(this.#ports.board());
		if (!due) return;
		const what = `${due.at} ${JSON.stringify(due.command)}`;
		if (this.#tried.what !== what) this.#tried = { what, times: 0, unreadable: 0, notBefore: -Infinity };
		const wait = Math.max(due.at - this.#ports.now(), this.#tried.notBefore - performance.now());
		this.#timer = setTimeout(() => void this.#speak(due), wait);
	}

	/** Something went wrong: looks again, but not at once, or a full disk would keep it busy. */
	watchLater(): void {
		const [first, longest] = patienceMs;
		this.#tried.notBefore = performance.now() + Math.min(longest, first * 2 ** Math.max(0, this.#tried.times - 1));
		this.watch();
	}

	close(): void {
		this.#closed = true;
		if (this.#timer) clearTimeout(this.#timer);
	}

	async #speak(due: Due): Promise<void> {
		const { personId } = due;
		const standing = (): Actor => {
			const { centreId = null, verified = false } = this.#ports.directory.person(personId) ?? {};
			return { personId, centreId, role: 'delegate', verified };
		};
		const tried = this.#tried;
		tried.times += 1;
		try {
			const ack = await this.#ports.speak({ personId, standing }, due);
			if (ack.is === 'saved') return;
			// Not due yet: the clock was set back. Any other refusal stays one: whoever asked for it has left.
			if (ack.is === 'refused' && ack.code !== 'opening-not-due') return await this.#ports.giveUp(due.otherwise);
		} catch (cause) {
			this.#ports.fault(cause);
			tried.unreadable = cause instanceof TextUnreadable ? tried.unreadable + 1 : 0;
		}
		await this.#goOn(due, tried.unreadable);
	}

	async #goOn(due: Due, unreadable: number): Promise<void> {
		try {
			if (unreadable >= mostUnreadable) return await this.#ports.giveUp(due.unreadable);
		} catch (cause) {
			this.#ports.fault(cause);
		}
		this.watchLater();
	}
}
