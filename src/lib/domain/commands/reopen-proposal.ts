import * as v from 'valibot';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { idSchema } from '../ids.ts';
import { moment, proposalKeys, voided, withProposal } from '../proposals.ts';
import { limits, oneLine } from '../texts.ts';

export const proposalReopened = defineEvent<{ proposalId: string; version: number }, { reason: string }>({
	type: 'proposal-reopened',
	evolve: (board, event) =>
		withProposal(board, event.data.proposalId, (one) => {
			const { version } = event.data;
			const reopened = moment(one, 'reopened', event, { version, reason: event.texts.reason });
			return { ...voided(reopened, event), state: { is: 'draft' } };
		}),
	touches: proposalKeys
});

/** A facilitator reopens a proposal that is not a partnership yet, with a reason that its parties read. */
export const reopenProposal = defineCommand({
	name: 'reopen-proposal',
	input: v.strictObject({ proposalId: idSchema, reason: oneLine(limits.reason) }),
	allow: { delegate: 'no', facilitator: true, organiser: true },
	needs: null,
	events: [proposalReopened],
	decide: (board, { proposalId, reason }) => {
		const proposal = board.proposals.get(proposalId);
		if (proposal?.state.is === 'partnership') {
			return reject('partnership-confirmed', 'All partners have confirmed. Only they can withdraw.');
		}
		if (proposal?.state.is !== 'open') return reject('proposal-not-open', 'This draft is not open for confirmation.');
		return accept(proposalReopened.of({ proposalId, version: proposal.state.frozen.version }, { reason }));
	}
});
