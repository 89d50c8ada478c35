import { m } from '#lib/messages/messages.ts';
import { shownCountry } from '#lib/vocabulary/countries.ts';
import { countryName } from '#lib/ui/country-name.ts';
import type { Filter } from '#lib/ui/filter-sentence.ts';
import { cardKinds } from '#lib/domain/board.ts';
import type { Id } from '#lib/domain/ids.ts';
import { everyCard, whoseChoices, type CardFilter, type FilterChoices } from './card-filter.ts';

type Option = { readonly value: string; readonly label: string };

/** What the sentence "Show {cards} from {country} in {field} by {centre}" has to choose from, in words with numbers. */
export function filtersOf(
	filter: CardFilter,
	choices: FilterChoices,
	words: { readonly locale: string; readonly sector: (code: string) => string; readonly centre: (id: Id) => string }
): readonly Filter[] {
	const { locale } = words;
	const options = (
		counts: ReadonlyMap<string, number>,
		value: string,
		every: string,
		nameOf: (key: string) => string
	) => {
		const order = new Intl.Collator(locale);
		// What is chosen stays in the list, even when its last card has gone.
		const keys = value === '' || counts.has(value) ? [...counts.keys()] : [...counts.keys(), value];
		const named = keys.map((key): Option => ({
			value: key,
			label: m.board_filter_option({ name: nameOf(key) || '…', count: counts.get(key) ?? 0 })
		}));
		return [{ value: '', label: every }, ...named.sort((a, b) => order.compare(a.label, b.label))];
	};
	const country = (code: string) => `${countryName(code, locale)} (${shownCountry(code)})`;
	return [
		{ name: 'cards', label: m.board_filter_cards(), value: cardsValue(filter), options: cardsOptions() },
		{
			...{ name: 'country', label: m.board_filter_country(), value: filter.country },
			options: options(choices.countries, filter.country, m.board_every_country(), country)
		},
		{
			...{ name: 'field', label: m.board_filter_field(), value: filter.field },
			options: options(choices.fields, filter.field, m.board_every_field(), words.sector)
		},
		{
			...{ name: 'centre', label: m.board_filter_centre(), value: filter.centre },
			options: options(choices.centres, filter.centre, m.board_every_centre(), words.centre)
		}
	];
}

function cardsValue({ kind, whose }: CardFilter): string {
	return whose === 'all' ? (kind ?? 'all') : whose;
}

function cardsOptions(): readonly Option[] {
	return [
		{ value: 'all', label: m.board_all_cards() },
		{ value: 'challenge', label: m.board_filter_needs() },
		{ value: 'sector', label: m.board_filter_sectors() },
		{ value: 'offer', label: m.board_filter_offers() },
		{ value: 'ours', label: m.board_our_cards() },
		{ value: 'marked', label: m.board_marked_cards() }
	];
}

/** What a choice in the sentence changes of the filter. */
export function choiceOf(name: string, value: string): Partial<CardFilter> {
	if (name !== 'cards') return { [name]: value };
	const kind = cardKinds.find((one) => one === value) ?? null;
	return { kind, whose: whoseChoices.find((one) => one === value) ?? everyCard.whose };
}
