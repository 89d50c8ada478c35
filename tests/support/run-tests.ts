// Runs every check of the project, the cheap ones first, and ends with the line "N passed, N failed".
// `npm test -- domain types` runs these parts only.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { buildIfChanged } from '../../server/bootstrap/build.mjs';
import { Stopped } from '../../server/bootstrap/say.mjs';
import { ensureChromium } from './chromium.ts';
import { countReport, type Counts } from './reports.ts';

interface Part {
	readonly name: string;
	/** Runs at the same time as its neighbours that are alike; their output comes when they are done. */
	readonly beside: boolean;
	readonly run: () => Promise<Counts>;
}

const root = join(import.meta.dirname, '..', '..');
const reports = join(root, 'test-results', 'reports');
/** A runner that is still there after this many milliseconds hangs. */
const patience = 20 * 60_000;
const besideAtOnce = 2;
const running = new Set<ChildProcess>();

interface Ended {
	readonly exitCode: number | null;
	readonly output: string;
}

/** Runs a program of node_modules/.bin, or node, until it ends. */
async function runProgram(
	words: readonly string[],
	environment: Record<string, string>,
	shown: boolean
): Promise<Ended> {
	const [program = '', ...rest] = words;
	const child = spawn(join(root, 'node_modules', '.bin', program), rest, {
		cwd: root,
		env: { ...process.env, ...environment },
		stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
		timeout: patience
	});
	running.add(child);
	const output: Buffer[] = [];
	child.stdout?.on('data', (bytes: Buffer) => output.push(bytes));
	child.stderr?.on('data', (bytes: Buffer) => output.push(bytes));
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (exitCode) => {
			running.delete(child);
			resolve({ exitCode, output: Buffer.concat(output).toString('utf8') });
		});
	});
}

const colour = process.stdout.isTTY ? '1' : '0';

/** A check that passes or fails as a whole: scripts of package.json. Their output shows when one fails. */
function check(name: string, ...scripts: (keyof typeof packageJson.scripts)[]): Part {
	const programs = scripts.flatMap((script) => packageJson.scripts[script].split(' && '));
	const run = async () => {
		for (const program of programs) {
			const { exitCode, output } = await runProgram(program.split(' '), { FORCE_COLOR: colour }, false);
			if (exitCode === 0) continue;
			console.log(`\n${output.trim()}\n\n"${program}" found this.`);
			return { passed: 0, failed: 1 };
		}
		return { passed: 1, failed: 0 };
	};
	return { name, beside: true, run };
}

/** A runner that writes a JSON report, and shows its progress while it works. */
function runner(
	name: string,
	words: (report: string) => readonly string[],
	prepare: () => Record<string, string> = () => ({})
): Part {
	const run = async () => {
		const report = join(reports, `${name}.json`);
		rmSync(report, { force: true });
		const environment = { ...prepare(), PLAYWRIGHT_REPORT: report };
		const { exitCode } = await runProgram(words(report), environment, true);
		return countReport(readIfThere(report), exitCode);
	};
	return { name, beside: false, run };
}

function readIfThere(path: string): string | undefined {
	try {
		return readFileSync(path, 'utf8');
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw cause;
	}
}

const inVitest = (name: string, prepare?: () => Record<string, string>) =>
	runner(
		name,
		(report) => [
			'vitest',
			'run',
			'--project',
			name,
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${report}`
		],
		prepare
	);
const withChromium = () => ({ CHROMIUM_PATH: ensureChromium() });

/** The built pages are what the server serves and the browsers see. */
const build: Part = {
	name: 'build',
	beside: false,
	run: async () => {
		await buildIfChanged(process.execPath);
		return { passed: 1, failed: 0 };
	}
};

/** What the other parts read: the compiled messages, and the types that kit derives from the routes. */
const prepared = check('prepare', 'messages', 'sync');

/** By cost, the cheapest first. */
const parts: readonly Part[] = [
	check('format', 'format:check'),
	check('imports', 'imports'),
	check('unused', 'unused'),
	check('types', 'check'),
	check('lint', 'lint'),
	inVitest('domain'),
	inVitest('vocabulary'),
	inVitest('sync'),
	inVitest('toolchain'),
	build,
	inVitest('server'),
	inVitest('components', withChromium),
	runner('e2e', () => ['playwright', 'test'], withChromium)
];
const needBuild = ['server', 'e2e'];

/** One part, with its outcome said; a fault in it is a failure of it. */
async function outcome(part: Part): Promise<Counts> {
	const began = performance.now();
	const counts = await part.run().catch((fault: unknown) => {
		console.log(fault instanceof Stopped ? fault.message : fault);
		return { passed: 0, failed: 1 };
	});
	const seconds = Math.round((performance.now() - began) / 1000);
	console.log(
		`${counts.failed === 0 ? '✓' : '✗'} ${part.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`
	);
	return counts;
}

/** Runs parts that stand beside each other a few at a time. */
async function side(waiting: Part[]): Promise<ReadonlyMap<string, Counts>> {
	const results = new Map<string, Counts>();
	const lane = async () => {
		for (let part = waiting.shift(); part; part = waiting.shift()) results.set(part.name, await outcome(part));
	};
	await Promise.all(Array.from({ length: besideAtOnce }, lane));
	return results;
}

async function runAll(chosen: readonly Part[]): Promise<ReadonlyMap<string, Counts>> {
	const results = new Map([[prepared.name, await outcome(prepared)]]);
	for (const [name, counts] of await side(chosen.filter((part) => part.beside))) results.set(name, counts);
	for (const part of chosen.filter((one) => !one.beside)) {
		const unbuilt = needBuild.includes(part.name) && results.get('build')?.failed !== 0;
		if (unbuilt) console.log(`✗ ${part.name}: not run, since the pages could not be built.`);
		results.set(part.name, unbuilt ? { passed: 0, failed: 1 } : await outcome(part));
	}
	return results;
}

/** @throws Stopped with the names that there are, when a name is unknown */
function choose(words: readonly string[]): readonly Part[] {
	const names = words.filter((word) => word !== '--only').flatMap((word) => word.split(','));
	const unknown = names.find((name) => !parts.some((part) => part.name === name));
	if (unknown !== undefined) {
		throw new Stopped(`There is no part "${unknown}". The parts are: ${parts.map((part) => part.name).join(', ')}.`, 2);
	}
	if (names.length === 0) return parts;
	const wanted = new Set([...names, ...(names.some((name) => needBuild.includes(name)) ? ['build'] : [])]);
	return parts.filter((part) => wanted.has(part.name));
}

async function main(words: readonly string[]): Promise<void> {
	const chosen = choose(words);
	mkdirSync(reports, { recursive: true });
	const results = [...(await runAll(chosen))];
	const total = (of: keyof Counts) => results.reduce((sum, [, counts]) => sum + counts[of], 0);
	const failures = results.filter(([, counts]) => counts.failed > 0).map(([name]) => name);
	if (failures.length > 0) {
		console.log(`\nFailed: ${failures.join(', ')}. One part again: npm test -- ${failures[0]}`);
		process.exitCode = 1;
	}
	console.log(`${total('passed')} passed, ${total('failed')} failed`);
}

for (const [signal, exitCode] of [
	['SIGINT', 130],
	['SIGTERM', 143]
] as const) {
	process.once(signal, () => {
		for (const child of running) child.kill(signal);
		process.exit(exitCode);
	});
}

await main(process.argv.slice(2)).catch((fault: unknown) => {
	if (!(fault instanceof Stopped)) throw fault;
	console.error(fault.message);
	process.exitCode = fault.exitCode;
});
