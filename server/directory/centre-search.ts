import type { CentreHit } from '#lib/protocol/rest.ts';
import {
	buildCentreIndex,
	type CentreFound,
	type CentreIndex,
	type SearchableCentre
} from '../roster/search-centres.ts';
import type { DirectoryMemory, HeldCentre } from './directory-memory.ts';

type Searchable = SearchableCentre & { readonly held: HeldCentre };

/** Finds centres by part of their names, their cities and their networks' names, without accents. */
export class CentreSearch {
	readonly #memory: DirectoryMemory;
	#index: CentreIndex<Searchable> | null = null;
	#indexed = -1;

	constructor(memory: DirectoryMemory) {
		this.#memory = memory;
	}

	/** The best hits, the best one first; for an empty query the first by name. */
	search(query: string, limit: number): readonly CentreHit[] {
		return this.#current().search(query, limit).map(hitOf);
	}

	#current(): CentreIndex<Searchable> {
		if (this.#index && this.#indexed === this.#memory.centresVersion) return this.#index;
		this.#indexed = this.#memory.centresVersion;
		const index = buildCentreIndex<Searchable>(
			this.#memory.centres().map((held) => {
				const { id, name, legalName, city, networkIds } = held.row;
				const networks = networkIds.flatMap((network) => this.#memory.centre(network)?.row.name ?? []);
				return { id, name, legalName, city, networks, held };
			})
		);
		this.#index = index;
		return index;
	}
}

/** The centre's name, and after it whatever else the query met: *SEPR, Lyon · MOSAIC*. */
function hitOf({ centre: { held }, found }: CentreFound<Searchable>): CentreHit {
	let display = held.row.name;
	const ranges: (readonly [number, number])[] = [];
	for (const { part, text, ranges: met } of found) {
		if (part !== 'name') display += part === 'city' ? ', ' : ' · ';
		const start = part === 'name' ? 0 : display.length;
		if (part !== 'name') display += text;
		for (const [from, to] of met) ranges.push([start + from, start + to]);
	}
	return { centre: held.centre, display, ranges };
}
