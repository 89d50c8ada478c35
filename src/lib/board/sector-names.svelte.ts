import { locale } from '#lib/messages/messages.ts';
import { loadSectorNames } from '#lib/vocabulary/labels.ts';

/** The names of the sectors in the reader's language. They come after the first paint; until then a name is empty. */
class SectorNames {
	#label: ((code: string) => string) | null = $state.raw(null);
	#loading: Promise<void> | null = null;

	/** Loads them once; call it again when an earlier try found no network. */
	load(): Promise<void> {
		this.#loading ??= loadSectorNames(locale).then(
			(label) => void (this.#label = label),
			() => void (this.#loading = null)
		);
		return this.#loading;
	}

	get ready(): boolean {
		return this.#label !== null;
	}

	of = (code: string): string => this.#label?.(code) ?? '';
}

/** The page's one list of names: its language does not change while it is open. */
export const sectorNames = new SectorNames();
