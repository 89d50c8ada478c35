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

/** Keeps them on this device, for one person and one proposal. */
export class KeptWords {
	readonly #kept: KeptJson;

	/** @param storage the browser's own; undefined where it is blocked */
	constructor(storage: ConstructorParameters<typeof KeptJson>[0], personId: Id, proposalId: Id) {
		this.#kept = new KeptJson(storage, `begun-words:${personId}:${proposalId}`);
	}

	read(): BegunWords {
		const kept = this.#kept.read() as { readonly [Field in keyof BegunWords]?: unknown } | null;
		const step = kept?.step as Partial<Step> | null | undefined;
		const reason = kept?.reason as Partial<NonNullable<BegunWords['reason']>> | null | undefined;
		return {
			contribution: typeof kept?.contribution === 'string' ? kept.contribution : null,
			step: isStep(step) ? { ...step, due: step.due ?? null } : null,
			reason:
				typeof reason?.of === 'string' && typeof reason.text === 'string' ? { of: reason.of, text: reason.text } : null
		};
	}

	keep(begun: BegunWords): void {
		if (Object.values(begun).every((part) => part === null)) this.#kept.drop();
		else this.#kept.keep(begun);
	}
}

function isStep(step: Partial<Step> | null | undefined): step is Step {
	return typeof step?.id === 'string' && typeof step.what === 'string' && typeof step.owner === 'string';
}
