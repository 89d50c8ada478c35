import { ask } from '#lib/board/rest.ts';
import { refusalWords } from '#lib/board/refusal-words.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { PeopleList } from '#lib/protocol/rest.ts';

/** Who has joined this workshop and which organisations wait, as the directory tells it. Asked again when something changed. */
export class PeopleBook {
	readonly board: Id;
	list: PeopleList | null = $state.raw(null);
	/** Why the list could not be had, in words; the last list stays. */
	problem: string | null = $state(null);
	#asking = false;
	#askAgain = false;

	constructor(board: Id) {
		this.board = board;
	}

	/** One question at a time; a wish meanwhile is one more question afterwards. */
	async refresh(): Promise<void> {
		if (this.#asking) {
			this.#askAgain = true;
			return;
		}
		this.#asking = true;
		const answer = await ask<PeopleList>('GET', `/api/workshops/${this.board}/people`, 'facilitator');
		if (answer.ok) this.list = answer.body;
		this.problem = answer.ok ? null : refusalWords(answer.problem);
		this.#asking = false;
		if (!this.#askAgain) return;
		this.#askAgain = false;
		await this.refresh();
	}
}
