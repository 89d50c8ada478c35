import type { CardKind, Phase } from '#lib/domain/board.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { SessionState } from '#lib/sync/board-session.ts';
import { cardIdOf } from './card-progress.ts';

/** What happened on a board, for whoever hears the page instead of watching it. */
export type News =
	| { readonly kind: 'cards'; readonly count: number }
	| { readonly kind: 'marked'; readonly count: number }
	| { readonly kind: 'phase'; readonly phase: Phase }
	| { readonly kind: 'locked'; readonly locked: boolean }
	| { readonly kind: 'kept'; readonly card: CardKind }
	| { readonly kind: 'posted'; readonly card: CardKind; readonly alone: boolean }
	| { readonly kind: 'returned'; readonly count: number }
	| { readonly kind: 'hidden'; readonly title: string }
	| { readonly kind: 'connection'; readonly live: boolean };

const kindOfPosting: Readonly<Record<string, CardKind>> = {
	'post-challenge': 'challenge',
	'post-offer': 'offer',
	'post-sector': 'sector'
};

type Posting = { readonly card: CardKind; readonly cardId: Id | null };

/** Compares each state of a session with the one before and tells what is new. The first state with a board is no news. */
export class BoardNews {
	#cards: Set<Id> | null = null;
	#marks = new Set<string>();
	#hidden = new Set<Id>();
	#postings = new Map<Id, Posting>();
	#returned = 0;
	#phase: Phase | null = null;
	#locked = false;
	#live: boolean | null = null;

	/** @returns what happened since the last call */
	since(state: SessionState): readonly News[] {
		const { seen, you } = state;
		const room = seen.room.get('room');
		if (!you || !room) return [];
		const first = this.#cards === null;
		const news = [...this.#ofCards(state), ...this.#ofPostings(state), ...this.#ofConnection(state)];
		if (room.phase !== this.#phase && room.phase !== null) news.push({ kind: 'phase', phase: room.phase });
		if (room.locked !== this.#locked) news.push({ kind: 'locked', locked: room.locked });
		this.#phase = room.phase;
		this.#locked = room.locked;
		return first ? [] : news;
	}

	#ofCards({ seen, you }: SessionState): News[] {
		const known = this.#cards;
		let fresh = 0;
		const news: News[] = [];
		const cards = new Set<Id>();
		for (const [id, card] of seen.cards) {
			cards.add(id);
			if (known && !known.has(id) && card.authorId !== you?.personId) fresh += 1;
			if (card.state.is !== 'hidden') this.#hidden.delete(id);
			else if (!this.#hidden.has(id)) {
				this.#hidden.add(id);
				news.push({ kind: 'hidden', title: card.title });
			}
		}
		this.#cards = cards;
		if (fresh > 0) news.push({ kind: 'cards', count: fresh });
		const marked = this.#newMarks(seen, you?.centreId ?? null);
		if (marked > 0) news.push({ kind: 'marked', count: marked });
		return news;
	}

	#newMarks(seen: SessionState['seen'], own: Id | null): number {
		const marks = new Set<string>();
		let fresh = 0;
		for (const [key, { cardId, centreId }] of seen.interests) {
			if (centreId === own || own === null || seen.cards.get(cardId)?.centreId !== own) continue;
			marks.add(key);
			if (!this.#marks.has(key)) fresh += 1;
		}
		this.#marks = marks;
		return fresh;
	}

	#ofPostings({ pending, returned, seen }: SessionState): News[] {
		const news: News[] = [];
		const now = new Map<Id, Posting>();
		for (const { submissionId, command } of pending) {
			const card = kindOfPosting[command.name];
			if (!card) continue;
			now.set(submissionId, { card, cardId: cardIdOf(command.input) });
			if (!this.#postings.has(submissionId)) news.push({ kind: 'kept', card });
		}
		for (const [submissionId, { card, cardId }] of this.#postings) {
			if (now.has(submissionId) || returned.some((entry) => entry.submissionId === submissionId)) continue;
			const alone = cardId !== null && seen.cards.get(cardId)?.state.is === 'private';
			news.push({ kind: 'posted', card, alone });
		}
		this.#postings = now;
		if (returned.length > this.#returned) news.push({ kind: 'returned', count: returned.length - this.#returned });
		this.#returned = returned.length;
		return news;
	}

	#ofConnection({ connection }: SessionState): News[] {
		if (connection === 'connecting') return [];
		const live = connection === 'live';
		const changed = this.#live !== null && this.#live !== live;
		this.#live = live;
		return changed ? [{ kind: 'connection', live }] : [];
	}
}
