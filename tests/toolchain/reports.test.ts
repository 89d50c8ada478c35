import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countReport } from '../support/reports.ts';
import { projectFolder, root } from './project-folder.ts';

const passed = { status: 'passed' };
const vitest = (...files: { status: string; assertionResults: { status: string }[] }[]) =>
	JSON.stringify({ testResults: files });
const playwright = (stats: object, errors: unknown[] = []) =>
	JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

describe('a report of Vitest', () => {
	test('counts what passed and what failed', () => {
		const report = vitest(
			{ status: 'passed', assertionResults: [passed, passed] },
			{ status: 'failed', assertionResults: [passed, { status: 'failed' }] }
		);
		expect(countReport(report, 1)).toEqual({ passed: 3, failed: 1 });
	});

	test('counts a file that could not be loaded as one failure', () => {
		const report = vitest({ status: 'passed', assertionResults: [passed] }, { status: 'failed', assertionResults: [] });
		expect(countReport(report, 1)).toEqual({ passed: 1, failed: 1 });
	});

	test('counts a test that did not run as failed', () => {
		const report = vitest({ status: 'passed', assertionResults: [passed, { status: 'skipped' }, { status: 'todo' }] });
		expect(countReport(report, 0)).toEqual({ passed: 1, failed: 2 });
	});
});

describe('a report of Playwright', () => {
	test('counts only a test that passed at the first try as passed', () => {
		const report = playwright({ expected: 4, unexpected: 1, flaky: 1, skipped: 1 });
		expect(countReport(report, 1)).toEqual({ passed: 4, failed: 3 });
	});

	test('counts a fault outside of every test', () => {
		expect(countReport(playwright({ expected: 2 }, [{ message: 'no such browser' }]), 1)).toEqual({
			passed: 2,
			failed: 1
		});
	});
});

describe('a runner', () => {
	test('that left no report, or half of one, has failed', () => {
		expect(countReport(undefined, 0)).toEqual({ passed: 0, failed: 1 });
		expect(countReport('{"testResults":[', 0)).toEqual({ passed: 0, failed: 1 });
	});

	test('that found no test has failed', () => {
		expect(countReport(vitest(), 0)).toEqual({ passed: 0, failed: 1 });
		expect(countReport(playwright({}), 0)).toEqual({ passed: 0, failed: 1 });
	});

	test('that crashed after all tests had passed has failed', () => {
		const report = vitest({ status: 'passed', assertionResults: [passed] });
		expect(countReport(report, 1)).toEqual({ passed: 1, failed: 1 });
		expect(countReport(report, null)).toEqual({ passed: 1, failed: 1 });
	});
});

test('a part that does not exist is refused with the names of those that do', () => {
	const answer = spawnSync(process.execPath, [join(root, 'tests/support/run-tests.ts'), 'everything'], {
		encoding: 'utf8'
	});
	expect(answer.stderr).toContain('The parts are: format, imports, unused, types, lint, domain,');
	expect(answer.status).toBe(2);
});

/** `.ci/run` in a project whose `npm test` is this shell command. */
function ci(command: string) {
	const folder = projectFolder({ 'package.json': JSON.stringify({ scripts: { test: command } }) });
	const environment = Object.entries(process.env).filter(([name]) => !name.toLowerCase().startsWith('npm_'));
	cpSync(join(root, '.ci/run'), join(folder, '.ci/run'));
	const answer = spawnSync(join(folder, '.ci/run'), { env: Object.fromEntries(environment), encoding: 'utf8' });
	return { last: answer.stdout.trimEnd().split('\n').at(-1), code: answer.status };
}

describe('.ci/run', () => {
	test('ends with the line of npm test and with its exit code', () => {
		expect(ci("echo '12 passed, 0 failed'")).toEqual({ last: '12 passed, 0 failed', code: 0 });
		expect(ci("echo '11 passed, 1 failed'; exit 1")).toEqual({ last: '11 passed, 1 failed', code: 1 });
	});

	test('counts a test run that ended without its line as failed', () => {
		expect(ci('echo half; exit 137')).toEqual({ last: '0 passed, 1 failed', code: 137 });
		expect(ci('echo half')).toEqual({ last: '0 passed, 1 failed', code: 1 });
	});
});
