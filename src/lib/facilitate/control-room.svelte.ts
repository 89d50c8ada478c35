import type { LiveBoard } from '#lib/board/live-board.svelte.ts';
import { ask } from '#lib/board/rest.ts';
import { refusalWords } from '#lib/board/refusal-words.ts';
import type { SeenCard } from '#lib/domain/seen.ts';
import { locale } from '#lib/messages/messages.ts';
import type { WorkshopRow } from '#lib/protocol/rest.ts';
import { loadSectorLabels, type SectorLabels } from '#lib/vocabulary/labels.ts';
import { boardCounts } from './board-counts.ts';
import { PeopleBook } from './people-book.svelte.ts';
import { personRows, waitingRows } from './people-rows.ts';

/** What a facilitator's pages share besides the live board: the people, the workshop's row, the names of sectors. */
export class ControlRoom {
	readonly live: LiveBoard;
	readonly people: PeopleBook;
	/** With the address that the room's QR code holds; null until it has come. */
	workshop: WorkshopRow | null = $state.raw(null);
	workshopProblem: string | null = $state(null);
	#labels: SectorLabels | null = $state.raw(null);

	readonly counts = $derived.by(() => boardCounts(this.live.state.seen));
	readonly persons = $derived.by(() => {
		const { list } = this.people;
		return list && personRows(list, this.live.state.seen.members);
	});
	readonly waiting = $derived.by(() => (this.people.list ? waitingRows(this.people.list) : []));

	constructor(live: LiveBoard) {
		this.live = live;
		this.people = new PeopleBook(live.id);
	}

	async loadWorkshop(): Promise<void> {
		const answer = await ask<WorkshopRow>('GET', `/api/workshops/${this.live.id}`, 'facilitator');
		if (answer.ok) this.workshop = answer.body;
		this.workshopProblem = answer.ok ? null : refusalWords(answer.problem);
	}

	async loadLabels(): Promise<void> {
		this.#labels = await loadSectorLabels(locale);
	}

	/** A card's title; of a sector, its name in the reader's language. */
	titleOf(card: Pick<SeenCard, 'kind' | 'title' | 'sectors'>): string {
		if (card.kind !== 'sector') return card.title;
		const code = card.sectors[0] ?? '';
		return this.#labels?.label(code) ?? '';
	}
}
