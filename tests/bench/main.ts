// Measures, one subject at a time: `npm run bench -- board --json`. The figures go to stdout, everything else to stderr.
import { parseArgs } from 'node:util';

const subjects = ['board', 'proposals', 'way-in', 'wide-board'] as const;

export type BenchOptions = {
	/** How often each figure is taken; the median counts. */
	readonly runs: number;
	readonly seconds: number;
	readonly clients: number;
	readonly commandsPerSecond: number;
};

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		json: { type: 'boolean', default: false },
		runs: { type: 'string' },
		seconds: { type: 'string' },
		clients: { type: 'string' },
		rate: { type: 'string' }
	}
});

const subject = subjects.find((one) => one === positionals[0]);
if (!subject) {
	process.stderr.write(`Say what to measure: ${subjects.join(', ')}. Add --json for figures alone.\n`);
	process.exit(2);
}
const number = (text: string | undefined, usual: number) => (text === undefined ? usual : Number(text));
const options: BenchOptions = {
	runs: number(values.runs, 3),
	seconds: number(values.seconds, 20),
	clients: number(values.clients, subject === 'board' ? 600 : 100),
	commandsPerSecond: number(values.rate, 50)
};
const { measure } = (await import(`./${subject}.ts`)) as { measure: (options: BenchOptions) => Promise<object> };
const figures = await measure(options);
process.stdout.write(`${JSON.stringify(figures, null, values.json ? 0 : '\t')}\n`);
