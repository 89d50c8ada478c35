import { execFileSync, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, withBuiltServer, withProgram, type Running } from './built-server.ts';
import { cpuUs, medians, rssMb, round, spread } from './figures.ts';
import type { BenchOptions } from './main.ts';
import { openSharedDraft } from './shared-draft.ts';
import type { FromWriters, TextJob, ToWriters } from './text-messages.ts';

const peers = join(import.meta.dirname, 'peers');
const processes = 2;
const typists = 10;
const charactersPerSecond = 5;
const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

/** A hundred people in one text, ten of them typing: on our server, and on the stock server of y-websocket with LevelDB. */
export async function measure(options: BenchOptions): Promise<object> {
	installPeers();
	const runs = [];
	for (let run = 1; run <= options.runs; run += 1) {
		say(`Run ${run} of ${options.runs}: ours, then the stock server; with carets, then without.`);
		const proposals = await measureOurs(options, true);
		const peer = await measurePeer(options, true);
		const bare = { proposals: await measureOurs(options, false), peer: await measurePeer(options, false) };
		runs.push({ proposals, peer, withoutCarets: bare });
		say(JSON.stringify(runs.at(-1)));
	}
	return medians(runs);
}

/** Its native part comes as a prebuilt binary inside its package: nothing is compiled, and no script of it runs. */
function installPeers(): void {
	if (existsSync(join(peers, 'node_modules', '@y', 'websocket-server'))) return;
	say('Installing what it is measured beside …');
	execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peers, stdio: ['ignore', 2, 2] });
}

async function measureOurs(options: BenchOptions, carets: boolean): Promise<object> {
	return withBuiltServer(async (server) => {
		const draft = await openSharedDraft(new URL(server.printed), options.clients);
		const { proposalId: room, origin, cookies } = draft;
		const address = `${origin.replace('http', 'ws')}/proposals`;
		return load(options, server, { address, room, origin, cookies, carets });
	});
}

async function measurePeer(options: BenchOptions, carets: boolean): Promise<object> {
	return inFolder((folder) => {
		const script = join(peers, 'websocket-server.js');
		return withProgram(script, { YPERSISTENCE: folder }, /(ws:\/\/\S+)/, (server) => {
			const cookies = Array.from({ length: options.clients }, () => '');
			const target = { address: server.printed, room: 'bench', origin: 'http://localhost', cookies, carets };
			return load(options, server, target);
		});
	});
}

type Target = Pick<TextJob, 'address' | 'room' | 'origin' | 'cookies' | 'carets'>;

/** Connects everybody, lets them type for the time, and counts what came where. */
async function load({ seconds }: BenchOptions, { pid }: Running, target: Target): Promise<object> {
	const workers = Array.from({ length: processes }, () => new Writers());
	const clients = target.cookies.length;
	try {
		const empty = rssMb(pid);
		const share = (index: number) => target.cookies.filter((_cookie, at) => at % processes === index);
		const job = { ...target, is: 'connect', typists: typists / processes } as const;
		await Promise.all(workers.map((worker, index) => worker.ask({ ...job, cookies: share(index) }, 'connected')));
		const connected = rssMb(pid);
		const before = cpuUs(pid);
		await Promise.all(
			workers.map((worker) => worker.ask({ is: 'type', perSecond: charactersPerSecond, seconds }, 'typed'))
		);
		const used = cpuUs(pid) - before;
		const rss = rssMb(pid);
		// What is still on its way comes within this; the CPU is that of the typing time alone.
		await new Promise((resolve) => setTimeout(resolve, 2_000));
		const reports = await Promise.all(workers.map((worker) => worker.ask({ is: 'report' }, 'reported')));
		const late = await workers[0]?.ask({ is: 'join-late', times: 10 }, 'joined-late');
		return {
			...deliveriesOf(reports, clients, used),
			lateJoinMs: spread(late?.ms ?? []),
			cpuPercent: round(used / 1e4 / seconds),
			kbPerConnection: round(((connected - empty) * 1024) / clients),
			rssMb: rss
		};
	} finally {
		for (const worker of workers) worker.end();
	}
}

/** A delivery is one update at one client that did not write it. */
function deliveriesOf(reports: readonly Extract<FromWriters, { is: 'reported' }>[], clients: number, used: number) {
	const key = (client: number, clock: number) => `${client}:${clock}`;
	const sentAt = new Map(
		reports.flatMap(({ sent }) => sent.map(([client, clock, at]) => [key(client, clock), at] as const))
	);
	const delays: number[] = [];
	for (const { got } of reports) {
		for (const [client, clock, at] of got) {
			const sent = sentAt.get(key(client, clock));
			if (sent !== undefined) delays.push(at - sent);
		}
	}
	const saved = reports.flatMap(({ savedMs }) => savedMs);
	return {
		clients,
		typists,
		charactersPerSecond,
		deliveryMs: spread(delays),
		// The stock server says nothing of its disk.
		...(saved.length > 0 && { savedMs: spread(saved) }),
		deliveries: delays.length,
		cpuUsPerDelivery: round(used / Math.max(1, delays.length)),
		lost: sentAt.size * (clients - 1) - delays.length
	};
}

class Writers {
	readonly #child = fork(join(import.meta.dirname, 'text-writers.ts'), { serialization: 'advanced' });

	ask<Kind extends FromWriters['is']>(message: ToWriters, answer: Kind): Promise<Extract<FromWriters, { is: Kind }>> {
		return new Promise((resolve, reject) => {
			const heard = (said: FromWriters) => {
				this.#child.off('message', heard);
				if (said.is === answer) resolve(said as Extract<FromWriters, { is: Kind }>);
				else reject(new Error(said.is === 'failed' ? said.why : `Heard ${said.is} instead of ${answer}`));
			};
			this.#child.on('message', heard);
			this.#child.send(message);
		});
	}

	end(): void {
		this.#child.send({ is: 'end' } satisfies ToWriters);
	}
}
