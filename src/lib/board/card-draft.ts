import { offerKinds, type CardKind, type OfferKind } from '#lib/domain/board.ts';
import type { Command } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import { editCard } from '#lib/domain/commands/edit-card.ts';
import { postChallenge } from '#lib/domain/commands/post-challenge.ts';
import { postOffer } from '#lib/domain/commands/post-offer.ts';
import { postSector } from '#lib/domain/commands/post-sector.ts';
import { lengthOf, limits } from '#lib/domain/texts.ts';
import type { SeenCard } from '#lib/domain/seen.ts';

/** What somebody is writing. One draft holds what was typed for every kind, so that changing the kind loses nothing. */
export type CardDraft = {
	readonly kind: CardKind;
	readonly title: string;
	readonly text: string;
	/** Codes of the sector vocabulary. */
	readonly sectors: readonly string[];
	readonly offerKind: OfferKind | null;
	readonly networkId: Id | null;
	readonly language: string;
	/** The person said which language it is: no more guessing. */
	readonly languageChosen: boolean;
	/** The sector to meet in; null while none is chosen. */
	readonly sector: string | null;
	/** What we do or want to do in that sector. */
	readonly line: string;
	/** Typed to find a field, and none was chosen for it. */
	readonly fieldWords: string;
	/** Typed to find the sector to meet in. */
	readonly sectorWords: string;
};

export function emptyDraft(kind: CardKind, language: string): CardDraft {
	return {
		kind,
		title: '',
		text: '',
		sectors: [],
		offerKind: null,
		networkId: null,
		language,
		languageChosen: false,
		sector: null,
		line: '',
		fieldWords: '',
		sectorWords: ''
	};
}

/** A draft to change a card that is on the board. */
export function draftOfCard(card: SeenCard): CardDraft {
	const { kind, title, text, sectors, offerKind, networkId, language } = card;
	return { ...emptyDraft(kind, language), title, text, sectors, offerKind, networkId, languageChosen: true };
}

/** Whether somebody typed or chose something that would be missed. */
export function holdsSomething(draft: CardDraft): boolean {
	const { title, text, sectors, sector, line, fieldWords, sectorWords } = draft;
	if (sectors.length > 0 || sector !== null) return true;
	return [title, text, line, fieldWords, sectorWords].some((words) => words.trim() !== '');
}

/** What stays of a draft when the card of its kind was posted: what was typed for the other kinds; undefined for nothing. */
export function restOf(draft: CardDraft): CardDraft | undefined {
	const { kind, language, languageChosen, networkId } = draft;
	const { title, text, sectors, offerKind, fieldWords, sector, line, sectorWords } = draft;
	const empty = { ...emptyDraft(kind, language), languageChosen, networkId };
	const rest: CardDraft =
		kind === 'sector'
			? { ...empty, kind: offerKind ? 'offer' : 'challenge', title, text, sectors, offerKind, fieldWords }
			: { ...empty, kind: 'sector', sector, line, sectorWords };
	return holdsSomething(rest) ? rest : undefined;
}

/** What was typed, for copying. */
export function textOfDraft({ title, text, line }: CardDraft): string {
	return [title, text, line].filter((part) => part.trim() !== '').join('\n\n');
}

export type DraftGap =
	| 'title-missing'
	| 'title-long'
	| 'text-long'
	| 'sectors-many'
	| 'offer-kind-missing'
	| 'field-unchosen'
	| 'sector-missing'
	| 'line-long';

/** What keeps a draft from being posted, in the order of the form; empty when nothing does. */
export function gapsOf(draft: CardDraft): readonly DraftGap[] {
	const gaps: DraftGap[] = [];
	if (draft.kind === 'sector') {
		if (draft.sector === null) gaps.push('sector-missing');
		if (lengthOf(draft.line.trim()) > limits.line) gaps.push('line-long');
		return gaps;
	}
	const title = lengthOf(draft.title.trim());
	if (title === 0) gaps.push('title-missing');
	if (title > limits.title) gaps.push('title-long');
	if (lengthOf(draft.text.trim()) > limits.text) gaps.push('text-long');
	if (draft.sectors.length > limits.sectorsPerCard) gaps.push('sectors-many');
	if (draft.kind === 'offer' && draft.offerKind === null) gaps.push('offer-kind-missing');
	if (draft.fieldWords.trim() !== '') gaps.push('field-unchosen');
	return gaps;
}

