import { createContext } from 'svelte';
import type { InterestKind } from '#lib/domain/board.ts';
import type { Command } from '#lib/domain/command.ts';
import { keepCard } from '#lib/domain/commands/keep-card.ts';
import { leaveSector } from '#lib/domain/commands/leave-sector.ts';
import { markInterest } from '#lib/domain/commands/mark-interest.ts';
import { unmarkInterest } from '#lib/domain/commands/unmark-interest.ts';
import { withdrawCard } from '#lib/domain/commands/withdraw-card.ts';
import type { Id } from '#lib/domain/ids.ts';
import { isVouched, mayActOn } from '#lib/domain/roles.ts';
import type { SeenCard, SeenLine } from '#lib/domain/seen.ts';
import type { CardEntry } from './card-index.ts';
import { underwayByCard } from './card-progress.ts';
import type { LiveBoard } from './live-board.svelte.ts';
import { refusalWords } from './refusal-words.ts';

/** What a delegate does with cards, and why some of it is off now. Asks the session; holds no rule. */
export class CardDesk {
	readonly #live: LiveBoard;
	#said = $state(0);

	/** What is on its way, by card. */
	readonly underway = $derived.by(() => underwayByCard(this.#live.state.pending));
	/** Why nothing can be done now, in words; null when it can be tried. Words, so that they compare. */
	readonly noPosting = $derived(this.#why('post-challenge'));
	/** Something is kept to be sent, or could be. */
	readonly posts = $derived.by(() => this.noPosting === null || this.#live.state.pending.length > 0);
	readonly noMarking = $derived(this.#why('mark-interest'));
	readonly noEditing = $derived(this.#why('edit-card'));
	readonly noKeeping = $derived(this.#why('keep-card'));
	readonly noDrafting = $derived(this.#why('create-proposal'));

	constructor(live: LiveBoard) {
		this.#live = live;
	}

	get ownCentre(): Id | null {
		return this.#live.state.you?.centreId ?? null;
	}

	/** I wrote it. */
	isMine(card: Pick<SeenCard, 'authorId'>): boolean {
		const { you } = this.#live.state;
		return you !== null && card.authorId === you.personId;
	}

	/** It speaks for my centre. */
	isOurs(card: Pick<SeenCard, 'centreId'>): boolean {
		return this.ownCentre !== null && card.centreId === this.ownCentre;
	}

	/** The centre stands behind it; its author may have become verified since it was posted. */
	isVouched(card: SeenCard): boolean {
		return isVouched(card, this.#live.person(card.authorId));
	}

	mayChange(card: SeenCard): boolean {
		const { you } = this.#live.state;
		return card.kind !== 'sector' && you !== null && mayActOn(you, { ...card, personId: card.authorId ?? '' });
	}

	ourMark(entry: CardEntry): InterestKind | null {
		return entry.interests.find((mark) => mark.centreId === this.ownCentre)?.kind ?? null;
	}

	ourLine(entry: CardEntry): SeenLine | undefined {
		return entry.lines.find((line) => line.centreId === this.ownCentre);
	}

	/** The meeting place of a sector, if our line stands in it already. */
	joinedIn(sectors: readonly CardEntry[], code: string | null): CardEntry | undefined {
		return sectors.find(
			(entry) =>
				entry.card.sectors[0] === code && entry.card.state.is === 'published' && this.ourLine(entry) !== undefined
		);
	}

	/** All will see at once what is changed here, though new cards are seen by their authors only. */
	showsAtOnce(entry: CardEntry): boolean {
		const privately = this.#live.state.seen.room.get('room')?.privateWriting ?? false;
		return privately && entry.card.state.is === 'published' && this.ourLine(entry) !== undefined;
	}

	/** The page that begins a partnership draft from these cards. */
	draftAddress(...cardIds: readonly Id[]): string {
		const query = new URLSearchParams(cardIds.map((id) => ['card', id]));
		return `/board/${this.#live.id}/drafts/new?${query.toString()}`;
	}

	/** Marks the card for our centre, or takes the same mark back. */
	mark(entry: CardEntry, kind: InterestKind): Promise<string | null> {
		const cardId = entry.card.id;
		return this.say(
			this.ourMark(entry) === kind ? unmarkInterest.with({ cardId }) : markInterest.with({ cardId, kind })
		);
	}

	withdraw(cardId: Id): Promise<string | null> {
		return this.say(withdrawCard.with({ cardId }));
	}

	keep(cardId: Id): Promise<string | null> {
		return this.say(keepCard.with({ cardId }));
	}

	leave(cardId: Id): Promise<string | null> {
		return this.say(leaveSector.with({ cardId }));
	}

	/**
	 * Speaks a command.
	 * @returns why it was refused, in words for whoever asked; null when it is kept and on its way
	 */
	async say(command: Command): Promise<string | null> {
		const answer = await this.#live.send(command);
		return answer.kind === 'refused' ? refusalWords(answer) : null;
	}

	/** The words of refusals came after the first view: what was said in English is said again. */
	sayAgain(): void {
		this.#said += 1;
	}

	#why(command: string): string | null {
		void this.#said;
		const refusal = this.#live.refusal(command);
		return refusal ? refusalWords(refusal) : null;
	}
}

export const [deskHere, setDeskHere] = createContext<CardDesk>();
