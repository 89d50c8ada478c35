import * as v from 'valibot';
import { accept, defineCommand, defineEvent } from '../command.ts';
import { isRefusal } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { draftFor, edited, proposalKeys, withProposal } from '../proposals.ts';
import { languageSchema, limits, oneLine } from '../texts.ts';

export const proposalRenamed = defineEvent<{ proposalId: string; language: string }, { title: string }>({
	type: 'proposal-renamed',
	evolve: (board, { data, texts, ...event }) =>
		withProposal(board, data.proposalId, (one) =>
			edited({ ...one, title: texts.title, language: data.language }, 'renamed', event)
		),
	touches: proposalKeys
});

/** Changes the title, and the language that counts. */
export const renameProposal = defineCommand({
	name: 'rename-proposal',
	input: v.strictObject({ proposalId: idSchema, title: oneLine(limits.title), language: languageSchema }),
	allow: { delegate: 'any', facilitator: false, organiser: false },
	needs: 'propose',
	events: [proposalRenamed],
	decide: (board, { proposalId, title, language }, { actor }) => {
		const proposal = draftFor(board, actor, proposalId);
		return isRefusal(proposal) ? proposal : accept(proposalRenamed.of({ proposalId, language }, { title }));
	}
});
