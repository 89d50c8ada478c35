import { isRefusal } from '#lib/domain/cards.ts';
import { reject, type Refusal } from '#lib/domain/command.ts';
import { newId, type Id } from '#lib/domain/ids.ts';
import type { RosterKind } from '#lib/protocol/rest-roster.ts';
import { isSectorCode } from '#lib/domain/sector-codes.ts';
import type { RosterEncoding } from '../roster/decode-roster.ts';
import { nameKey } from '../roster/name-key.ts';
import { readRosterFile } from '../roster/read-roster-file.ts';
import { previewRoster, type RosterPreview } from '../roster/roster-preview.ts';
import { newCentre } from './centre-editor.ts';
import type { Clock, Random } from './chance.ts';
import type { DelegationCodes } from './delegation-codes.ts';
import type { DirectoryLedger } from './directory-ledger.ts';
import type { CentreFacts, CentreRow, Change } from './records.ts';
import { asRecords, factsOf, membershipsNamed, networkIdsByName } from './roster-records.ts';
import { sectorNamed } from './sector-names.ts';

export type RosterFile = {
	readonly bytes: Uint8Array;
	/** null: found out by the header. */
	readonly kind: RosterKind | null;
	/** null: found out by the bytes. */
	readonly encoding: RosterEncoding | null;
};

export type Imported = {
	readonly preview: RosterPreview;
	/** Centres that were there before and read differently now. */
	readonly changed: readonly Id[];
};

type Draft = { readonly id: Id; readonly before: CentreRow | null; readonly facts: CentreFacts };

/** Brings a roster of networks or organisations from a CSV file into the directory: all of it, or nothing. */
export class RosterImport {
	readonly #ledger: DirectoryLedger;
	readonly #codes: DelegationCodes;
	readonly #random: Random;
	readonly #now: Clock;

	constructor(ledger: DirectoryLedger, codes: DelegationCodes, random: Random, now: Clock) {
		this.#ledger = ledger;
		this.#codes = codes;
		this.#random = random;
		this.#now = now;
	}

	/** What an import would do, row by row, without doing it. Refuses with the codes of the roster's reader. */
	preview({ bytes, kind, encoding }: RosterFile): RosterPreview | Refusal {
		const table = readRosterFile(bytes, undefined, { encoding });
		if (isRefusal(table)) return table;
		return previewRoster({ table, kind, existing: asRecords(this.#centres()), isSectorCode, sectorNamed });
	}

	/** Refuses with the codes of the roster's reader, and with `roster-has-problems` when the preview has a bad row. */
	async import(file: RosterFile, by: Id | null): Promise<Imported | Refusal> {
		return this.#ledger.inTurn(async (write) => {
			const preview = this.preview(file);
			if (isRefusal(preview)) return preview;
			if (preview.counts.bad > 0) {
				const rows = preview.counts.bad;
				const sentence = 'Some rows cannot be read, so nothing was imported. Correct them and try again.';
				return reject('roster-has-problems', sentence, { rows });
			}
			const drafts = this.#drafts(preview);
			await write(this.#changes(drafts, by));
			return { preview, changed: drafts.flatMap(({ id, before }) => (before ? [id] : [])) };
		});
	}

	#centres(): readonly CentreRow[] {
		return this.#ledger.memory.centres().map(({ row }) => row);
	}

	/** Every centre that comes in or becomes another, networks first: organisations point to them. */
	#drafts(preview: RosterPreview): readonly Draft[] {
		const drafts = new Map<Id, Draft>();
		const networks = networkIdsByName(this.#centres());
		for (const row of preview.rows) {
			if (row.action !== 'add' && row.action !== 'update') continue;
			const before = row.centreId === null ? null : (this.#ledger.memory.centre(row.centreId)?.row ?? null);
			const named = row.centre.isNetwork ? [] : row.centre.networks;
			const networkIds = named.flatMap((name) => networks.get(nameKey(name)) ?? []);
			const id = before?.id ?? newId(this.#random);
			drafts.set(id, { id, before, facts: factsOf(row.centre, networkIds) });
		}
		this.#joinMembers(drafts);
		return [...drafts.values()].sort((a, b) => Number(b.facts.isNetwork) - Number(a.facts.isNetwork));
	}

	/** Adds the networks whose rosters name an organisation, whichever of the two files came first. */
	#joinMembers(drafts: Map<Id, Draft>): void {
		const all = new Map(this.#centres().map((row): [Id, Draft] => [row.id, { id: row.id, before: row, facts: row }]));
		for (const draft of drafts.values()) all.set(draft.id, draft);
		const [networks, organisations] = [true, false].map((is) =>
			[...all.values()].filter(({ facts }) => facts.isNetwork === is)
		);
		const memberships = membershipsNamed(
			(organisations ?? []).map(({ id, facts }) => ({ id, names: [facts.name, facts.legalName] })),
			(networks ?? []).map(({ id, facts }) => ({ id, members: facts.members }))
		);
		for (const [id, more] of memberships) {
			const draft = all.get(id);
			if (!draft || more.every((network) => draft.facts.networkIds.includes(network))) continue;
			const networkIds = [...new Set([...draft.facts.networkIds, ...more])];
			drafts.set(id, { ...draft, facts: { ...draft.facts, networkIds } });
		}
	}

	#changes(drafts: readonly Draft[], by: Id | null): Change[] {
		const at = this.#now();
		return drafts.flatMap(({ id, before, facts }): Change[] => {
			const fresh = newCentre(this.#codes, id, facts, before?.asked ?? null);
			const { codeGeneration, codeHash } = before ?? fresh;
			const row = { ...fresh, codeGeneration, codeHash };
			return [
				{ is: 'centre', row },
				{ is: 'approved', centreId: id, by, at }
			];
		});
	}
}
