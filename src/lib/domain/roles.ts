import { partyOf, type Board, type Card, type Proposal } from './board.ts';
import { reject, type Actor, type Capability, type Context, type Refusal } from './command.ts';
import type { Id } from './ids.ts';
import { phaseAllows } from './phases.ts';

/** Somebody who may change what others did: runs the room or the forum. */
export function moderates(actor: Pick<Actor, 'role'>): boolean {
	return actor.role === 'facilitator' || actor.role === 'organiser';
}

/**
 * Who may edit or withdraw a thing of a centre: a verified delegate of it, or whoever created it and still speaks for it.
 * Choosing a centre proves nothing, so an unverified delegate has only what they made themselves.
 */
export function mayActOn(
	actor: Pick<Actor, 'centreId' | 'verified' | 'personId'>,
	thing: { readonly centreId: Id; readonly personId: Id }
): boolean {
	if (actor.centreId !== thing.centreId) return false;
	return actor.verified || actor.personId === thing.personId;
}

export function mayActOnCard(actor: Actor, card: Card): boolean {
	return mayActOn(actor, { centreId: card.centreId, personId: card.authorId });
}

/**
 * Whether the centre stands behind a card: a verified delegate of it wrote or kept it, or its author has been verified
 * for that centre since. Choosing another centre takes the latter back.
 */
export function isVouched(
	card: Pick<Card, 'vouched' | 'centreId'>,
	author: { readonly centreId: Id | null; readonly verified: boolean } | undefined
): boolean {
	return card.vouched || (author !== undefined && author.verified && author.centreId === card.centreId);
}

/** How a reader stands to a proposal: which part of it may be seen, and whether its text may be written. */
export type Standing = 'writer' | 'invited' | 'none';

export function standingIn(
	proposal: Proposal,
	reader: { personId: Id | null; centreId: Id | null; verified: boolean }
): Standing {
	const party = partyOf(proposal, reader.centreId);
	if (!party || reader.personId === null) return 'none';
	// Both hold for the centre that they spoke for then: whoever changes the centre is a stranger again.
	const created = proposal.createdBy === reader.personId && proposal.createdFor === reader.centreId;
	const letIn = proposal.letIn.some((one) => one.personId === reader.personId && one.centreId === reader.centreId);
	if (!reader.verified && !letIn && !(created && party.state.is !== 'declined')) return 'none';
	if (party.state.is === 'in') return 'writer';
	if (party.state.is === 'invited') return created ? 'writer' : 'invited';
	return 'none';
}

/** The first reason why this actor may not do this now, or null. Asked before every command. */
export function refusedByRoom(board: Board, context: Context, needs: Capability | null): Refusal | null {
	const { actor } = context;
	if (board.members.get(actor.personId)?.removed) {
		return reject('person-removed', 'The facilitator removed you from this workshop. Please talk to the facilitator.');
	}
	if (needs === null || moderates(actor)) return null;
	if (board.room.phase === null) {
		return reject(
			'workshop-not-started',
			'The workshop has not started yet. Your text stays here; post it when it starts.'
		);
	}
	if (board.room.locked && needs !== 'confirm' && needs !== 'propose') {
		return reject(
			'board-locked',
			'The facilitator has locked the board. You can read, and post again when it is open.'
		);
	}
	if (!phaseAllows(board.room.phase, needs)) {
		return reject(
			`phase-${needs}`,
			'This phase of the workshop does not include that. Please wait for the facilitator.',
			{
				phase: board.room.phase
			}
		);
	}
	return null;
}
