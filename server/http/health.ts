import type { Request, RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Faults } from './logging.ts';

/** Asks the store: does it take data? @throws when it does not even answer */
export type AskStore = () => Promise<boolean>;

/**
 * `GET /healthz`. A full disk is said in the body and not by the status: reading goes on, and a supervisor that restarts
 * the program for a status of 503 would end that too.
 */
export function healthRoute(isWritable: AskStore, faults: Faults): RequestHandler {
	return async (_request, response) => {
		response.set('Cache-Control', 'no-store');
		try {
			response.json({ reads: true, writes: await isWritable() });
		} catch (cause) {
			faults.report(cause, { at: 'healthz' });
			response.status(503).json({ reads: false, writes: false });
		}
	};
}

export type Metrics = {
	readonly registry: Registry;
	readonly countFault: () => void;
	/** Measures every request; stands before all routes. */
	readonly measure: RequestHandler;
};

/** @param connections how many Socket.io connections are open now */
export function createMetrics(connections: () => number, isWritable: AskStore): Metrics {
	const registry = new Registry();
	const registers = [registry];
	collectDefaultMetrics({ register: registry });
	const faults = new Counter({ name: 'matchboard_faults_total', help: 'Exceptions that nobody foresaw.', registers });
	const seconds = new Histogram({
		name: 'matchboard_http_seconds',
		help: 'Time to answer HTTP requests, by method and first digit of the status.',
		labelNames: ['method', 'status'],
		registers
	});
	new Gauge({
		name: 'matchboard_connections',
		help: 'Open connections to boards.',
		registers,
		collect() {
			this.set(connections());
		}
	});
	new Gauge({
		name: 'matchboard_store_writes',
		help: '1 while the disk takes data.',
		registers,
		async collect() {
			this.set((await isWritable().catch(() => false)) ? 1 : 0);
		}
	});
	return {
		registry,
		countFault: () => faults.inc(),
		measure: (request, response, next) => {
			const stop = seconds.startTimer({ method: request.method });
			response.once('close', () => void stop({ status: `${String(response.statusCode)[0]}xx` }));
			next();
		}
	};
}

/** `GET /metrics`, for programs of this machine only. A proxy on this machine speaks for others, and says so in its headers. */
export function metricsRoute({ registry }: Metrics): RequestHandler {
	return async (request, response, next) => {
		if (!fromThisMachine(request)) return next();
		response
			.set('Content-Type', registry.contentType)
			.set('Cache-Control', 'no-store')
			.send(await registry.metrics());
	};
}

function fromThisMachine(request: Request): boolean {
	const address = (request.socket.remoteAddress ?? '').replace('::ffff:', '');
	const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(
		(name) => request.get(name) !== undefined
	);
	return !forwarded && (address === '::1' || address.startsWith('127.'));
}
