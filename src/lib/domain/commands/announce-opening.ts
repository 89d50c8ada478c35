import * as v from 'valibot';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal } from '../cards.ts';
import { isCountry } from '../country-codes.ts';
import { idSchema } from '../ids.ts';
import {
	draftFor,
	missingToOpen,
	moment,
	ownSeat,
	partiesWithoutFacts,
	proposalKeys,
	refuseLate,
	withParty,
	withProposal
} from '../proposals.ts';

/** How long the writers are warned before everything freezes, in milliseconds. */
export const openingNotice = 10_000;

type Facts = readonly { readonly centreId: string; readonly country: string; readonly kind: string }[];

export const openingAnnounced = defineEvent<
	{ proposalId: string; opensAt: number; facts: Facts },
	Record<never, string>
>({
	type: 'opening-announced',
	evolve: (board, event) =>
		withProposal(board, event.data.proposalId, (one) => {
			const known = event.data.facts.reduce(
				(sum, { centreId, country, kind }) => withParty(sum, centreId, (party) => ({ ...party, country, kind })),
				one
			);
			const state = { is: 'opening', by: event.by ?? '', at: event.at, opensAt: event.data.opensAt } as const;
			return moment({ ...known, state }, 'opening-announced', event);
		}),
	touches: proposalKeys
});

/** Warns the writers that the proposal opens for confirmation; the server opens it when the notice is over. */
export const announceOpening = defineCommand({
	name: 'announce-opening',
	input: v.strictObject({
		proposalId: idSchema,
		/** Country and kind of parties of which the roster does not know them. */
		facts: v.pipe(
			v.array(
				v.strictObject({
					centreId: idSchema,
					country: v.pipe(
						v.string(),
						v.check((code: string) => isCountry(code))
					),
					kind: v.picklist([
						'vet-provider',
						'higher-education',
						'enterprise',
						'sector-body',
						'public-authority',
						'research',
						'other'
					])
				})
			),
			v.maxLength(40)
		)
	}),
	allow: { delegate: 'verified', facilitator: false, organiser: false },
	needs: 'confirm',
	events: [openingAnnounced],
	decide: (board, { proposalId, facts }, context) => {
		const proposal = draftFor(board, context.actor, proposalId);
		if (isRefusal(proposal)) return proposal;
		const seat = ownSeat(proposal, context.actor);
		if (isRefusal(seat)) return seat;
		if (proposal.state.is === 'opening')
			return reject('opening-announced', 'This draft opens for confirmation in a moment.');
		const missing = missingToOpen(proposal)[0];
		if (missing) return reject(`missing-${missing}`, missingSentences[missing]);
		const told = new Set(facts.map((fact) => fact.centreId));
		const unknown = partiesWithoutFacts(proposal, context).filter((id) => !told.has(id));
		if (unknown.length > 0) {
			return reject('party-facts-missing', 'Say the country and kind of every partner first.', {
				centres: unknown.join(' ')
			});
		}
		return (
			refuseLate(context) ??
			accept(openingAnnounced.of({ proposalId, opensAt: context.now + openingNotice, facts }, {}))
		);
	}
});

const missingSentences = {
	title: 'Give the draft a title first.',
	parties: 'At least two organisations must have joined first.',
	contributions: 'Every partner says first what it contributes.',
	step: 'Write at least one next step first.'
};
