import { chmodSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { ensureChromium, locateChromium, type Machine } from '../support/chromium.ts';
import { projectFolder } from './project-folder.ts';

type Told = { readonly ran: string[]; readonly said: string[] };

/** A machine with these programs, all of which start, where nothing can be installed. */
function machine(
	programs: readonly string[],
	more: Partial<Machine> = {}
): Machine & Told & { readonly folder: string } {
	const folder = projectFolder({ 'bin/readme.txt': '', 'elsewhere/readme.txt': '', 'own/readme.txt': '' });
	for (const program of programs) put(join(folder, program));
	const told: Told = { ran: [], said: [] };
	return {
		folder,
		...told,
		environment: { PATH: `${join(folder, 'bin')}:${join(folder, 'elsewhere')}` },
		playwrightsOwn: join(folder, 'own/chrome'),
		mayUseApt: false,
		run: (program, words) => {
			told.ran.push([basename(program), ...words.slice(-2)].join(' '));
			return false;
		},
		starts: () => true,
		say: (sentence) => told.said.push(sentence),
		...more
	};
}

function put(path: string): void {
	writeFileSync(path, '');
	chmodSync(path, 0o755);
}

test('CHROMIUM_PATH comes before everything else', () => {
	const here = machine(['bin/chromium', 'elsewhere/mine']);
	const environment = { ...here.environment, CHROMIUM_PATH: join(here.folder, 'elsewhere/mine') };
	expect(ensureChromium({ ...here, environment })).toBe(join(here.folder, 'elsewhere/mine'));
	expect(locateChromium({ ...here, environment })).toBe(join(here.folder, 'elsewhere/mine'));
});

test('a CHROMIUM_PATH that leads nowhere is said, and not replaced by another browser', () => {
	const here = machine(['bin/chromium']);
	const environment = { ...here.environment, CHROMIUM_PATH: '/nowhere/chrome' };
	expect(() => ensureChromium({ ...here, environment })).toThrow('CHROMIUM_PATH says "/nowhere/chrome"');
});

test('a Chromium or Chrome on PATH comes before the one that Playwright downloaded', () => {
	const here = machine(['elsewhere/google-chrome', 'own/chrome']);
	expect(ensureChromium(here)).toBe(join(here.folder, 'elsewhere/google-chrome'));
	expect(here.ran).toEqual([]);
});

test('one that does not start is passed over', () => {
	const here = machine(['bin/chromium', 'own/chrome'], { starts: (path) => !path.endsWith('chromium') });
	expect(ensureChromium(here)).toBe(join(here.folder, 'own/chrome'));
});

test('without any, Playwright is asked to download one', () => {
	const here = machine([]);
	const run: Machine['run'] = () => {
		put(here.playwrightsOwn);
		return true;
	};
	expect(ensureChromium({ ...here, run })).toBe(here.playwrightsOwn);
	expect(here.said).toEqual(['No Chromium was found. Asking Playwright to download one.']);
});

test('when that fails, root on Debian installs the package', () => {
	const here = machine([], { mayUseApt: true });
	const run: Machine['run'] = (program, words) => {
		here.run(program, words);
		if (words.includes('install') && program === 'apt-get') put(join(here.folder, 'bin/chromium'));
		return program === 'apt-get';
	};
	expect(ensureChromium({ ...here, run })).toBe(join(here.folder, 'bin/chromium'));
	expect(here.ran).toEqual(['node install chromium', 'apt-get update -q', 'apt-get --no-install-recommends chromium']);
});

test('when nothing helps, the sentence says what to install, and no test is skipped', () => {
	const here = machine([]);
	expect(() => ensureChromium(here)).toThrow(/Install one \(on Debian: "apt-get install chromium".*CHROMIUM_PATH/);
	expect(here.ran).toEqual(['node install chromium']);
});
