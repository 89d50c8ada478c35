import { loadRefusals, m } from '#lib/messages/messages.ts';
import type { SessionKind } from '#lib/protocol/messages.ts';
import type { Problem } from '#lib/protocol/rest-problems.ts';

export type Answer<Body> =
	{ readonly ok: true; readonly body: Body } | { readonly ok: false; readonly problem: Problem };

/** Said in the reader's language: without a network no other words can be fetched. */
const offline = (): Problem => ({ code: 'offline', sentence: m.common_server_not_reached() });

/**
 * Asks the server, as one of this browser's sessions. A foreseen no and a lost network are answers, not exceptions.
 * @param body sent as JSON, or as it is when it is bytes
 */
export async function ask<Body>(
	method: 'GET' | 'POST' | 'PUT' | 'DELETE',
	path: string,
	as: SessionKind,
	body?: unknown
): Promise<Answer<Body>> {
	const headers: Record<string, string> = { 'x-session': as, accept: 'application/json' };
	const raw = body instanceof Blob || body instanceof ArrayBuffer;
	if (body !== undefined && !raw) headers['content-type'] = 'application/json';
	if (raw) headers['content-type'] = 'application/octet-stream';
	let response: Response;
	try {
		response = await fetch(path, {
			method,
			headers,
			...(body !== undefined && { body: raw ? body : JSON.stringify(body) })
		});
	} catch {
		return { ok: false, problem: offline() };
	}
	const isJson = response.headers.get('content-type')?.includes('json') ?? false;
	const answer: unknown = isJson ? await response.json().catch(() => null) : null;
	if (response.ok) return { ok: true, body: answer as Body };
	await loadRefusals();
	return {
		ok: false,
		problem: isProblem(answer)
			? answer
			: { code: 'server-trouble', sentence: 'The server could not do this. Please try again.' }
	};
}

function isProblem(answer: unknown): answer is Problem {
	return typeof answer === 'object' && answer !== null && 'code' in answer && 'sentence' in answer;
}
