import { put, without, type Board, type Card } from './board.ts';
import { reject, type Actor, type Context, type Refusal, type SeenKey } from './command.ts';
import type { Id } from './ids.ts';
import { moderates } from './roles.ts';
import { maySeeCard } from './seen.ts';

/** The board with this card as `change` makes it. */
export function withCard(board: Board, cardId: Id, change: (card: Card) => Card): Board {
	const card = board.cards.get(cardId);
	return card ? { ...board, cards: put(board.cards, cardId, change(card)) } : board;
}

/** The board on which this sector's meeting place is free again, if this card was it. */
export function withoutPlace(board: Board, card: Card): Board {
	const code = card.sectors[0] ?? '';
	if (card.kind !== 'sector' || board.sectorCards.get(code) !== card.id) return board;
	return { ...board, sectorCards: without(board.sectorCards, code) };
}

/** Everything that appears and disappears together with a card. */
export function cardAndWhatHangsOnIt(board: Board, cardId: Id): readonly SeenKey[] {
	const keys: SeenKey[] = [`cards/${cardId}`];
	for (const [key, interest] of board.interests) if (interest.cardId === cardId) keys.push(`interests/${key}`);
	for (const [key, line] of board.lines) if (line.cardId === cardId) keys.push(`lines/${key}`);
	if (board.room.sceneCardId === cardId) keys.push('room/room');
	return keys;
}

/** What everybody hears of a card that is not on the board for them, whether it is hidden, private, withdrawn or never was. */
export const notOpen = reject('card-not-open', 'This card is not on the board any more. Nothing was changed.');

export const notJoined = reject('sector-not-joined', 'Your organisation is not in this sector. Nothing was changed.');

/** The card if it is on the board for everybody, else the refusal that says why not. Never tells that a secret card exists. */
export function openCard(board: Board, cardId: Id): Card | Refusal {
	const card = board.cards.get(cardId);
	return card?.state.is === 'published' ? card : notOpen;
}

/** The card if this actor sees it, also hidden or private; else the one refusal for all that they do not see. */
export function seenCard(board: Board, actor: Actor, cardId: Id): Card | Refusal {
	const card = board.cards.get(cardId);
	return card && maySeeCard(card, actor) ? card : notOpen;
}

/** What its author hears of a card that a facilitator holds: nobody takes it away from there. */
export const held = reject('card-held', 'The facilitator has hidden this card. Please talk to the facilitator.');

export function isRefusal(value: object): value is Refusal {
	return 'kind' in value && value.kind === 'refused';
}

/** Why this person cannot speak for this centre and network, or null. */
export function refusedName(context: Context, networkId: Id | null): Refusal | null {
	const { actor } = context;
	if (actor.centreId === null) {
		return reject('no-centre', 'You speak for no organisation here. Join the workshop as a delegate to post.');
	}
	if (networkId === null) return null;
	const centre = context.centre(actor.centreId);
	if (centre && !centre.networkIds.includes(networkId)) {
		return reject('not-in-network', 'Your organisation is not in this network. Choose another one, or none.');
	}
	return null;
}

/** Why this thing may not be touched by a delegate who neither made it nor speaks for its centre, verified. */
export function notYours(context: Context): Refusal {
	return context.actor.verified || moderates(context.actor)
		? reject('not-your-centre', 'This belongs to another organisation. Only they can change it.')
		: reject(
				'not-verified',
				'Only verified delegates can change what a colleague made. Enter your organisation code first.'
			);
}
