import { afterEach, vi } from 'vitest';

/** What the server says to one request: its JSON, or a refusal. Held back until the test lets it come. */
export class HeldAnswer {
	readonly #response = Promise.withResolvers<Response>();
	/** @param status 200 when it is what was asked for */
	come(body: unknown, status = 200): void {
		this.#response.resolve(Response.json(body, { status }));
	}
	get response(): Promise<Response> {
		return this.#response.promise;
	}
}

type AnswerGiven = { readonly body: unknown; readonly status?: number } | HeldAnswer;
const notThere = { code: 'not-there', sentence: 'There is nothing here.' };

/** The network, up to the server. @returns what was asked, and with which body */
export function network(answers: Readonly<Record<string, AnswerGiven>>) {
	const asked: { readonly what: string; readonly body: unknown }[] = [];
	vi.stubGlobal('fetch', (path: string, { method, body }: RequestInit) => {
		const what = `${method} ${path}`;
		asked.push({ what, body: typeof body === 'string' ? JSON.parse(body) : undefined });
		const answer = answers[what] ?? { body: notThere, status: 404 };
		if (answer instanceof HeldAnswer) return answer.response;
		return Promise.resolve(Response.json(answer.body, { status: answer.status ?? 200 }));
	});
	return { asked, count: (what: string) => asked.filter((one) => one.what === what).length };
}

afterEach(() => vi.unstubAllGlobals());
