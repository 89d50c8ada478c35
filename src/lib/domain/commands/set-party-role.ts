import * as v from 'valibot';
import { partyOf, type PartyRole } from '../board.ts';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { draftFor, edited, proposalKeys, roleSchema, withParty, withProposal } from '../proposals.ts';

export const partyRoleSet = defineEvent<
	{ proposalId: string; centreId: string; role: PartyRole },
	Record<never, string>
>({
	type: 'party-role-set',
	evolve: (board, { data, ...event }) =>
		withProposal(board, data.proposalId, (one) => {
			const changed = withParty(one, data.centreId, (party) => ({ ...party, role: data.role }));
			return edited(changed, 'role-set', event, data.centreId);
		}),
	touches: proposalKeys
});

export const setPartyRole = defineCommand({
	name: 'set-party-role',
	input: v.strictObject({ proposalId: idSchema, centreId: idSchema, role: roleSchema }),
	allow: { delegate: 'any', facilitator: false, organiser: false },
	needs: 'propose',
	events: [partyRoleSet],
	decide: (board, input, { actor }) => {
		const proposal = draftFor(board, actor, input.proposalId);
		if (isRefusal(proposal)) return proposal;
		const party = partyOf(proposal, input.centreId);
		if (!party || (party.state.is !== 'in' && party.state.is !== 'invited')) {
			return reject('party-gone', 'This organisation is not in the draft any more.');
		}
		return accept(partyRoleSet.of(input, {}));
	}
});
