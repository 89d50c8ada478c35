/** What a runner found. */
export interface Counts {
	readonly passed: number;
	readonly failed: number;
}

interface VitestReport {
	readonly testResults: readonly {
		readonly status: string;
		readonly assertionResults: readonly { readonly status: string }[];
	}[];
}

interface PlaywrightReport {
	readonly stats: {
		readonly expected: number;
		readonly unexpected: number;
		readonly flaky: number;
		readonly skipped: number;
	};
	readonly errors: readonly unknown[];
}

/** A file that could not even be loaded has no tests to fail; it is a failure itself. */
function vitest(report: VitestReport): Counts {
	const statuses = report.testResults.flatMap((file) => file.assertionResults.map((one) => one.status));
	const brokenFiles = report.testResults.filter(
		(file) => file.status !== 'passed' && file.assertionResults.every((one) => one.status === 'passed')
	);
	const passed = statuses.filter((status) => status === 'passed').length;
	return { passed, failed: statuses.length - passed + brokenFiles.length };
}

/** A test that passed at the second try or was left out has not passed. */
function playwright({ stats, errors }: PlaywrightReport): Counts {
	return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

/**
 * Counts by a runner's own report. A runner that left none, found no test, or ended badly without naming a failed
 * test counts as one failure.
 *
 * @param report the text of the JSON file, or undefined when there is none
 * @param exitCode how the runner ended; null when a signal ended it
 * @throws SyntaxError never: a report that cannot be read is a report that is missing
 */
export function countReport(report: string | undefined, exitCode: number | null): Counts {
	const counts = report === undefined ? undefined : read(report);
	if (counts === undefined) return { passed: 0, failed: 1 };
	const silentFailure = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0);
	return silentFailure ? { ...counts, failed: 1 } : counts;
}

function read(text: string): Counts | undefined {
	try {
		const report = JSON.parse(text) as VitestReport | PlaywrightReport;
		return 'stats' in report ? playwright(report) : vitest(report);
	} catch (cause) {
		if (cause instanceof SyntaxError) return undefined;
		throw cause;
	}
}
