import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { HouseProblemCode, Problem } from '#lib/protocol/rest-problems.ts';
import { StoreFull } from '../store/store.ts';
import type { Faults } from './logging.ts';

/** Answers with a no that was foreseen. */
export function sendProblem(response: Response, status: number, problem: Problem): void {
	response.status(status).set('Cache-Control', 'no-store').json(problem);
}

export const notFound: RequestHandler = (_request, response) => {
	sendProblem(response, 404, { code: 'not-found', sentence: 'There is nothing at this address.' });
};

type Foreseen = { readonly status: number; readonly problem: Problem & { readonly code: HouseProblemCode } };

/** By the `type` that Express's body parsers give their errors. */
const badBodies: Readonly<Record<string, Foreseen>> = {
	'entity.parse.failed': {
		status: 400,
		problem: { code: 'body-malformed', sentence: 'The server could not read this. Reload the page and try again.' }
	},
	'entity.too.large': {
		status: 413,
		problem: { code: 'body-too-large', sentence: 'This is more than the server takes at once. Send less.' }
	},
	'encoding.unsupported': {
		status: 415,
		problem: { code: 'body-encoding', sentence: 'The server does not know this encoding. Send UTF-8, uncompressed.' }
	},
	'charset.unsupported': {
		status: 415,
		problem: { code: 'body-encoding', sentence: 'The server does not know this encoding. Send UTF-8, uncompressed.' }
	},
	'request.aborted': {
		status: 400,
		problem: { code: 'body-incomplete', sentence: 'The connection broke while sending. Please send it again.' }
	},
	'request.size.invalid': {
		status: 400,
		problem: { code: 'body-incomplete', sentence: 'The connection broke while sending. Please send it again.' }
	}
};

function foreseen(cause: unknown): Foreseen | null {
	if (cause instanceof StoreFull) {
		const sentence = 'The server’s disk is full. Nothing was saved; reading goes on. Please tell the organiser.';
		return { status: 507, problem: { code: 'store-full', sentence } };
	}
	if (cause instanceof URIError) {
		return { status: 400, problem: { code: 'address-malformed', sentence: 'This address cannot be read.' } };
	}
	const type = cause instanceof Error && 'type' in cause ? cause.type : undefined;
	return typeof type === 'string' ? (badBodies[type] ?? null) : null;
}

/** The edge where exceptions end: what was foreseen becomes a sentence, all else is logged once and named by its incident. */
export function answerFaults(faults: Faults): ErrorRequestHandler {
	// Express tells an error handler by its four parameters.
	return (cause: unknown, request, response, next) => {
		const answer = foreseen(cause);
		if (cause instanceof StoreFull) faults.report(cause, { at: 'request' });
		if (answer && !response.headersSent) return sendProblem(response, answer.status, answer.problem);
		const incident = faults.report(cause, { at: 'request', method: request.method });
		if (response.headersSent) return next(cause);
		sendProblem(response, 500, {
			code: 'fault',
			sentence: 'Something went wrong on the server. Try again; if it stays, tell the organiser this number.',
			values: { incident }
		});
	};
}
