import { partyRoles, type PartyRole } from '#lib/domain/board.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { CentreEntry } from '#lib/protocol/frame.ts';
import { KeptJson } from '#lib/ui/kept-json.ts';

/** What somebody has filled in to start a draft, and has not started yet. */
export type BegunDraft = {
	readonly title: string;
	/** BCP 47 tag of the language that counts. */
	readonly language: string;
	readonly asked: readonly {
		readonly centreId: Id;
		readonly role: PartyRole;
		readonly chosen: boolean;
		/** What the board calls it: found by a search, it may be in no other place of the page. */
		readonly entry: CentreEntry | null;
	}[];
};

/** Keeps on this device what was begun from these cards, so that a reload or a look elsewhere loses nothing. */
export class BegunDrafts {
	readonly #kept: KeptJson;

	/** @param storage the browser's own; undefined where it is blocked */
	constructor(storage: ConstructorParameters<typeof KeptJson>[0], board: Id, personId: Id, cardIds: readonly Id[]) {
		this.#kept = new KeptJson(storage, ['begun-draft', board, personId, ...cardIds].join(':'));
	}

	read(): BegunDraft | undefined {
		return begunDraft(this.#kept.read());
	}

	keep(begun: BegunDraft): void {
		this.#kept.keep(begun);
	}

	drop(): void {
		this.#kept.drop();
	}
}

function begunDraft(value: unknown): BegunDraft | undefined {
	const kept = value as Partial<Record<keyof BegunDraft, unknown>> | null;
	if (typeof kept?.title !== 'string' || typeof kept.language !== 'string' || !Array.isArray(kept.asked))
		return undefined;
	const asked = kept.asked.flatMap((one: Partial<BegunDraft['asked'][number]> | null) => {
		const role = partyRoles.find((known) => known === one?.role);
		if (typeof one?.centreId !== 'string' || !role) return [];
		const { centreId, chosen, entry } = one;
		const isWhole = typeof entry?.name === 'string' && Array.isArray(entry.sectors) && Array.isArray(entry.networkIds);
		return [{ centreId, role, chosen: chosen === true, entry: isWhole ? entry : null }];
	});
	return { title: kept.title, language: kept.language, asked };
}
