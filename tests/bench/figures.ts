import { readFileSync } from 'node:fs';

/** The value below which this share of the sorted values lies; 0 for none. */
export function percentile(sorted: Float64Array | readonly number[], share: number): number {
	if (sorted.length === 0) return 0;
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function spread(values: readonly number[]): { readonly p50: number; readonly p99: number } {
	const sorted = Float64Array.from(values).sort();
	return { p50: round(percentile(sorted, 0.5)), p99: round(percentile(sorted, 0.99)) };
}

export function round(value: number): number {
	return Math.round(value * 100) / 100;
}

/** The run in the middle, figure by figure, of records with the same shape. */
export function medians<Figures>(runs: readonly Figures[]): Figures {
	const [first] = runs;
	if (typeof first === 'number') {
		const sorted = [...(runs as readonly number[])].sort((a, b) => a - b);
		return sorted[Math.floor(sorted.length / 2)] as Figures;
	}
	if (first === null || typeof first !== 'object') return first as Figures;
	const names = Object.keys(first) as (keyof Figures)[];
	return Object.fromEntries(names.map((name) => [name, medians(runs.map((run) => run[name]))])) as Figures;
}

/** Milliseconds on one scale for all processes of this machine, finer than `Date.now()`. */
export function machineTime(): number {
	return performance.timeOrigin + performance.now();
}

/** CPU time that a process has used so far, in microseconds; Linux, clock ticks of 10 ms. */
export function cpuUs(pid: number): number {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

/** Resident memory of a process, in MB. */
export function rssMb(pid: number): number {
	const kb = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
	return round(Number(kb) / 1024);
}
