import type { Answer } from '#lib/board/rest.ts';
import { refusalWords } from '#lib/board/refusal-words.ts';

/** Something that a page shows once the server has told it. What was told before stays while it is asked again. */
export class Loaded<Body> {
	body: Body | null = $state.raw(null);
	/** Why it could not be loaded, in the reader's language. */
	problem: string | null = $state(null);
	readonly #ask: () => Promise<Answer<Body>>;
	#turn = 0;

	constructor(ask: () => Promise<Answer<Body>>) {
		this.#ask = ask;
	}

	/** Asks; an answer that a later question has overtaken is dropped. */
	async load(): Promise<void> {
		const turn = ++this.#turn;
		const answer = await this.#ask();
		if (turn !== this.#turn) return;
		this.problem = answer.ok ? null : refusalWords(answer.problem);
		if (answer.ok) this.body = answer.body;
	}
}
