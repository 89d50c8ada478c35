import { fork } from 'node:child_process';
import { join } from 'node:path';
import { withBuiltServer, withProgram, type Running } from './built-server.ts';
import { cpuUs, medians, rssMb, round, spread } from './figures.ts';
import type { BenchOptions } from './main.ts';
import { openWorkshop } from './workshop.ts';
import type { FromWorker, Job, Tally } from './worker-messages.ts';

const processes = 2;
const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

/** Six hundred people on one board: openly, in private writing, and beside bare Socket.io. */
export async function measure(options: BenchOptions): Promise<object> {
	const runs = [];
	for (let run = 1; run <= options.runs; run += 1) {
		say(`Run ${run} of ${options.runs}: the board, then private writing, then the floor.`);
		const board = await measureBoard(options, false);
		const silent = await measureBoard(options, true);
		const floor = await measureFloor(options);
		runs.push({ board, silent, floor });
		say(JSON.stringify({ board, silent, floor }));
	}
	return medians(runs);
}

async function measureBoard(options: BenchOptions, privateWriting: boolean) {
	return withBuiltServer(async (server) => {
		const link = new URL(server.printed);
		const workshop = await openWorkshop(link, privateWriting);
		return load(options, server, { kind: 'board', origin: link.origin, ...workshop });
	});
}

async function measureFloor(options: BenchOptions) {
	return withProgram(join(import.meta.dirname, 'floor-server.ts'), {}, /(http:\/\/\S+)/, (server) =>
		load(options, server, { kind: 'floor', origin: server.printed })
	);
}

type Target = { readonly origin: string } & (
	| Pick<Extract<Job, { kind: 'floor' }>, 'kind'>
	| Pick<Extract<Job, { kind: 'board' }>, 'kind' | 'board' | 'joinCode' | 'centres'>
);

/** Connects all clients, posts for the time, and counts what came where. */
async function load({ clients, commandsPerSecond, seconds }: BenchOptions, { pid }: Running, target: Target) {
	const each = Math.ceil(clients / processes);
	const workers = Array.from({ length: processes }, () => new Worker());
	try {
		await Promise.all(
			workers.map((worker, index) =>
				worker.ask(
					{ ...target, first: index * each, clients: each, perSecond: commandsPerSecond / processes, seconds },
					'ready'
				)
			)
		);
		await Promise.all(workers.map((worker) => worker.ask('warm', 'warm')));
		await new Promise((resolve) => setTimeout(resolve, 2000));
		const before = cpuUs(pid);
		const posted = await Promise.all(workers.map((worker) => worker.ask('post', 'posted')));
		const used = cpuUs(pid) - before;
		const rss = rssMb(pid);
		// What is still on its way comes within this; the CPU is that of the posting time alone.
		await new Promise((resolve) => setTimeout(resolve, 3000));
		const reports = await Promise.all(workers.map((worker) => worker.ask('report', 'tallies')));
		const tallies = reports.flatMap((report) => report.tallies);
		return figuresOf(
			tallies,
			posted.flatMap((one) => one.ids),
			{ clients: each * processes, commandsPerSecond, used, rss }
		);
	} finally {
		for (const worker of workers) worker.end();
	}
}

type Conditions = {
	readonly clients: number;
	readonly commandsPerSecond: number;
	readonly used: number;
	readonly rss: number;
};

function figuresOf(
	tallies: readonly Tally[],
	posted: readonly string[],
	{ clients, commandsPerSecond, used, rss }: Conditions
) {
	const refused = tallies.flatMap((tally) => tally.refused);
	if (refused.length > 0) say(`Refused: ${[...new Set(refused)].join(', ')} (${refused.length})`);
	const deliveries = tallies.reduce((sum, { received }) => sum + received.length, 0);
	const acked = tallies.reduce((sum, { ackMs }) => sum + ackMs.length, 0);
	// Openly every client gets every card; in private writing its author alone.
	const open = deliveries > posted.length * 2;
	const wanted = open ? posted.length * clients : posted.length;
	const delays = tallies.flatMap(({ deliveryMs }) => deliveryMs.filter((_ms, index) => !open || index % 7 === 0));
	return {
		clients,
		commandsPerSecond,
		ackMs: spread(tallies.flatMap(({ ackMs }) => ackMs)),
		deliveryMs: spread(delays),
		deliveries,
		cpuUsPerDelivery: round(used / Math.max(1, deliveries)),
		cpuPercent: round(used / 1e4 / (posted.length / commandsPerSecond)),
		rssMb: rss,
		unacked: posted.length - acked,
		lost: wanted - (deliveries - tallies.reduce((sum, { duplicated }) => sum + duplicated, 0)),
		duplicated: tallies.reduce((sum, { duplicated }) => sum + duplicated, 0)
	};
}

class Worker {
	readonly #child = fork(join(import.meta.dirname, 'board-worker.ts'), {
		serialization: 'advanced',
		execArgv: ['--initial-heap-size=2000', '--max-old-space-size=3000']
	});

	ask<Kind extends FromWorker['is']>(
		message: Job | 'warm' | 'post' | 'report',
		answer: Kind
	): Promise<Extract<FromWorker, { is: Kind }>> {
		return new Promise((resolve, reject) => {
			const heard = (said: FromWorker) => {
				this.#child.off('message', heard);
				if (said.is === answer) resolve(said as Extract<FromWorker, { is: Kind }>);
				else reject(new Error(said.is === 'failed' ? said.why : `Heard ${said.is} instead of ${answer}`));
			};
			this.#child.on('message', heard);
			this.#child.send(message);
		});
	}

	end(): void {
		this.#child.send('end');
	}
}
