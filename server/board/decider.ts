import { createHash } from 'node:crypto';
import type { Board } from '#lib/domain/board.ts';
import { parseCommand, type ParsedCommand } from '#lib/domain/catalogue.ts';
import type { Actor, Command, Context, Decision, NewEvent } from '#lib/domain/command.ts';
import { decideParsed } from '#lib/domain/decide.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { Ack } from '#lib/protocol/messages.ts';
import type { DirectoryReader } from '../store/store.ts';
import type { Speaker } from './actors.ts';
import { proposalElsewhere } from './answer-book.ts';
import type { ProposalTexts } from './ports.ts';

export type DeciderPorts = {
	readonly directory: DirectoryReader;
	readonly texts: ProposalTexts;
	/** Keeps the id of a new proposal for this board; false when another board has one of that id. */
	readonly claimProposal: (board: Id, proposalId: Id) => Promise<boolean>;
};

/** Whoever spoke may not speak here now. */
export type Unheard = { readonly kind: 'unheard'; readonly ack: Ack };

/** Decides one board's commands with what only the server knows: the directory, and the text that is frozen for them. */
export class Decider {
	readonly #board: Id;
	readonly #head: () => Board;
	readonly #ports: DeciderPorts;

	/** @param head what commands are decided on */
	constructor(board: Id, head: () => Board, ports: DeciderPorts) {
		this.#board = board;
		this.#head = head;
		this.#ports = ports;
	}

	/** @throws when the text cannot be frozen; then it is written on */
	async decide(command: Command, speaker: Speaker, now: number): Promise<Decision | Unheard> {
		const parsed = parseCommand(command);
		if ('kind' in parsed) return parsed;
		const actor = speaker.standing();
		if ('is' in actor) return { kind: 'unheard', ack: actor };
		const context = this.#context(actor, now);
		const decision = decideParsed(this.#head(), parsed, context);
		if (decision.kind === 'unpredicted' && parsed.definition.step === 'freeze')
			return await this.#decideFrozen(parsed, speaker, now);
		if (decision.kind === 'accepted' && !(await this.#mayCreate(decision.events))) return proposalElsewhere;
		return decision;
	}

	async #decideFrozen(parsed: ParsedCommand, speaker: Speaker, now: number): Promise<Decision | Unheard> {
		const { texts } = this.#ports;
		const { proposalId } = parsed.input as { proposalId: Id };
		let isOpened = false;
		try {
			const frozenText = await texts.freeze(proposalId);
			const actor = speaker.standing();
			if ('is' in actor) return { kind: 'unheard', ack: actor };
			const decision = decideParsed(this.#head(), parsed, { ...this.#context(actor, now), frozenText });
			isOpened = decision.kind === 'accepted';
			return decision;
		} finally {
			if (!isOpened) texts.thaw(proposalId);
		}
	}

	/** Texts are kept by the proposal's id alone: nobody writes over one by choosing its id again on another board. */
	async #mayCreate(events: readonly NewEvent[]): Promise<boolean> {
		for (const { type, data } of events)
			if (type === 'proposal-created' && !(await this.#ports.claimProposal(this.#board, data['proposalId'] as Id)))
				return false;
		return true;
	}

	#context(actor: Actor, now: number): Context {
		return {
			actor,
			now,
			...this.#ports.directory.contextOf(this.#board),
			sha256: (text) => createHash('sha256').update(text).digest('hex'),
			frozenText: undefined
		};
	}
}
