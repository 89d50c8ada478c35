import { tick } from 'svelte';
import { announceOpening } from '#lib/domain/commands/announce-opening.ts';
import type { Id } from '#lib/domain/ids.ts';
import { partiesWithoutFacts, type MissingToOpen } from '#lib/domain/proposals.ts';
import { m } from '#lib/messages/messages.ts';
import { Sending } from '../sending.svelte.ts';
import type { ProposalHere } from '../proposal-here.svelte.ts';

export type PartyFact = { readonly centreId: Id; country: string; kind: string };

/** The wish to open a draft for confirmation: what stands in its way, what has to be asked first, then the notice. */
export class OpeningWish {
	/** Country and kind are being asked for; empty while nothing is. */
	facts: PartyFact[] = $state([]);
	#here: ProposalHere;
	#sending: Sending;

	constructor(here: ProposalHere) {
		this.#here = here;
		this.#sending = new Sending(here.live);
	}

	get problem(): string {
		return this.#sending.problem;
	}

	get asking(): boolean {
		return this.facts.length > 0;
	}

	async press(missing: readonly MissingToOpen[]): Promise<void> {
		this.#sending.problem = '';
		if (missing.length > 0) {
			this.#sending.problem = m.proposal_first_this();
			await showMissing();
			return;
		}
		const unknown = this.#unknown();
		if (unknown.length > 0) this.facts = unknown;
		else await this.announce([]);
	}

	/** @returns whether the notice is on its way */
	async announce(facts: readonly PartyFact[]): Promise<boolean> {
		const input = { proposalId: this.#here.id, facts: [...facts] } as Parameters<typeof announceOpening.with>[0];
		const sent = await this.#sending.send(announceOpening.with(input));
		if (sent) this.facts = [];
		else if (facts.length === 0) await showMissing();
		return sent;
	}

	forget(): void {
		this.#sending.problem = '';
	}

	stop(): void {
		this.facts = [];
	}

	#unknown(): PartyFact[] {
		const { draft, live } = this.#here;
		const context = live.session.question()?.context;
		if (!draft || !context) return [];
		return partiesWithoutFacts(draft, context).map((centreId) => {
			const party = draft.parties.find((one) => one.centreId === centreId);
			const centre = live.centre(centreId);
			return {
				centreId,
				country: centre?.country ?? party?.country ?? '',
				kind: centre?.kind ?? party?.kind ?? ''
			};
		});
	}
}

/** Brings what is missing before the reader's eyes, and under the focus. */
async function showMissing(): Promise<void> {
	await tick();
	const place = document.getElementById('missing');
	place?.scrollIntoView({ block: 'center' });
	place?.focus({ preventScroll: true });
}
