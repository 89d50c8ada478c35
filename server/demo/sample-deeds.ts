import type { Board } from '#lib/domain/board.ts';
import type { Command } from '#lib/domain/command.ts';
import { announceOpening } from '#lib/domain/commands/announce-opening.ts';
import { askForChange } from '#lib/domain/commands/ask-for-change.ts';
import { confirmProposal } from '#lib/domain/commands/confirm-proposal.ts';
import { createProposal } from '#lib/domain/commands/create-proposal.ts';
import { joinProposal } from '#lib/domain/commands/join-proposal.ts';
import { markInterest } from '#lib/domain/commands/mark-interest.ts';
import { moveToPhase } from '#lib/domain/commands/move-to-phase.ts';
import { openForConfirmation } from '#lib/domain/commands/open-for-confirmation.ts';
import { postChallenge } from '#lib/domain/commands/post-challenge.ts';
import { postOffer } from '#lib/domain/commands/post-offer.ts';
import { postSector } from '#lib/domain/commands/post-sector.ts';
import { setContribution } from '#lib/domain/commands/set-contribution.ts';
import { setNextStep } from '#lib/domain/commands/set-next-step.ts';
import type { Id } from '#lib/domain/ids.ts';
import { sampleInterests, sampleWorkshop } from './sample-board.ts';
import { sampleChallenges } from './sample-challenges.ts';
import { sampleOffers } from './sample-offers.ts';
import type { PersonKey } from './sample-persons.ts';
import { sampleProposals, type SampleMoment, type SampleProposal } from './sample-proposals.ts';
import { sampleSectors } from './sample-sectors.ts';

/** What somebody says in the demonstration, and when; `by` null is the facilitator. */
export type Deed = {
	readonly minutesAgo: number;
	readonly by: PersonKey | null;
	readonly say: (board: Board) => Command;
};

/** The id of anything that has a key in the sample content, and the day so many days after the demonstration was made. */
export type SampleIds = { readonly idOf: (key: string) => Id; readonly day: (days: number) => string };

/** The running workshop as commands, in the order of time. */
export function sampleDeeds(ids: SampleIds): readonly Deed[] {
	const { idOf } = ids;
	return [
		...sampleWorkshop.phases.map(({ phase, minutesAgo }) => ({
			minutesAgo,
			by: null,
			say: () => moveToPhase.with({ phase })
		})),
		...cardDeeds(ids),
		...sampleInterests.map(({ card, by, kind, minutesAgo }) => ({
			by,
			minutesAgo,
			say: () => markInterest.with({ cardId: idOf(card), kind })
		})),
		...Object.entries(sampleProposals).flatMap(([key, proposal]) => proposalDeeds(ids, key, proposal))
	].sort((a, b) => b.minutesAgo - a.minutesAgo);
}

function cardDeeds({ idOf }: SampleIds): Deed[] {
	const networkOf = (network: string | null) => (network === null ? null : idOf(network));
	return [
		...Object.entries(sampleChallenges).map(([key, { by, minutesAgo, network, ...card }]) => ({
			by,
			minutesAgo,
			say: () =>
				postChallenge.with({ ...card, sectors: [...card.sectors], cardId: idOf(key), networkId: networkOf(network) })
		})),
		...Object.entries(sampleOffers).map(([key, { by, minutesAgo, network, ...card }]) => ({
			by,
			minutesAgo,
			say: () =>
				postOffer.with({ ...card, sectors: [...card.sectors], cardId: idOf(key), networkId: networkOf(network) })
		})),
		...Object.entries(sampleSectors).flatMap(([key, { code, lines }]) =>
			lines.map(({ by, minutesAgo, network, text, language }) => ({
				by,
				minutesAgo,
				say: () => postSector.with({ cardId: idOf(key), code, text, language, networkId: networkOf(network) })
			}))
		)
	];
}

function proposalDeeds(ids: SampleIds, key: string, proposal: SampleProposal): Deed[] {
	const { idOf, day } = ids;
	const { by, minutesAgo, title, language, cards, parties, steps } = proposal;
	const proposalId = idOf(key);
	const invited = parties.slice(1).map(({ centre, role }) => ({ centreId: idOf(centre), role }));
	return [
		{
			by,
			minutesAgo,
			say: () => createProposal.with({ proposalId, title, language, cardIds: cards.map(idOf), invited })
		},
		...parties.flatMap(({ joined, contribution }, at): Deed[] => {
			if (joined === null) return [];
			const contribute = () => setContribution.with({ proposalId, contribution });
			const join: Deed = { ...joined, say: () => joinProposal.with({ proposalId }) };
			return [...(at === 0 ? [] : [join]), { ...joined, say: contribute }];
		}),
		...steps.map(({ what, owner, dueInDays }): Deed => {
			const due = dueInDays === null ? null : day(dueInDays);
			return {
				by,
				minutesAgo,
				say: () => setNextStep.with({ proposalId, stepId: idOf(key + what), what, owner, due })
			};
		}),
		...proposal.moments.flatMap((moment) => momentDeeds(ids, proposalId, moment))
	];
}

function momentDeeds({ day }: SampleIds, proposalId: string, { by, minutesAgo, ...moment }: SampleMoment): Deed[] {
	const confirm = (decision: { is: 'agreed' } | { is: 'management'; decidesBy: string }, contact: object) => [
		{
			by,
			minutesAgo,
			say: (board: Board) => {
				const state = board.proposals.get(proposalId)?.state;
				const { version, sha256 } = state?.is === 'open' ? state.frozen : { version: 0, sha256: '' };
				const input = { proposalId, version, sha256, decision, contact: { ...contact, consent: true } };
				return { name: confirmProposal.name, input };
			}
		}
	];
	switch (moment.is) {
		case 'opened':
			return [
				{ by, minutesAgo, say: () => announceOpening.with({ proposalId, facts: [] }) },
				{ by, minutesAgo: minutesAgo - 1, say: () => openForConfirmation.with({ proposalId }) }
			];
		case 'agreed':
			return confirm({ is: 'agreed' }, moment.contact);
		case 'management-decides':
			return confirm({ is: 'management', decidesBy: day(moment.decidesInDays) }, moment.contact);
		case 'change-asked':
			return [{ by, minutesAgo, say: () => askForChange.with({ proposalId, reason: moment.reason }) }];
	}
}
