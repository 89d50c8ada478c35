import fc from 'fast-check';
import type { Actor, Command } from '#lib/domain/command.ts';
import { interestsOf } from '#lib/domain/commands/mark-interest.ts';
import { emptyBoard, type Board } from '#lib/domain/board.ts';
import { amelie, delegate, facilitator, gergana, guest, id, paivi } from '../domain/story.ts';

/** One random wish: who, what, and three numbers that pick what it is about. */
export type Wish = { readonly actor: Actor; readonly make: Maker; readonly pick: readonly [number, number, number] };
type Maker = (board: Board, pick: Wish['pick'], actor: Actor) => Command;

export const cast: readonly Actor[] = [paivi, guest, amelie, gergana, delegate('late', 'lyon', false), facilitator];

function one<Row>(rows: Iterable<Row>, pick: number): Row | undefined {
	const list = [...rows];
	return list[pick % Math.max(1, list.length)];
}

const codes = ['isced:0716', 'isced:0722', 'eco:tourism'];
const card = (board: Board, pick: number) => one(board.cards.keys(), pick) ?? id('none');
const proposal = (board: Board, pick: number) => one(board.proposals.keys(), pick) ?? id('none');
const centre = (pick: number) => id(['tampere', 'lyon', 'plovdiv'][pick % 3] ?? 'lyon');
const person = (pick: number) => cast[pick % cast.length]?.personId ?? id('none');

/** Each names the text that it writes after its author and board, so that a leak can be found by its words. */
const makers: readonly Maker[] = [
	(board, [a], actor) => ({
		name: 'post-challenge',
		input: {
			cardId: id(`c${board.seq}-${a}`),
			title: canary(board, actor),
			text: canary(board, actor),
			language: 'en',
			sectors: [],
			networkId: null
		}
	}),
	(board, [a], actor) => ({
		name: 'post-offer',
		input: {
			cardId: id(`o${board.seq}-${a}`),
			title: canary(board, actor),
			text: '',
			language: 'fr',
			sectors: [],
			networkId: null,
			offerKind: 'practice'
		}
	}),
	(board, [a, b], actor) => ({
		name: 'post-sector',
		input: {
			cardId: id(`s${board.seq}-${a}`),
			code: codes[b % 3],
			text: canary(board, actor),
			language: 'en',
			networkId: null
		}
	}),
	(board, [a]) => ({ name: 'leave-sector', input: { cardId: card(board, a) } }),
	(board, [a], actor) => ({
		name: 'edit-card',
		input: {
			cardId: card(board, a),
			title: canary(board, actor),
			text: '',
			language: 'en',
			sectors: [],
			networkId: null,
			offerKind: board.cards.get(card(board, a))?.kind === 'offer' ? 'practice' : null
		}
	}),
	(board, [a]) => ({ name: 'withdraw-card', input: { cardId: card(board, a) } }),
	(board, [a]) => ({ name: 'keep-card', input: { cardId: card(board, a) } }),
	(board, [a, b]) => ({
		name: 'mark-interest',
		input: { cardId: card(board, a), kind: one(interestsOf[board.cards.get(card(board, a))?.kind ?? 'offer'], b) }
	}),
	(board, [a]) => ({ name: 'unmark-interest', input: { cardId: card(board, a) } }),
	(board, [a, b], actor) => ({
		name: 'create-proposal',
		input: {
			proposalId: id(`p${board.seq}-${a}`),
			title: `open ${board.seq} ${actor.personId}`,
			language: 'en',
			cardIds: [],
			invited: [{ centreId: centre(b), role: 'partner' }]
		}
	}),
	(board, [a, b]) => ({
		name: 'invite-party',
		input: { proposalId: proposal(board, a), centreId: centre(b), role: 'associated' }
	}),
	(board, [a]) => ({ name: 'join-proposal', input: { proposalId: proposal(board, a) } }),
	(board, [a]) => ({ name: 'decline-proposal', input: { proposalId: proposal(board, a) } }),
	(board, [a]) => ({ name: 'leave-proposal', input: { proposalId: proposal(board, a), reason: 'we left' } }),
	(board, [a, b]) => ({
		name: 'take-out-party',
		input: { proposalId: proposal(board, a), centreId: centre(b), reason: 'no answer' }
	}),
	(board, [a, b]) => ({ name: 'let-in', input: { proposalId: proposal(board, a), personId: person(b) } }),
	(board, [a], actor) => ({
		name: 'set-contribution',
		input: { proposalId: proposal(board, a), contribution: canary(board, actor) }
	}),
	(board, [a, b], actor) => ({
		name: 'set-next-step',
		input: {
			proposalId: proposal(board, a),
			stepId: id(`step${b % 3}`),
			what: canary(board, actor),
			owner: '',
			due: null
		}
	}),
	(board, [a, b]) => ({
		name: 'remove-next-step',
		input: { proposalId: proposal(board, a), stepId: id(`step${b % 3}`) }
	}),
	(board, [a]) => ({ name: 'announce-opening', input: { proposalId: proposal(board, a), facts: [] } }),
	(board, [a]) => ({ name: 'cancel-opening', input: { proposalId: proposal(board, a) } }),
	(board, [a]) => ({ name: 'open-for-confirmation', input: { proposalId: proposal(board, a) } }),
	(board, [a]) => {
		const state = board.proposals.get(proposal(board, a))?.state;
		const sha256 = state && 'frozen' in state ? state.frozen.sha256 : '0'.repeat(64);
		const version = state && 'frozen' in state ? state.frozen.version : 1;
		const contact = { name: 'contact canary', function: '', email: 'contact@canary.example', consent: true };
		return {
			name: 'confirm-proposal',
			input: { proposalId: proposal(board, a), version, sha256, decision: { is: 'agreed' }, contact }
		};
	},
	(board, [a]) => ({ name: 'ask-for-change', input: { proposalId: proposal(board, a), reason: 'change it' } }),
	(board, [a]) => ({ name: 'withdraw-confirmation', input: { proposalId: proposal(board, a), reason: 'no money' } }),
	(board, [a]) => ({ name: 'reopen-proposal', input: { proposalId: proposal(board, a), reason: 'again' } }),
	(board, [a]) => ({ name: 'discard-proposal', input: { proposalId: proposal(board, a) } }),
	(_board, [a]) => ({ name: 'move-to-phase', input: { phase: a % 9 === 0 ? 'closed' : a % 2 ? 'match' : 'co-write' } }),
	(_board, [a]) => ({ name: 'set-private-writing', input: { on: a % 4 === 0 } }),
	(board, [a, b]) => ({ name: 'reveal-cards', input: { cardIds: a % 2 ? null : [card(board, b)] } }),
	(board, [a]) => ({ name: 'hide-card', input: { cardId: card(board, a), reason: `hidden because ${a}` } }),
	(board, [a]) => ({ name: 'restore-card', input: { cardId: card(board, a) } }),
	(board, [a]) => ({ name: 'choose-scene', input: { scene: 'card', cardId: card(board, a) } }),
	(_board, [a]) => ({ name: 'remove-person', input: { personId: person(a), reason: 'too loud' } }),
	(_board, [a]) => ({ name: 'readmit-person', input: { personId: person(a) } }),
	(_board, [a]) => ({ name: 'lock-board', input: { locked: a % 9 === 0 } })
];

