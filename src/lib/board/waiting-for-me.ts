import type { Instant, InterestKind } from '#lib/domain/board.ts';
import type { Id } from '#lib/domain/ids.ts';
import { isVouched } from '#lib/domain/roles.ts';
import type { Seen, SeenDraft, SeenInterest, SeenProposal } from '#lib/domain/seen.ts';
import type { SessionState } from '#lib/sync/session-state.ts';

type Shown = Pick<SessionState, 'seen' | 'names'>;
/** The reader, as far as it matters for what waits. */
type Me = { readonly personId: Id; readonly centreId: Id | null; readonly verified: boolean };

/** One thing that waits for this person, with the moment since when. */
export type Waiting =
	/** Since I last looked, another centre marked one of our cards or a sector that we are in, or joined it after us. */
	| {
			readonly kind: 'interest';
			readonly mark: InterestKind;
			readonly cardId: Id;
			readonly centreId: Id;
			readonly at: Instant;
	  }
	| { readonly kind: 'joined-sector'; readonly cardId: Id; readonly centreId: Id; readonly at: Instant }
	/** Our centre is asked to take part and has not answered. */
	| { readonly kind: 'invitation'; readonly proposalId: Id; readonly at: Instant }
	/** A version is open, and our centre has not said its yes. `again`: its yes to an earlier version is void. */
	| { readonly kind: 'to-confirm'; readonly proposalId: Id; readonly again: boolean; readonly at: Instant }
	/** Our yes is void, and the draft is being written again. */
	| { readonly kind: 'voided'; readonly proposalId: Id; readonly at: Instant }
	/** An unverified colleague posted for our centre: keep it or withdraw it. */
	| { readonly kind: 'keep'; readonly cardId: Id; readonly at: Instant };

/** Where each kind of thing is done: the place whose number it raises. */
export const placeOfWaiting: Readonly<Record<Waiting['kind'], 'drafts' | 'me'>> = {
	interest: 'me',
	'joined-sector': 'me',
	keep: 'me',
	invitation: 'drafts',
	'to-confirm': 'drafts',
	voided: 'drafts'
};

/**
 * What waits for me on this board, newest first. What only a verified delegate can do waits for verified delegates only.
 * @param lookedAt when this person last looked at the news about their cards, in milliseconds since 1970; 0: never
 */
export function waitingForMe(shown: Shown, you: Me, lookedAt: Instant = 0): readonly Waiting[] {
	const { centreId } = you;
	const { seen } = shown;
	if (centreId === null) return [];
	const items: Waiting[] = [...newsOfOurCards(seen, centreId, lookedAt), ...newsOfOurSectors(seen, centreId, lookedAt)];
	if (you.verified) items.push(...cardsToKeep(shown, centreId));
	for (const [id, proposal] of seen.proposals) {
		const item = inProposal(proposal, seen.drafts.get(id), centreId, you.verified);
		if (item) items.push(item);
	}
	return items.sort((a, b) => b.at - a.at);
}

function newsOfOurCards(seen: Seen, centreId: Id, lookedAt: Instant): Waiting[] {
	const items: Waiting[] = [];
	for (const mark of seen.interests.values()) {
		if (mark.at <= lookedAt || mark.centreId === centreId) continue;
		const card = seen.cards.get(mark.cardId);
		if (!card || card.kind === 'sector' || card.centreId !== centreId) continue;
		items.push(interest(mark));
	}
	return items;
}

function interest({ kind: mark, cardId, centreId, at }: SeenInterest): Waiting {
	return { kind: 'interest', mark, cardId, centreId, at };
}

function newsOfOurSectors(seen: Seen, centreId: Id, lookedAt: Instant): Waiting[] {
	const joined = new Map<Id, Instant>();
	for (const line of seen.lines.values()) if (line.centreId === centreId) joined.set(line.cardId, line.at);
	// Who was there before us is no news: we saw them when we came.
	const isNews = (row: { readonly cardId: Id; readonly centreId: Id; readonly at: Instant }) =>
		row.centreId !== centreId && row.at > lookedAt && row.at >= (joined.get(row.cardId) ?? Infinity);
	const items: Waiting[] = [];
	for (const line of seen.lines.values()) {
		if (isNews(line)) items.push({ kind: 'joined-sector', cardId: line.cardId, centreId: line.centreId, at: line.at });
	}
	for (const mark of seen.interests.values()) {
		if (isNews(mark)) items.push(interest(mark));
	}
	return items;
}

function cardsToKeep({ seen, names }: Shown, centreId: Id): Waiting[] {
	const items: Waiting[] = [];
	for (const card of seen.cards.values()) {
		if (card.centreId !== centreId || card.kind === 'sector' || card.state.is !== 'published') continue;
		if (isVouched(card, names.persons.get(card.authorId ?? ''))) continue;
		items.push({ kind: 'keep', cardId: card.id, at: card.postedAt });
	}
	return items;
}

function inProposal(
	proposal: SeenProposal,
	draft: SeenDraft | undefined,
	centreId: Id,
	verified: boolean
): Waiting | null {
	const party = proposal.parties.find((one) => one.centreId === centreId);
	if (!party || proposal.is === 'discarded') return null;
	const { id: proposalId } = proposal;
	if (party.is === 'invited') {
		const since = draft?.parties.find((one) => one.centreId === centreId)?.state.at;
		return verified ? { kind: 'invitation', proposalId, at: since ?? proposal.createdAt } : null;
	}
	if (party.is !== 'in') return null;
	const voidedAt = whenVoided(draft, centreId);
	if (proposal.is === 'open') {
		if (!verified || proposal.confirmed.some((one) => one.centreId === centreId)) return null;
		return { kind: 'to-confirm', proposalId, again: voidedAt !== null, at: draft?.frozen?.at ?? proposal.createdAt };
	}
	return proposal.is !== 'partnership' && voidedAt !== null ? { kind: 'voided', proposalId, at: voidedAt } : null;
}

/** When our last yes became void; null when we never said one, or said it again since. */
function whenVoided(draft: SeenDraft | undefined, centreId: Id): Instant | null {
	const own = draft?.moments.filter(
		(one) => one.centreId === centreId && (one.what === 'confirmed' || one.what === 'confirmation-voided')
	);
	const last = own?.[own.length - 1];
	return last?.what === 'confirmation-voided' ? last.at : null;
}
