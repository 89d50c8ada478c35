import { ask } from '#lib/board/rest.ts';
import { refusalWords } from '#lib/board/refusal-words.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { OneTimeLink } from '#lib/protocol/rest.ts';

/** Makes the one-time link that turns a computer into this room's screen. */
export class ScreenLinkMaker {
	readonly board: Id;
	link: OneTimeLink | null = $state.raw(null);
	problem: string | null = $state(null);
	working = $state(false);

	constructor(board: Id) {
		this.board = board;
	}

	async make(): Promise<void> {
		this.working = true;
		const answer = await ask<OneTimeLink>('POST', `/api/workshops/${this.board}/screen-links`, 'facilitator');
		if (answer.ok) this.link = answer.body;
		this.problem = answer.ok ? null : refusalWords(answer.problem);
		this.working = false;
	}
}
