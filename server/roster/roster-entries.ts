import { lengthOf } from '#lib/domain/texts.ts';
import type { RosterKind } from '#lib/protocol/rest-roster.ts';
import { emptyRecord, recordLimits, type CentreRecord, type ExistingCentre } from './centre-record.ts';
import { nameKey } from './name-key.ts';
import type { RosterField } from './roster-columns.ts';
import { shorten, type RosterProblemCode } from './roster-problems.ts';
import type { RosterValues } from './roster-values.ts';

/** One centre while a file is read: as the roster has it, what the file said so far, and what comes of it. */
export type Entry = {
	/** Both null for a centre that the import adds. */
	readonly id: string | null;
	readonly before: CentreRecord | null;
	now: CentreRecord;
	said: RosterValues;
	/** The first line of the file that names it; null while none does. */
	line: number | null;
};

/** Why a row cannot be given to one entry; its column is the one of `field`. */
export type Clash = {
	readonly field: RosterField;
	readonly code: RosterProblemCode;
	readonly params: Record<string, string | number>;
};

const codeFields = ['pic', 'oid'] as const;

type Named = {
	readonly name?: unknown;
	readonly legalName?: unknown;
	readonly pic?: unknown;
	readonly oid?: unknown;
};

/** Under which keys a centre is found: its names without accents and case, its codes. */
function keysOf(centre: Named): { readonly names: readonly string[]; readonly codes: readonly string[] } {
	const names = [centre.name, centre.legalName].map((name) => (typeof name === 'string' ? nameKey(name) : ''));
	const codes = codeFields.filter((field) => centre[field]).map((field) => `${field}:${String(centre[field])}`);
	return { names: names.filter((name) => name !== ''), codes };
}

function same(a: unknown, b: unknown): boolean {
	if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
	return a.length === b.length && a.every((item) => b.includes(item));
}

/** Fields that the import changes, by name; all that say something for a new centre. */
export function changesOf({ before, now }: Entry): readonly RosterField[] {
	const old = before ?? emptyRecord(now.isNetwork ? 'networks' : 'organisations');
	const fields = Object.keys(now) as (keyof CentreRecord)[];
	return fields.flatMap((field) => (field === 'isNetwork' || same(now[field], old[field]) ? [] : [field]));
}

function recordFrom(before: CentreRecord | null, values: RosterValues, kind: RosterKind): CentreRecord {
	// The readers of roster-values give every field the type that the record has.
	const record = { ...(before ?? emptyRecord(kind)), ...values } as CentreRecord;
	return { ...record, name: record.name || record.legalName };
}

/** Joins what a further row says about the same centre: lists are united, one value may not be said in two ways. */
function joined(said: RosterValues, more: RosterValues, line: number): RosterValues | Clash {
	const sum: { [Field in RosterField]?: string | readonly string[] } = { ...said };
	for (const [field, value] of Object.entries(more) as [RosterField, string | readonly string[]][]) {
		const first = sum[field];
		if (first === undefined) sum[field] = value;
		else if (typeof first === 'string' || typeof value === 'string') {
			const equal = nameKey(String(first)) === nameKey(String(value));
			if (!equal) return { field, code: 'differs-from-line', params: { line, first: shorten(String(first)) } };
		} else sum[field] = [...new Set([...first, ...value])];
	}
	return sum;
}

function clash(field: RosterField, code: RosterProblemCode, params: Clash['params'] = {}): Clash {
	return { field, code, params };
}

/** All centres of one kind that a file may speak of, found by name and code. */
export class RosterEntries {
	readonly #kind: RosterKind;
	readonly #byName = new Map<string, Set<Entry>>();
	readonly #byCode = new Map<string, Set<Entry>>();

	constructor(existing: readonly ExistingCentre[], kind: RosterKind) {
		this.#kind = kind;
		for (const centre of existing) {
			const { id, ...before } = centre;
			if (centre.isNetwork === (kind === 'networks')) this.#index({ id, before, now: before, said: {}, line: null });
		}
	}

	#index(entry: Entry): void {
		const { names, codes } = keysOf(entry.now);
		for (const name of names) this.#byName.set(name, (this.#byName.get(name) ?? new Set()).add(entry));
		for (const code of codes) this.#byCode.set(code, (this.#byCode.get(code) ?? new Set()).add(entry));
	}

	/**
	 * The centre that a row speaks of: by PIC or OID, else by name; null when there is none yet. Organisations of two
	 * countries are two organisations, whatever they are called.
	 */
	#find(values: RosterValues): Entry | Clash | null {
		const { names, codes } = keysOf(values);
		const byCode = new Set(codes.flatMap((code) => [...(this.#byCode.get(code) ?? [])]));
		const byName = [...new Set(names.flatMap((name) => [...(this.#byName.get(name) ?? [])]))].filter(({ now }) => {
			return now.country === null || !values.country || now.country === values.country;
		});
		const [owner, other] = byCode;
		if (!owner) return this.#oneOf(byName, values);
		if (!other && (byName.length === 0 || byName.includes(owner))) return owner;
		const field = codeFields.find((one) => values[one] !== undefined) ?? 'pic';
		return clash(field, 'code-of-another', { name: owner.now.name });
	}

	#oneOf(candidates: readonly Entry[], values: RosterValues): Entry | Clash | null {
		const fits = (said: RosterValues[RosterField], known: string) =>
			typeof said !== 'string' || nameKey(said) === nameKey(known);
		const both = candidates.filter(({ now }) => fits(values.name, now.name) && fits(values.legalName, now.legalName));
		const [entry, ...others] = both.length === 1 ? both : candidates;
		if (!entry) return null;
		if (others.length > 0) {
			const names = candidates.map(({ now }) => (now.country ? `${now.name} (${now.country})` : now.name));
			return clash('name', 'name-ambiguous', { names: shorten(names.join(', ')) });
		}
		const field = codeFields.find((one) => entry.now[one] && values[one] && entry.now[one] !== values[one]);
		if (field === undefined) return entry;
		return clash(field, 'code-differs', { name: entry.now.name, known: String(entry.now[field]) });
	}

	/** Takes a row in: the entry that it added or changed, or why it cannot be taken. */
	take(values: RosterValues, line: number): Entry | Clash {
		const found = this.#find(values);
		if (found && 'params' in found) return found;
		if (!found && values.name === undefined && lengthOf(String(values.legalName)) > recordLimits.shortName) {
			return clash('name', 'name-missing');
		}
		const entry = found ?? { id: null, before: null, now: emptyRecord(this.#kind), said: {}, line: null };
		const said = joined(entry.said, values, entry.line ?? line);
		if ('params' in said) return said;
		entry.said = said;
		entry.line ??= line;
		entry.now = recordFrom(entry.before, said, this.#kind);
		this.#index(entry);
		return entry;
	}
}
