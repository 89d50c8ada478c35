import type { Command, Refusal } from '#lib/domain/command.ts';
import { refusedBefore } from '#lib/domain/decide.ts';
import { newId, type Id } from '#lib/domain/ids.ts';
import type { SessionKind } from '#lib/protocol/messages.ts';
import type { BoardSession } from '#lib/sync/board-session.ts';
import type { SessionState } from '#lib/sync/session-state.ts';
import { nameOf } from './names.ts';

/**
 * The board session as components use it: one reactive `state`, and verbs. Holds no rule; the session is plain and
 * tested without Svelte.
 */
export class LiveBoard {
	readonly session: BoardSession;
	/** Which of this browser's sessions speaks here. */
	readonly as: SessionKind;
	#state: SessionState = $state.raw() as SessionState;

	constructor(session: BoardSession, as: SessionKind) {
		this.session = session;
		this.as = as;
		this.#state = session.state;
		session.subscribe((state) => (this.#state = state));
	}

	get id(): Id {
		return this.session.board;
	}

	get state(): SessionState {
		return this.#state;
	}

	/** Speaks a command; see `BoardSession.send`. */
	send(command: Command): Promise<Refusal | { readonly kind: 'kept'; readonly submissionId: Id }> {
		return this.session.send(command);
	}

	/** Why a command cannot be spoken now, before there is any input; null when it may be tried. */
	refusal(commandName: string): Refusal | null {
		// Read, so that whoever asks is asked again when the board changes.
		void this.#state;
		const question = this.session.question();
		return question ? refusedBefore(question.board, commandName, question.context) : null;
	}

	/** A new id for a card, a proposal or a step. */
	newId(): Id {
		return newId((bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));
	}

	centre(id: Id | null) {
		return id === null ? undefined : this.#state.names.centres.get(id);
	}

	person(id: Id | null) {
		return id === null ? undefined : this.#state.names.persons.get(id);
	}

	/** The name to show for a centre, in words that a list of many can be scanned by. */
	centreName(id: Id | null): string {
		return nameOf(this.centre(id));
	}

	/** Milliseconds since 1970 by the server's clock. */
	now(): number {
		return this.session.clock.now();
	}
}
