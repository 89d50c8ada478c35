import * as v from 'valibot';
import { accept, defineCommand, defineEvent } from '../command.ts';
import { isRefusal } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { draftFor, edited, proposalKeys, withParty, withProposal } from '../proposals.ts';
import { freeText, limits } from '../texts.ts';

export const contributionSet = defineEvent<{ proposalId: string; centreId: string }, { contribution: string }>({
	type: 'contribution-set',
	evolve: (board, { data, texts, ...event }) =>
		withProposal(board, data.proposalId, (one) => {
			const changed = withParty(one, data.centreId, (party) => ({ ...party, contribution: texts.contribution }));
			return edited(changed, 'contribution-set', event, data.centreId);
		}),
	touches: proposalKeys
});

/** What the own centre brings. Nobody writes another centre's contribution. */
export const setContribution = defineCommand({
	name: 'set-contribution',
	input: v.strictObject({ proposalId: idSchema, contribution: freeText(limits.contribution) }),
	allow: { delegate: 'any', facilitator: false, organiser: false },
	needs: 'propose',
	events: [contributionSet],
	decide: (board, { proposalId, contribution }, { actor }) => {
		const proposal = draftFor(board, actor, proposalId);
		if (isRefusal(proposal)) return proposal;
		return accept(contributionSet.of({ proposalId, centreId: actor.centreId ?? '' }, { contribution }));
	}
});
