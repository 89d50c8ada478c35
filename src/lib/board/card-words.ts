import type { CardKind, InterestKind, OfferKind, Phase } from '#lib/domain/board.ts';
import { m } from '#lib/messages/messages.ts';
import type { CentreEntry } from '#lib/protocol/frame.ts';
import { sectorNames } from './sector-names.svelte.ts';
import type { CardEntry } from './card-index.ts';
import { nameOf } from './names.ts';

export function kindWord(kind: CardKind): string {
	return { challenge: m.board_kind_need, sector: m.board_kind_sector, offer: m.board_kind_offer }[kind]();
}

/** What the button says that makes a card of this kind. */
export function postWord(kind: CardKind): string {
	return { challenge: m.board_post_need, sector: m.board_post_sector, offer: m.board_post_offer }[kind]();
}

export function offerWord(kind: OfferKind): string {
	return {
		expertise: m.board_offer_expertise,
		practice: m.board_offer_practice,
		module: m.board_offer_module,
		facility: m.board_offer_facility,
		mobility: m.board_offer_mobility
	}[kind]();
}

/** What a centre says with its mark. */
export function markWord(kind: InterestKind): string {
	return {
		'can-help': m.board_mark_can_help,
		'same-need': m.board_mark_same_need,
		want: m.board_mark_want,
		'work-with': m.board_mark_work_with
	}[kind]();
}

function countOf(entry: CardEntry, kind: InterestKind): number {
	let count = 0;
	for (const mark of entry.interests) if (mark.kind === kind) count += 1;
	return count;
}

/** How many centres said what: "4 can help, 2 have the same need". */
export function interestWords(entry: CardEntry): string {
	const words: string[] = [];
	const add = (kind: InterestKind, say: (inputs: { count: number }) => string) => {
		const count = countOf(entry, kind);
		if (count > 0) words.push(say({ count }));
	};
	add('can-help', m.board_count_can_help);
	add('same-need', m.board_count_same_need);
	add('want', m.board_count_want);
	add('work-with', m.board_count_work_with);
	if (entry.card.kind === 'sector') words.unshift(m.board_count_meet({ count: entry.lines.length }));
	return words.join(', ') || m.board_count_none();
}

/** In whose name a card speaks: "Your card, for MOSAIC", "SEPR", "SEPR, for MOSAIC". */
export function placeWords(entry: CardEntry, mine: boolean, ours: boolean): string {
	const name = mine ? m.board_your_card() : ours ? m.board_our_card() : nameOf(entry.centre);
	return entry.network ? m.board_for_network({ name, network: entry.network.name }) : name;
}

/** The title as it is read: a sector's is the name of its code. */
export function titleOf(entry: CardEntry): string {
	const { card } = entry;
	return card.kind === 'sector' ? sectorNames.of(card.sectors[0] ?? '') : card.title;
}

/** The language of the title: a sector's is the page's own. */
export function titleLanguage({ card }: CardEntry): string | undefined {
	return card.kind === 'sector' ? undefined : card.language;
}

export function centreWords(centre: CentreEntry | undefined): string {
	if (!centre) return '';
	return centre.city && !centre.name.includes(centre.city) ? `${centre.name}, ${centre.city}` : centre.name;
}

/** The five phases of a workshop in words, in their order. */
export function phaseWords(): readonly string[] {
	return [
		m.board_phase_gather(),
		m.board_phase_explore(),
		m.board_phase_match(),
		m.board_phase_co_write(),
		m.board_phase_confirm()
	];
}

export const phaseOrder: readonly Phase[] = ['gather', 'explore', 'match', 'co-write', 'confirm', 'closed'];
