import type { CardKind } from '#lib/domain/board.ts';
import { m } from '#lib/messages/messages.ts';
import type { Announcer } from '#lib/ui/announcer.svelte.ts';
import type { BoardSession } from '#lib/sync/board-session.ts';
import { BoardNews, type News } from './board-news.ts';
import { phaseOrder, phaseWords } from './card-words.ts';

const kept: Readonly<Record<CardKind, () => string>> = {
	challenge: () => m.board_said_kept_need(),
	sector: () => m.board_said_kept_sector(),
	offer: () => m.board_said_kept_offer()
};
const posted: Readonly<Record<CardKind, () => string>> = {
	challenge: () => m.board_said_posted_need(),
	sector: () => m.board_said_posted_sector(),
	offer: () => m.board_said_posted_offer()
};

/**
 * Tells what happens on a board from now on.
 * @param posts whether something can be posted now or waits to be sent: else, without a network, that is not promised
 * @returns the function that ends it
 */
export function tellNews(
	session: Pick<BoardSession, 'subscribe'>,
	announcer: Announcer,
	posts: () => boolean
): () => void {
	const news = new BoardNews();
	return session.subscribe((state) => {
		for (const one of news.since(state)) announce(announcer, one, posts);
	});
}

/** Says what happened on the board. Numbers of one breath become one sentence. */
function announce(announcer: Announcer, news: News, posts: () => boolean): void {
	switch (news.kind) {
		case 'cards':
			return announcer.count('cards', news.count, (count) => m.board_new_cards({ count }));
		case 'marked':
			return announcer.count('marked', news.count, (count) => m.board_said_marked({ count }));
		case 'phase':
			return announcer.say(
				news.phase === 'closed'
					? m.board_phase_closed_long()
					: m.board_said_phase({ phase: phaseWords()[phaseOrder.indexOf(news.phase)] ?? '' })
			);
		case 'locked':
			return announcer.say(news.locked ? m.board_said_locked() : m.board_said_unlocked());
		case 'kept':
			return announcer.say(kept[news.card]());
		case 'posted':
			return announcer.say(news.alone ? m.board_said_alone() : posted[news.card]());
		case 'returned':
			return announcer.count('returned', news.count, (count) => m.board_returned({ count }));
		case 'hidden':
			return announcer.say(m.board_said_hidden({ title: news.title }));
		case 'connection':
			if (news.live) return announcer.say(m.board_said_live());
			return announcer.say(posts() ? m.board_offline_title() : m.board_offline_reading_title());
	}
}
