import * as v from 'valibot';
import { canonicalJson } from './canonical-json.ts';
import {
	partiesIn,
	put,
	type Board,
	type Frozen,
	type Moment,
	type Party,
	type Proposal,
	type Snapshot
} from './board.ts';
import {
	accept,
	reject,
	type Actor,
	type Context,
	type Decision,
	type NewEvent,
	type Refusal,
	type SeenKey
} from './command.ts';
import type { Id } from './ids.ts';
import { standingIn } from './roles.ts';

/** The two records of the seen board that a proposal has: what all see, and what its parties see. */
export function proposalKeys(_board: Board, data: { proposalId: Id }): readonly SeenKey[] {
	return [`proposals/${data.proposalId}`, `drafts/${data.proposalId}`];
}

export function withProposal(board: Board, proposalId: Id, change: (proposal: Proposal) => Proposal): Board {
	const proposal = board.proposals.get(proposalId);
	return proposal ? { ...board, proposals: put(board.proposals, proposalId, change(proposal)) } : board;
}

export function withParty(proposal: Proposal, centreId: Id, change: (party: Party) => Party): Proposal {
	return {
		...proposal,
		parties: proposal.parties.map((party) => (party.centreId === centreId ? change(party) : party))
	};
}

/** Adds a line to the proposal's history. */
export function moment(
	proposal: Proposal,
	what: string,
	event: { readonly at: number; readonly by: Id | null },
	more: Partial<Pick<Moment, 'centreId' | 'version' | 'reason'>> = {}
): Proposal {
	const line: Moment = { what, at: event.at, by: event.by, centreId: null, version: null, reason: '', ...more };
	return { ...proposal, moments: [...proposal.moments, line] };
}

/** Small changes: a person who goes on changing the same thing stands in the history once, with the last time. */
const edits = new Set(['role-set', 'contribution-set', 'renamed', 'step-set', 'step-removed']);

/** Adds a small change to the proposal's history, instead of the same one by the same person since the last greater step. */
export function edited(
	proposal: Proposal,
	what: string,
	event: { readonly at: number; readonly by: Id | null },
	centreId: Id | null = null
): Proposal {
	let since = proposal.moments.length;
	while (edits.has(proposal.moments[since - 1]?.what ?? '')) since -= 1;
	const others = proposal.moments.filter(
		(one, at) => at < since || one.what !== what || one.by !== event.by || one.centreId !== centreId
	);
	return moment({ ...proposal, moments: others }, what, event, { centreId });
}

const unknownProposal = reject(
	'proposal-unknown',
	'This partnership draft is not open to you. Ask one of its partners to invite you.'
);

/** The proposal if this actor may work in it; the same refusal whether it does not exist or is not theirs. */
export function proposalFor(board: Board, actor: Actor, proposalId: Id): Proposal | Refusal {
	const proposal = board.proposals.get(proposalId);
	if (!proposal || proposal.state.is === 'discarded') return unknownProposal;
	return standingIn(proposal, actor) === 'none' ? unknownProposal : proposal;
}

/** The proposal if this actor may write in it now: a writer, and nothing is frozen. */
export function draftFor(board: Board, actor: Actor, proposalId: Id): Proposal | Refusal {
	const proposal = proposalFor(board, actor, proposalId);
	if ('kind' in proposal) return proposal;
	if (standingIn(proposal, actor) !== 'writer') {
		return reject(
			'proposal-not-joined',
			'Your organisation is invited and has not joined yet. Join first, then write.'
		);
	}
	return isFrozen(proposal) ? proposalOpen : proposal;
}

export const proposalOpen = reject(
	'proposal-open',
	'This version is read-only while it is open for confirmation. Ask for a change to write again.'
);

export function isFrozen(proposal: Proposal): boolean {
	return proposal.state.is === 'open' || proposal.state.is === 'partnership';
}

/** The actor's own centre as a party that is in, or the refusal. Only verified delegates act for a centre. */
export function ownSeat(proposal: Proposal, actor: Actor): Party | Refusal {
	const party = partiesIn(proposal).find((one) => one.centreId === actor.centreId);
	return party ?? reject('proposal-not-joined', 'Your organisation is not a partner in this draft. Join first.');
}

export type MissingToOpen = 'title' | 'parties' | 'contributions' | 'step';

/** What is still missing before a proposal can be opened for confirmation, as codes; empty when nothing is. */
export function missingToOpen(proposal: Pick<Proposal, 'title' | 'parties' | 'steps'>): readonly MissingToOpen[] {
	const parties = partiesIn(proposal);
	const missing: MissingToOpen[] = [];
	if (proposal.title === '') missing.push('title');
	if (parties.length < 2) missing.push('parties');
	if (parties.some((party) => party.contribution === '')) missing.push('contributions');
	if (proposal.steps.length < 1) missing.push('step');
	return missing;
}

/** Parties whose country or kind nobody knows; both are asked for before a proposal is opened. */
export function partiesWithoutFacts(
	proposal: Pick<Proposal, 'parties'>,
	context: Pick<Context, 'centre' | 'knowsAll'>
): readonly Id[] {
	return partiesIn(proposal)
		.filter((party) => {
			const centre = context.centre(party.centreId);
			if (!centre) return context.knowsAll;
			return !centre.isNetwork && (!(centre.country ?? party.country) || !(centre.kind ?? party.kind));
		})
		.map((party) => party.centreId);
}

