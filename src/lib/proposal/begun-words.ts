import type { Step } from '#lib/domain/board.ts';
import type { Id } from '#lib/domain/ids.ts';
import { KeptJson } from '#lib/ui/kept-json.ts';

/** What a reader of a proposal has begun to say in its forms, and has not said. */
export type BegunWords = {
	readonly contribution: string | null;
	readonly step: Step | null;
	/** The reason, and the command that it is given with, as JSON without it. */
	readonly reason: { readonly of: string; readonly text: string } | null;
};

export const nothingBegun: BegunWords = { contribution: null, step: null, reason: null };

const parts = ['contribution', 'step', 'reason'] as const satisfies readonly (keyof BegunWords)[];

/** Keeps them on this device, for one person and one proposal; each part for itself, so that two tabs take nothing away. */
export class KeptWords {
	readonly #kept: Readonly<Record<keyof BegunWords, KeptJson>>;
	readonly #last: Partial<Record<keyof BegunWords, string>> = {};

	/** @param storage the browser's own; undefined where it is blocked */
	constructor(storage: ConstructorParameters<typeof KeptJson>[0], personId: Id, proposalId: Id) {
		const kept = (part: keyof BegunWords) => new KeptJson(storage, `begun-words:${personId}:${proposalId}:${part}`);
		this.#kept = { contribution: kept('contribution'), step: kept('step'), reason: kept('reason') };
	}

	read(): BegunWords {
		const contribution = this.#kept.contribution.read();
		const step = this.#kept.step.read() as Partial<Step> | null;
		const reason = this.#kept.reason.read() as Partial<NonNullable<BegunWords['reason']>> | null;
		const begun: BegunWords = {
			contribution: typeof contribution === 'string' ? contribution : null,
			step: isStep(step) ? { ...step, due: step.due ?? null } : null,
			reason:
				typeof reason?.of === 'string' && typeof reason.text === 'string' ? { of: reason.of, text: reason.text } : null
		};
		for (const part of parts) this.#last[part] = JSON.stringify(begun[part]);
		return begun;
	}

	/** Writes what has changed since it was read or written here. */
	keep(begun: BegunWords): void {
		for (const part of parts) {
			const now = JSON.stringify(begun[part]);
			if (now === this.#last[part]) continue;
			this.#last[part] = now;
			if (begun[part] === null) this.#kept[part].drop();
			else this.#kept[part].keep(begun[part]);
		}
	}
}

function isStep(step: Partial<Step> | null | undefined): step is Step {
	return typeof step?.id === 'string' && typeof step.what === 'string' && typeof step.owner === 'string';
}