function canary(board: Board, actor: Actor): string {
	return `canary ${board.seq} ${actor.personId}`;
}

/** Moderation is the facilitator's; all else is tried by everybody, mostly by those who may. */
const moderation = new Set([
	'move-to-phase',
	'set-private-writing',
	'reveal-cards',
	'hide-card',
	'restore-card',
	'choose-scene',
	'remove-person',
	'readmit-person',
	'lock-board',
	'reopen-proposal'
]);
const delegates = cast.filter(({ role }) => role === 'delegate');

function speaker(command: string, pick: number): Actor {
	const likely = moderation.has(command) ? [facilitator] : delegates;
	const all = pick % 10 === 0 ? cast : likely;
	return all[pick % all.length] ?? paivi;
}

/** Stories long enough to reach the states that a few steps do not; the lengths are drawn evenly. */
export const wishes = fc
	.integer({ min: 1, max: 150 })
	.chain((length) =>
		fc.array(
			fc.tuple(
				fc.nat({ max: makers.length - 1 }),
				fc.nat({ max: 999 }),
				fc.nat({ max: 999 }),
				fc.nat({ max: 999 }),
				fc.nat({ max: 999 })
			),
			{ minLength: length, maxLength: length, size: 'max' }
		)
	)
	.map((rows) =>
		rows.map(([which, who, ...pick]): Wish => {
			const make = makers[which];
			if (!make) throw new Error('There is no such wish');
			const { name } = make(emptyBoard, pick, paivi);
			// A person who is removed says nothing more: most removals are taken back at once.
			if (name === 'remove-person' && who % 5 !== 0) return { actor: facilitator, make: readmit, pick };
			return { actor: speaker(name, who), make, pick };
		})
	);

const readmit: Maker = (_board, [a]) => ({ name: 'readmit-person', input: { personId: person(a) } });
