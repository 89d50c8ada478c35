import * as v from 'valibot';
import { partyOf, type Party, type PartyRole } from '../board.ts';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal } from '../cards.ts';
import { idSchema } from '../ids.ts';
import { draftFor, moment, proposalKeys, roleSchema, withProposal } from '../proposals.ts';
import { limits } from '../texts.ts';

export const partyInvited = defineEvent<
	{ proposalId: string; centreId: string; role: PartyRole },
	Record<never, string>
>({
	type: 'party-invited',
	evolve: (board, event) =>
		withProposal(board, event.data.proposalId, (one) => {
			const { centreId, role } = event.data;
			const state = { is: 'invited', by: event.by ?? '', at: event.at, reason: '' } as const;
			const party: Party = { centreId, role, contribution: '', country: null, kind: null, state };
			const others = one.parties.filter((other) => other.centreId !== centreId);
			return moment({ ...one, parties: [...others, party] }, 'party-invited', event, { centreId });
		}),
	touches: proposalKeys
});

/** Invites a centre, also one that said no or left before. */
export const inviteParty = defineCommand({
	name: 'invite-party',
	input: v.strictObject({ proposalId: idSchema, centreId: idSchema, role: roleSchema }),
	allow: { delegate: 'any', facilitator: false, organiser: false },
	needs: 'propose',
	events: [partyInvited],
	decide: (board, input, context) => {
		const proposal = draftFor(board, context.actor, input.proposalId);
		if (isRefusal(proposal)) return proposal;
		const party = partyOf(proposal, input.centreId);
		if (party && (party.state.is === 'in' || party.state.is === 'invited')) {
			return reject('party-invited', 'This organisation is invited already.');
		}
		const others = proposal.parties.filter((one) => one.state.is === 'in' || one.state.is === 'invited');
		if (others.length >= limits.partiesPerProposal) {
			return reject('too-many-parties', 'This draft has as many partners as it can hold.');
		}
		if (context.knowsAll && !context.centre(input.centreId)) {
			return reject('centre-unknown', 'This organisation is not in the roster. Choose it again.');
		}
		return accept(partyInvited.of(input, {}));
	}
});
