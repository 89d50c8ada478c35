import { lengthOf } from '#lib/domain/texts.ts';
import { emptyNetwork, emptyOrganisation, recordLimits, type CentreRecord } from './centre-record.ts';
import { foldName } from './fold-name.ts';
import type { RosterField, RosterKind } from './roster-columns.ts';
import type { RosterProblemCode } from './roster-problems.ts';
import type { RosterValues } from './roster-values.ts';

/** A centre of the roster as the directory holds it. */
export type ExistingCentre = CentreRecord & { readonly id: string };

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

type Found =
	{ readonly is: 'entry'; readonly entry: Entry } | { readonly is: 'new' } | { readonly is: 'clash'; clash: Clash };

const codeFields = ['pic', 'oid'] as const;

function asValues(centre: CentreRecord): RosterValues {
	return Object.fromEntries(
		Object.entries(centre).filter(([, value]) => typeof value === 'string' || Array.isArray(value))
	);
}

/** Under which keys a centre is found: its names without accents and case, its codes. */
function keysOf(values: RosterValues): { readonly names: readonly string[]; readonly codes: readonly string[] } {
	const text = (field: RosterField) => (typeof values[field] === 'string' ? (values[field] as string) : '');
	const names = [text('shortName'), text('legalName')].map(foldName).filter((name) => name !== '');
	const codes = codeFields.filter((field) => text(field) !== '').map((field) => `${field}:${text(field)}`);
	return { names, codes };
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((item) => b.includes(item));
}

function same(a: unknown, b: unknown): boolean {
	return Array.isArray(a) && Array.isArray(b) ? sameList(a, b) : a === b;
}

/** Fields that the import changes, by name; all that say something for a new centre. */
export function changesOf({ before, now }: Entry): readonly RosterField[] {
	const fields = Object.entries(now) as [RosterField | 'isNetwork', unknown][];
	const old: Readonly<Record<string, unknown>> = before ?? (now.isNetwork ? emptyNetwork : emptyOrganisation);
	return fields.flatMap(([field, value]) => (field === 'isNetwork' || same(value, old[field]) ? [] : [field]));
}

function recordFrom(before: CentreRecord | null, values: RosterValues, kind: RosterKind): CentreRecord {
	const base = before ?? (kind === 'networks' ? emptyNetwork : emptyOrganisation);
	// The readers of roster-values give every field the type that the record has.
	const record = { ...base, ...values } as CentreRecord;
	if (record.isNetwork) return record;
	const { shortName, legalName } = record;
	return { ...record, shortName: shortName || legalName, legalName: legalName || shortName };
}

/** Joins what a further row says about the same centre: lists are united, one value may not be said in two ways. */
function joined(said: RosterValues, more: RosterValues, line: number): RosterValues | Clash {
	const sum: { [Field in RosterField]?: string | readonly string[] } = { ...said };
	for (const [field, value] of Object.entries(more) as [RosterField, string | readonly string[]][]) {
		const first = sum[field];
		if (first === undefined) sum[field] = value;
		else if (typeof first === 'string' && typeof value === 'string') {
			if (foldName(first) !== foldName(value)) return { field, code: 'differs-from-line', params: { line, first } };
		} else sum[field] = [...new Set([...first, ...value])];
	}
	return sum;
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
		const { names, codes } = keysOf(asValues(entry.now));
		for (const name of names) this.#byName.set(name, (this.#byName.get(name) ?? new Set()).add(entry));
		for (const code of codes) this.#byCode.set(code, (this.#byCode.get(code) ?? new Set()).add(entry));
	}

	/**
	 * The centre that a row speaks of: by PIC or OID, else by name. Organisations of two countries are two organisations,
	 * whatever they are called.
	 */
	#find(values: RosterValues): Found {
		const { names, codes } = keysOf(values);
		const byCode = new Set(codes.flatMap((code) => [...(this.#byCode.get(code) ?? [])]));
		const byName = [...new Set(names.flatMap((name) => [...(this.#byName.get(name) ?? [])]))].filter(({ now }) => {
			return now.isNetwork || now.country === null || !values.country || now.country === values.country;
		});
		const [owner, other] = byCode;
		if (owner && (other || (byName.length > 0 && !byName.includes(owner)))) {
			const field = codeFields.find((one) => values[one] !== undefined) ?? 'pic';
			return { is: 'clash', clash: { field, code: 'code-of-another', params: { name: owner.now.shortName } } };
		}
		if (owner) return { is: 'entry', entry: owner };
		return this.#oneOf(byName, values);
	}

	#oneOf(candidates: readonly Entry[], values: RosterValues): Found {
		const both = candidates.filter(({ now }) => {
			const legal = now.isNetwork ? '' : now.legalName;
			return [values.shortName, values.legalName].every(
				(name, at) => typeof name !== 'string' || foldName(name) === foldName(at === 0 ? now.shortName : legal)
			);
		});
		const [entry, ...others] = both.length === 1 ? both : candidates;
		if (!entry) return { is: 'new' };
		if (others.length > 0) {
			const names = candidates.map(({ now }) =>
				now.isNetwork ? now.shortName : `${now.shortName} (${now.legalName})`
			);
			return {
				is: 'clash',
				clash: { field: 'shortName', code: 'name-ambiguous', params: { names: names.join(', ') } }
			};
		}
		const known = asValues(entry.now);
		const field = codeFields.find((one) => known[one] && values[one] && known[one] !== values[one]);
		if (field === undefined) return { is: 'entry', entry };
		const params = { name: entry.now.shortName, known: String(known[field]) };
		return { is: 'clash', clash: { field, code: 'code-differs', params } };
	}

	/** Takes a row in: the entry that it added or changed, or why it cannot be taken. */
	take(values: RosterValues, line: number): Entry | Clash {
		const found = this.#find(values);
		if (found.is === 'clash') return found.clash;
		const { shortName, legalName } = values;
		if (found.is === 'new' && shortName === undefined && lengthOf(String(legalName)) > recordLimits.shortName) {
			return { field: 'shortName', code: 'name-missing', params: {} };
		}
		const empty = recordFrom(null, {}, this.#kind);
		const entry = found.is === 'entry' ? found.entry : { id: null, before: null, now: empty, said: {}, line: null };
		const said = joined(entry.said, values, entry.line ?? line);
		if ('params' in said) return said;
		entry.said = said;
		entry.line ??= line;
		entry.now = recordFrom(entry.before, said, this.#kind);
		this.#index(entry);
		return entry;
	}
}
