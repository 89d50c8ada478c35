import type { Request, RequestHandler, Response } from 'express';
import * as v from 'valibot';
import { isRefusal } from '#lib/domain/cards.ts';
import { reject, type Refusal } from '#lib/domain/command.ts';
import type { Problem, RestProblemCode } from '#lib/protocol/rest-problems.ts';
import { sendProblem } from '../problems.ts';

/** Refusals whose HTTP status is not 422. */
const statuses: Readonly<Record<string, number>> = {
	'session-needed': 401,
	'sign-in-wrong': 401,
	'not-allowed': 403,
	'not-found': 404,
	'workshop-unknown': 404,
	'join-code-wrong': 404,
	'link-wrong': 404,
	'person-forgotten': 404,
	'forum-missing': 409,
	'centre-in-use': 409,
	'workshop-joined': 409,
	'organiser-stays': 409,
	'join-code-replaced': 410,
	'link-used': 410,
	'link-expired': 410,
	'guesses-too-many': 429,
	'too-often': 429,
	'try-later': 503
} satisfies Partial<Record<RestProblemCode, number>>;

/** The refusal as it goes down the wire. Which field it is about travels among its values. */
export function problemOf({ code, sentence, values }: Refusal): Problem {
	const { field, ...others } = values;
	return {
		code,
		sentence,
		...(typeof field === 'string' && { field }),
		...(Object.keys(others).length > 0 && { values: others })
	};
}

export function answerRefusal(response: Response, refusal: Refusal): void {
	sendProblem(response, statuses[refusal.code] ?? 422, problemOf(refusal));
}

export type Answer = object | Refusal | null;

/** Answers with what the work comes to: a body, nothing (204), or a refusal by its status. Exceptions go on to the edge. */
export function route(work: (request: Request, response: Response) => Promise<Answer> | Answer): RequestHandler {
	return async (request, response) => {
		const answer = await work(request, response);
		if (answer === null) response.status(204).end();
		else if (isRefusal(answer)) answerRefusal(response, answer);
		else response.json(answer);
	};
}

/** Names the first field that is wrong. */
function invalid(issue: v.BaseIssue<unknown>): Refusal {
	const field = issue.path?.map((part: { key: unknown }) => String(part.key)).join('.') ?? '';
	return reject('input-invalid', `Please check “${field}”: ${issue.message}`, { field });
}

/** The body, if it has the shape of the schema. Refuses with `input-invalid`, naming the first field that is wrong. */
export function bodyOf<Schema extends v.GenericSchema>(
	schema: Schema,
	request: Request
): { readonly input: v.InferOutput<Schema> } | Refusal {
	const parsed = v.safeParse(schema, request.body ?? {});
	return parsed.success ? { input: parsed.output } : invalid(parsed.issues[0]);
}

/** One value of the query string; empty when it is not there or there twice. */
export function queryOf(request: Request, name: string): string {
	const value: unknown = request.query[name];
	return typeof value === 'string' ? value : '';
}

/** A part of the address. */
export function partOf(request: Request, name: string): string {
	const value: unknown = request.params[name];
	return typeof value === 'string' ? value : '';
}
