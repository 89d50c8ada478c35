import { canonicalJson } from '#lib/domain/canonical-json.ts';
import type { Snapshot } from '#lib/domain/board.ts';
import type { Id } from '#lib/domain/ids.ts';
import { plainTextOf } from '#lib/domain/rich-text.ts';

/** One difference between two versions, for whoever had read the older one. */
export type Change =
	| { readonly is: 'title'; readonly before: string; readonly now: string }
	| { readonly is: 'language'; readonly before: string; readonly now: string }
	| { readonly is: 'party-new' | 'party-gone'; readonly centreId: Id; readonly name: string }
	| { readonly is: 'role'; readonly centreId: Id; readonly name: string }
	| { readonly is: 'contribution'; readonly centreId: Id; readonly name: string; readonly now: string }
	| { readonly is: 'step-new' | 'step-gone' | 'step'; readonly what: string }
	| { readonly is: 'line-new' | 'line-gone'; readonly text: string };

/** What changed from one version to the next, in the order of the page. Lines of the text are compared as wholes. */
export function changesBetween(before: Snapshot, now: Snapshot): readonly Change[] {
	const changes: Change[] = [];
	if (before.title !== now.title) changes.push({ is: 'title', before: before.title, now: now.title });
	if (before.language !== now.language) changes.push({ is: 'language', before: before.language, now: now.language });
	return [...changes, ...partyChanges(before, now), ...lineChanges(before, now), ...stepChanges(before, now)];
}

function partyChanges(before: Snapshot, now: Snapshot): Change[] {
	const old = new Map(before.parties.map((party) => [party.centreId, party]));
	const changes: Change[] = [];
	for (const { centreId, name, role, contribution } of now.parties) {
		const was = old.get(centreId);
		old.delete(centreId);
		if (!was) changes.push({ is: 'party-new', centreId, name });
		else if (was.contribution !== contribution) changes.push({ is: 'contribution', centreId, name, now: contribution });
		if (was && was.role !== role) changes.push({ is: 'role', centreId, name });
	}
	for (const { centreId, name } of old.values()) changes.push({ is: 'party-gone', centreId, name });
	return changes;
}

function stepChanges(before: Snapshot, now: Snapshot): Change[] {
	const old = new Map(before.steps.map((step) => [step.id, step]));
	const changes: Change[] = [];
	for (const step of now.steps) {
		const was = old.get(step.id);
		old.delete(step.id);
		if (!was) changes.push({ is: 'step-new', what: step.what });
		else if (canonicalJson(was) !== canonicalJson(step)) changes.push({ is: 'step', what: step.what });
	}
	for (const step of old.values()) changes.push({ is: 'step-gone', what: step.what });
	return changes;
}

function lineChanges(before: Snapshot, now: Snapshot): Change[] {
	return comparedLines(plainTextOf(before.text), plainTextOf(now.text)).flatMap(({ in: where, text }) => {
		if (where === 'both' || text.trim() === '') return [];
		return [{ is: where === 'now' ? 'line-new' : 'line-gone', text }];
	});
}

export type ComparedLine = { readonly in: 'both' | 'before' | 'now'; readonly text: string };

/** Lines above which two texts are not compared any more but shown one after the other; beyond the editor's 20,000 characters. */
const mostLines = 2000;

/** Two plain texts line by line: the longest common run stays, the rest is in one of them only. */
export function comparedLines(before: string, now: string): readonly ComparedLine[] {
	const a = before === '' ? [] : before.split('\n');
	const b = now === '' ? [] : now.split('\n');
	const lines: ComparedLine[] = [];
	const add = (where: ComparedLine['in'], ...texts: readonly string[]) => {
		for (const text of texts) lines.push({ in: where, text });
	};
	if (a.length > mostLines || b.length > mostLines) {
		add('before', ...a);
		add('now', ...b);
		return lines;
	}
	const common = commonLengths(a, b);
	let i = 0;
	let j = 0;
	while (i < a.length && j < b.length) {
		if (a[i] === b[j]) {
			add('both', a[i] ?? '');
			i += 1;
			j += 1;
		} else if ((common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) add('before', a[i++] ?? '');
		else add('now', b[j++] ?? '');
	}
	add('before', ...a.slice(i));
	add('now', ...b.slice(j));
	return lines;
}

/** `[i][j]`: how many lines `a` from i and `b` from j have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint16Array[] {
	const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
	for (let i = a.length - 1; i >= 0; i -= 1) {
		for (let j = b.length - 1; j >= 0; j -= 1) {
			const row = table[i] as Uint16Array;
			const below = table[i + 1] as Uint16Array;
			row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
		}
	}
	return table;
}
