import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { DestinationStream, Logger } from 'pino';
import pino from 'pino';
import type { Config } from '../config.ts';

export type { Logger };

/** Where exceptions end. */
export type Faults = {
	/**
	 * Logs an exception once, with its cause and without anything that a person wrote.
	 * @param where facts for the operator: no names, no texts, no tokens, no query strings
	 * @returns the incident's id, to be shown to the person
	 */
	readonly report: (cause: unknown, where: Readonly<Record<string, string | number>>) => string;
};

/** Structured lines on standard error: standard output keeps the sentences and links for the person at the terminal. */
export function createLogger(
	{ logLevel }: Pick<Config, 'logLevel'>,
	destination: DestinationStream = pino.destination({ dest: 2, sync: true })
): Logger {
	const serializers = { err: described };
	return pino({ level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }, destination);
}

/** @param counted told of every report, for the metrics */
export function faultsTo(logger: Logger, counted: () => void = () => undefined): Faults {
	return {
		report: (cause, where) => {
			const incident = randomBytes(5).toString('hex');
			counted();
			logger.error({ incident, ...where, fault: described(cause) }, 'fault');
			return incident;
		}
	};
}

/** One line per request when the level is debug: the route as it is written, never the address with its codes and queries. */
export function logRequests(logger: Logger): RequestHandler {
	return (request, response, next) => {
		const start = performance.now();
		response.once('close', () => {
			const route = (request.route as { readonly path?: unknown } | undefined)?.path ?? null;
			const ms = Math.round(performance.now() - start);
			logger.debug({ method: request.method, route, status: response.statusCode, ms }, 'request');
		});
		next();
	};
}

type Described = {
	readonly name: string;
	readonly code?: string;
	readonly message: string;
	readonly stack: readonly string[];
	readonly cause?: Described;
};

/**
 * Parsers and validators quote what they were given in their messages, and that may be what somebody wrote: whatever
 * stands in quotation marks goes. The stack's first lines repeat the message, so only its frames are kept.
 */
function described(cause: unknown): Described {
	if (!(cause instanceof Error)) return { name: typeof cause, message: '', stack: [] };
	const code = 'code' in cause && typeof cause.code === 'string' ? { code: cause.code } : {};
	const inner = cause.cause === undefined ? {} : { cause: described(cause.cause) };
	return {
		name: cause.name,
		...code,
		message: cause.message.replace(/"[^]*"|'[^]*'|`[^]*`/g, '…').slice(0, 300),
		stack: (cause.stack ?? '')
			.split('\n')
			.filter((line) => line.startsWith('    at '))
			.map((line) => line.trim()),
		...inner
	};
}
