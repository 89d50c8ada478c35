import { createContext } from 'svelte';
import type { LiveBoard } from '#lib/board/live-board.svelte.ts';
import { centreWords } from '#lib/board/card-words.ts';
import { partyOf, type Contact, type Frozen, type Party } from '#lib/domain/board.ts';
import type { Id } from '#lib/domain/ids.ts';
import { m } from '#lib/messages/messages.ts';
import { nothingBegun, type BegunWords } from '#lib/proposal/begun-words.ts';
import { ownStanding, type OwnStanding } from '#lib/proposal/own-standing.ts';
import { datedWords, whenWords } from '#lib/proposal/when.ts';

/** One proposal as its page reads it, and what the reader has begun there and not yet said. */
export class ProposalHere {
	readonly #live: LiveBoard;
	readonly #id: Id;

	readonly proposal = $derived(this.live.state.seen.proposals.get(this.id));
	readonly draft = $derived(this.live.state.seen.drafts.get(this.id));
	readonly you = $derived(this.live.state.you);
	readonly centreId: Id | null = $derived(this.you?.centreId ?? null);
	readonly own: Party | undefined = $derived(this.draft && partyOf(this.draft, this.centreId));
	readonly standing: OwnStanding = $derived(
		this.proposal && this.you ? ownStanding(this.proposal, this.draft, this.you) : 'outside'
	);
	/** What was said here and is not on the server yet. */
	readonly pending = $derived(this.live.state.pending.filter(({ command }) => isAbout(command.input, this.id)));
	/** What the server refused after it had been said: the words wait here. */
	readonly returned = $derived(this.live.state.returned.filter(({ command }) => isAbout(command.input, this.id)));
	/** A draft whose beginning is still on this device has no text on the server to connect to. */
	readonly isNew = $derived(this.pending.some(({ command }) => command.name === 'create-proposal'));

	/** The version that the reader has before them; a newer one waits until they say that they saw it. */
	read: Frozen | null = $state.raw(null);
	/** The notice of an opening was shown here: what opens next is read at once. */
	expectsVersion = false;
	/** Words that were being written when everything froze, or when the page was left: they wait for the next writing. */
	readonly begun: Writable<BegunWords> = $state({ ...nothingBegun });
	/** The contact person as typed so far; survives a version that is reopened. */
	contact: Contact | null = $state.raw(null);
	/** The contact person was asked, and agreed. */
	consents = $state(false);
	/** They agreed that the organiser sees it, too. */
	organiserToo = $state(false);

	/** How often our yes was given or taken back on this device. */
	answers = $state(0);

	constructor(live: LiveBoard, id: Id) {
		this.#live = live;
		this.#id = id;
	}

	get live(): LiveBoard {
		return this.#live;
	}

	get id(): Id {
		return this.#id;
	}

	get zone(): string | undefined {
		return this.live.state.about?.forum.timeZone;
	}

	get listHref(): string {
		return `/board/${this.live.id}/drafts`;
	}

	/** Where a delegate becomes verified. */
	get verifyHref(): string {
		return `/board/${this.live.id}/me#organisation-code`;
	}

	when(at: number): string {
		return whenWords(at, this.live.now(), this.zone);
	}

	/** With its whole date, for what is read later. */
	dated(at: number): string {
		return datedWords(at, this.zone);
	}

	personName(id: Id | null): string {
		return this.live.person(id)?.name ?? m.proposal_somebody();
	}

	/** With a word for the reader themselves: "Amélie Roux, you". */
	personLine(id: Id | null): string {
		const name = this.personName(id);
		return id !== null && id === this.you?.personId ? m.proposal_name_you({ name }) : name;
	}

	centreName(id: Id | null): string {
		return centreWords(this.live.centre(id)) || m.proposal_some_centre();
	}
}

type Writable<Words> = { -readonly [Field in keyof Words]: Words[Field] };

function isAbout(input: unknown, proposalId: Id): boolean {
	return typeof input === 'object' && input !== null && 'proposalId' in input && input.proposalId === proposalId;
}

export const [proposalHere, setProposalHere] = createContext<ProposalHere>();
