import type { Id } from '#lib/domain/ids.ts';

type Here = { readonly centreId: Id | null; sockets: number; goneAt: number | null };

/** How long a person counts as here after the last connection, in milliseconds: a phone that slept is still in the room. */
export const presenceGraceMs = 30_000;

/** Who is here, in memory only: never in the log, gone with the process. */
export class PresenceBook {
	readonly #people = new Map<Id, Here>();
	#changed = true;

	enter(personId: Id, centreId: Id | null): void {
		const here = this.#people.get(personId);
		const sockets = (here?.sockets ?? 0) + 1;
		if (!here || here.centreId !== centreId) this.#changed = true;
		this.#people.set(personId, { centreId, sockets, goneAt: null });
	}

	leave(personId: Id, now: number): void {
		const here = this.#people.get(personId);
		if (!here) return;
		here.sockets -= 1;
		if (here.sockets <= 0) here.goneAt = now;
	}

	/** Forgets who has been gone for the grace time. */
	sweep(now: number): void {
		for (const [id, { goneAt }] of this.#people) {
			if (goneAt === null || now - goneAt < presenceGraceMs) continue;
			this.#people.delete(id);
			this.#changed = true;
		}
	}

	/** True once after each change of who is here. */
	takeChanged(): boolean {
		const changed = this.#changed;
		this.#changed = false;
		return changed;
	}

	people(): readonly { readonly personId: Id; readonly centreId: Id | null }[] {
		return [...this.#people].map(([personId, { centreId }]) => ({ personId, centreId }));
	}

	/** People by centre; facilitators and organisers speak for none and are not counted. */
	byCentre(): Readonly<Record<Id, number>> {
		const counts: Record<Id, number> = {};
		for (const { centreId } of this.#people.values()) if (centreId) counts[centreId] = (counts[centreId] ?? 0) + 1;
		return counts;
	}
}
