import { refusalWords } from '#lib/board/refusal-words.ts';
import type { LiveBoard } from '#lib/board/live-board.svelte.ts';
import type { Command } from '#lib/domain/command.ts';

/** One form's way to the board: what it says is kept at once, or the refusal is shown beside it and nothing is lost. */
export class Sending {
	/** Why the last command was refused, in the reader's language; empty when it was not. */
	problem = $state('');
	#live: LiveBoard;

	constructor(live: LiveBoard) {
		this.#live = live;
	}

	/** @returns whether it is on its way; false: see `problem` */
	async send(command: Command): Promise<boolean> {
		const answer = await this.#live.send(command);
		this.problem = answer.kind === 'refused' ? refusalWords(answer) : '';
		return answer.kind !== 'refused';
	}
}
