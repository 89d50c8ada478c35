import * as v from 'valibot';
import { partyOf } from '../board.ts';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';
import { isRefusal } from '../cards.ts';
import { idSchema } from '../ids.ts';
import {
	decideGone,
	isFrozen,
	moment,
	ownSeat,
	proposalFor,
	proposalKeys,
	withoutParty,
	withParty,
	withProposal,
	type Gone
} from '../proposals.ts';
import { freeText, limits } from '../texts.ts';

export const partyTakenOut = defineEvent<Gone, { reason: string; snapshot: string }>({
	type: 'party-taken-out',
	evolve: (board, event) => withoutParty(board, event, 'taken-out'),
	touches: proposalKeys
});

/** An invitation that nobody answered ends while a version is open or about to be: it is no part of that version. */
export const invitationEnded = defineEvent<Gone, { reason: string }>({
	type: 'invitation-ended',
	evolve: (board, event) =>
		withProposal(board, event.data.proposalId, (one) => {
			const { centreId } = event.data;
			const { reason } = event.texts;
			const state = { is: 'taken-out', by: event.by ?? '', at: event.at, reason } as const;
			const changed = withParty(one, centreId, (party) => ({ ...party, state }));
			return moment(changed, 'invitation-ended', event, { centreId, reason });
		}),
	touches: proposalKeys
});

/** The others go on without a party that has not answered; while open that is a new version. */
export const takeOutParty = defineCommand({
	name: 'take-out-party',
	input: v.strictObject({ proposalId: idSchema, centreId: idSchema, reason: freeText(limits.reason) }),
	allow: { delegate: 'verified', facilitator: false, organiser: false },
	needs: 'propose',
	events: [partyTakenOut, invitationEnded],
	decide: (board, { proposalId, centreId, reason }, context) => {
		const proposal = proposalFor(board, context.actor, proposalId);
		if (isRefusal(proposal)) return proposal;
		const seat = ownSeat(proposal, context.actor);
		if (isRefusal(seat)) return seat;
		const party = partyOf(proposal, centreId);
		if (!party || (party.state.is !== 'in' && party.state.is !== 'invited')) {
			return reject('party-gone', 'This organisation is not in the draft any more.');
		}
		if (centreId === seat.centreId) return reject('own-centre', 'To go out yourselves, leave the draft.');
		if (proposal.confirmations.some((one) => one.centreId === centreId)) {
			return reject('party-confirmed', 'This organisation said yes already. Only they can withdraw.');
		}
		if (party.state.is === 'invited' && (isFrozen(proposal) || proposal.state.is === 'opening')) {
			const data = { proposalId, centreId, version: null, sha256: null };
			return accept(invitationEnded.of(data, { reason }));
		}
		if (!isFrozen(proposal) && party.state.is === 'in' && reason === '') {
			return reject('reason-missing', 'Please write why the others go on without this organisation.');
		}
		return decideGone(proposal, centreId, reason, context, partyTakenOut.of);
	}
});