/** The command that posts a draft without gaps. */
export function postingOf(draft: CardDraft, cardId: Id): Command {
	const { title, text, language, networkId } = draft;
	const sectors = [...draft.sectors];
	switch (draft.kind) {
		case 'challenge':
			return postChallenge.with({ cardId, title, text, language, sectors, networkId });
		case 'offer':
			return postOffer.with({
				...{ cardId, title, text, language, sectors, networkId },
				offerKind: draft.offerKind ?? 'expertise'
			});
		case 'sector':
			return postSector.with({ cardId, code: draft.sector ?? '', text: draft.line, language, networkId });
	}
}

/** The command that changes a card to what the draft says. */
export function changeOf(draft: CardDraft, cardId: Id): Command {
	const { title, text, language, networkId, offerKind } = draft;
	return editCard.with({ cardId, title, text, language, sectors: [...draft.sectors], networkId, offerKind });
}

/** The draft that a refused command came from; null for a command that nobody typed a card into. */
export function draftOfReturned(command: Command): { readonly cardId: Id | null; readonly draft: CardDraft } | null {
	const kinds: Readonly<Record<string, CardKind>> = {
		'post-challenge': 'challenge',
		'post-offer': 'offer',
		'post-sector': 'sector',
		'edit-card': 'challenge'
	};
	const kind = kinds[command.name];
	if (!kind || typeof command.input !== 'object' || command.input === null) return null;
	const input = command.input as Readonly<Record<string, unknown>>;
	const sector = kind === 'sector' ? { sector: input['code'], line: input['text'], text: '' } : {};
	const draft = readDraft(JSON.stringify({ ...input, ...sector, kind, languageChosen: true }));
	if (!draft) return null;
	const changed = command.name === 'edit-card' && typeof input['cardId'] === 'string' ? input['cardId'] : null;
	return { cardId: changed, draft: draft.offerKind ? { ...draft, kind: 'offer' } : draft };
}

/** A draft as it was kept; undefined for what is none, whoever wrote it. */
export function readDraft(json: string | null): CardDraft | undefined {
	let value: unknown;
	try {
		value = JSON.parse(json ?? 'null');
	} catch {
		// What another program left under our name is no draft of ours.
		return undefined;
	}
	if (typeof value !== 'object' || value === null) return undefined;
	const kept = value as Partial<Record<keyof CardDraft, unknown>>;
	const kind = kept.kind === 'sector' || kept.kind === 'offer' ? kept.kind : 'challenge';
	const text = (of: unknown) => (typeof of === 'string' ? of : '');
	const sectors = Array.isArray(kept.sectors) ? kept.sectors.filter((one) => typeof one === 'string') : [];
	return {
		kind,
		title: text(kept.title),
		text: text(kept.text),
		sectors,
		offerKind: offerKinds.find((one) => one === kept.offerKind) ?? null,
		networkId: typeof kept.networkId === 'string' ? kept.networkId : null,
		language: text(kept.language) || 'en',
		languageChosen: kept.languageChosen === true,
		sector: typeof kept.sector === 'string' ? kept.sector : null,
		line: text(kept.line),
		fieldWords: text(kept.fieldWords),
		sectorWords: text(kept.sectorWords)
	};
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Where drafts lie on this device: one for new cards and one for each card that is being changed, by board and person. */
export class DraftShelf {
	readonly #storage: Shelf | undefined;
	readonly #prefix: string;

	/** @param storage the browser's own; undefined where it is blocked */
	constructor(storage: Shelf | undefined, board: Id, personId: Id) {
		this.#storage = storage;
		this.#prefix = `card-draft:${board}:${personId}`;
	}

	/** @param cardId the card that is being changed; null for a new one */
	read(cardId: Id | null): CardDraft | undefined {
		return readDraft(this.#storage?.getItem(this.#key(cardId)) ?? null);
	}

	/** @returns false when this device could not keep it: then only the page holds it */
	keep(cardId: Id | null, draft: CardDraft): boolean {
		if (!this.#storage) return false;
		try {
			this.#storage.setItem(this.#key(cardId), JSON.stringify(draft));
			return true;
		} catch {
			// Full, or blocked: the form says that the draft is not kept.
			return false;
		}
	}

	drop(cardId: Id | null): void {
		this.#storage?.removeItem(this.#key(cardId));
	}

	#key(cardId: Id | null): string {
		return cardId === null ? this.#prefix : `${this.#prefix}:${cardId}`;
	}
}
