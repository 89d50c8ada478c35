import type { Board } from '#lib/domain/board.ts';
import type { Actor } from '#lib/domain/command.ts';
import { nextDue, type Due } from '#lib/domain/due.ts';
import type { Ack } from '#lib/protocol/messages.ts';
import type { DirectoryReader } from '../store/store.ts';

export type DueClockPorts = {
	readonly board: () => Board;
	readonly directory: Pick<DirectoryReader, 'person'>;
	readonly now: () => number;
	/** Speaks the command in the name of whoever asked for it. */
	readonly speak: (actor: Actor, due: Due) => Promise<Ack>;
	/** Says that it came to nothing. */
	readonly giveUp: (due: Due) => Promise<void>;
	readonly fault: (cause: unknown) => void;
};

/** Milliseconds before something that fell due is tried again. */
const patienceMs = 250;

/** Speaks what falls due on one board. Whatever it is answered, nothing is left that is due for ever. */
export class DueClock {
	readonly #ports: DueClockPorts;
	#timer: NodeJS.Timeout | null = null;
	#closed = false;

	constructor(ports: DueClockPorts) {
		this.#ports = ports;
	}

	/** Looks at the board anew. */
	watch(): void {
		this.#watch(0);
	}

	/** Something went wrong: looks again, but not at once, or a full disk would keep it busy. */
	watchLater(): void {
		this.#watch(patienceMs);
	}

	close(): void {
		this.#closed = true;
		if (this.#timer) clearTimeout(this.#timer);
	}

	#watch(least: number): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
		const due = this.#closed ? null : nextDue(this.#ports.board());
		if (!due) return;
		this.#timer = setTimeout(() => void this.#speak(due), Math.max(least, due.at - this.#ports.now()));
	}

	async #speak(due: Due): Promise<void> {
		const person = this.#ports.directory.person(due.personId);
		const actor: Actor = {
			personId: due.personId,
			centreId: person?.centreId ?? null,
			role: 'delegate',
			verified: person?.verified ?? false
		};
		try {
			const ack = await this.#ports.speak(actor, due);
			if (ack.is === 'saved') return;
			// Not due yet: the clock was set back. Any other refusal stays one: whoever asked for it has left.
			if (ack.is === 'refused' && ack.code !== 'opening-not-due') return await this.#ports.giveUp(due);
		} catch (cause) {
			this.#ports.fault(cause);
		}
		this.watchLater();
	}
}