/** The next version of the whole proposal, with its hash, as an event carries it; null where only the server can tell. */
export function freeze(proposal: Proposal, text: unknown, context: Context): FrozenFact | null {
	if (!context.sha256) return null;
	const parties = partiesIn(proposal).map((party) => {
		const centre = context.centre(party.centreId);
		return {
			centreId: party.centreId,
			name: centre?.name ?? '',
			isNetwork: centre?.isNetwork ?? false,
			country: centre?.country ?? party.country,
			kind: centre?.kind ?? party.kind,
			role: party.role,
			contribution: party.contribution
		};
	});
	const snapshot: Snapshot = {
		title: proposal.title,
		language: proposal.language,
		targetCall: null,
		parties: parties.sort((a, b) => (a.centreId < b.centreId ? -1 : 1)),
		steps: proposal.steps,
		text
	};
	const json = canonicalJson(snapshot);
	return { version: proposal.version + 1, sha256: context.sha256(json), snapshot: json };
}

export type FrozenFact = { readonly version: number; readonly sha256: string; readonly snapshot: string };

export function frozenFrom(fact: FrozenFact, at: number, by: Id): Frozen {
	return {
		version: fact.version,
		at,
		by,
		sha256: fact.sha256,
		snapshot: fact.snapshot === '' ? null : (JSON.parse(fact.snapshot) as Snapshot)
	};
}

/** Voids what was confirmed, visibly: who had said yes stays in the history. */
export function voided(proposal: Proposal, event: { readonly at: number; readonly by: Id | null }): Proposal {
	let sum: Proposal = { ...proposal, confirmations: [] };
	for (const one of proposal.confirmations) {
		const { centreId, version, personId } = one;
		sum = moment(sum, 'confirmation-voided', { at: event.at, by: personId }, { centreId, version });
	}
	return sum;
}

export type Gone = { proposalId: Id; centreId: Id; version: number | null; sha256: string | null };

/**
 * A party goes. In a draft that is all. While open, and in a partnership, the rest is a new version that all others
 * are asked for again; with fewer than two left there is nothing to agree, and it is a draft again.
 */
export function withoutParty(
	board: Board,
	event: { data: Gone; texts: { reason: string; snapshot: string }; at: number; by: Id | null },
	is: 'left' | 'taken-out' | 'withdrawn'
): Board {
	const { proposalId, centreId, version, sha256 } = event.data;
	return withProposal(board, proposalId, (before) => {
		const state = { is, by: event.by ?? '', at: event.at, reason: event.texts.reason } as const;
		const gone = moment(
			withParty(before, centreId, (party) => ({ ...party, state })),
			`party-${is}`,
			event,
			{
				centreId,
				reason: event.texts.reason
			}
		);
		if (before.state.is === 'opening') {
			return { ...moment(gone, 'opening-failed-gone', event, { centreId }), state: { is: 'draft' } };
		}
		if (!isFrozen(before)) return { ...gone, state: { is: 'draft' } };
		const empty = voided(gone, event);
		if (version === null || sha256 === null) return { ...empty, state: { is: 'draft' } };
		const frozen = frozenFrom({ version, sha256, snapshot: event.texts.snapshot }, event.at, event.by ?? '');
		return moment({ ...empty, version, state: { is: 'open', frozen } }, 'opened', event, { version });
	});
}

/** Decides a party's going: the event with its new version, where one is needed. */
export function decideGone(
	proposal: Proposal,
	centreId: Id,
	reason: string,
	context: Context,
	event: (data: Gone, texts: { reason: string; snapshot: string }) => NewEvent
): Decision {
	const bare: Gone = { proposalId: proposal.id, centreId, version: null, sha256: null };
	if (!isFrozen(proposal)) return accept(event(bare, { reason, snapshot: '' }));
	const state = { is: 'left', by: '', at: 0, reason: '' } as const;
	const rest = withParty(proposal, centreId, (party) => ({ ...party, state }));
	if (partiesIn(rest).length < 2) return accept(event(bare, { reason, snapshot: '' }));
	const text = 'frozen' in proposal.state ? (proposal.state.frozen.snapshot?.text ?? null) : null;
	const fact = freeze(rest, text, context);
	if (!fact) return { kind: 'unpredicted' };
	return accept(event({ ...bare, version: fact.version, sha256: fact.sha256 }, { reason, snapshot: fact.snapshot }));
}

/** How long the others may answer a version that came after the confirm-by date, in milliseconds. */
const graceMs = 14 * 24 * 60 * 60 * 1000;

/**
 * After the confirm-by date nothing new is opened. A centre may withdraw even then, and that is a new version: those who
 * agreed before have a fortnight from it, or one centre alone could undo what all others want.
 * @param openedAt when the version was opened that is to be confirmed
 */
export function refuseLate(context: Context, openedAt = -Infinity): Refusal | null {
	const { confirmBy } = context.forum;
	return context.now <= (openedAt > confirmBy ? openedAt + graceMs : confirmBy)
		? null
		: reject('confirm-by-over', 'The confirm-by date of this forum is over. Please talk to the organiser.');
}

export const roleSchema = v.picklist(['coordinator', 'partner', 'associated']);
