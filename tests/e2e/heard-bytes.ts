import type { Page } from '@playwright/test';

/** Everything that a page receives from now on: bodies of answers, and what comes through its sockets. */
export class HeardBytes {
	readonly #texts: string[] = [];
	readonly #bodies: Promise<void>[] = [];

	constructor(page: Page) {
		page.on('websocket', (socket) => {
			socket.on('framereceived', ({ payload }) => void this.#texts.push(payload.toString('utf8')));
		});
		page.on('response', (response) => {
			// An answer without a body (a redirect, one that the page gave up) brings no bytes.
			const body = response.body().then((bytes) => void this.#texts.push(bytes.toString('utf8')));
			this.#bodies.push(body.catch(() => undefined));
		});
	}

	/** How often these words came. */
	async count(words: string): Promise<number> {
		await Promise.all(this.#bodies);
		return this.#texts.reduce((sum, text) => sum + text.split(words).length - 1, 0);
	}
}
