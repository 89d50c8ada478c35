import { describe, expect, test } from 'vitest';
import type { SeenDraft, SeenProposal } from '#lib/domain/seen.ts';
import { draftsList } from '#lib/proposal/drafts-list.ts';
import { ProposalNewsReader } from '#lib/proposal/proposal-news.ts';
import { newsWords, stateWords } from '#lib/proposal/proposal-words.ts';
import { suggestedParties } from '#lib/proposal/suggested-parties.ts';
import { id } from './partners-room.ts';

const lyon = id('lyon');
type Is = SeenProposal['parties'][number]['is'];
function proposal(name: string, own: Is | null, more: Partial<SeenProposal> = {}): SeenProposal {
	const parties = [{ centreId: id('tampere'), role: 'coordinator' as const, is: 'in' as Is }];
	if (own) parties.push({ centreId: lyon, role: 'coordinator', is: own });
	return {
		...{ id: id(name), title: name, language: 'en', createdAt: 1, cardIds: [], parties, is: 'draft' },
		...{ opensAt: null, version: 0, since: null, international: null, confirmed: [] },
		...more
	};
}
const table = <Row extends { id: string }>(...rows: Row[]) => new Map(rows.map((row) => [row.id, row]));
const yesOfLyon = [{ centreId: lyon, personId: null, at: 2 }];

describe('The list of drafts', () => {
	test('has first what the own centre is asked for, the longest waiting on top', () => {
		const list = draftsList(
			{
				proposals: table(
					proposal('invited', 'invited', { createdAt: 9 }),
					proposal('writing', 'in'),
					proposal('turn', 'in', { is: 'open', version: 1 }),
					proposal('said', 'in', { is: 'open', version: 1, confirmed: yesOfLyon }),
					proposal('agreed', 'in', { is: 'partnership' }),
					proposal('left', 'left'),
					proposal('others', null)
				)
			},
			lyon
		);
		const titles = (rows: readonly SeenProposal[]) => rows.map(({ title }) => title);
		expect(titles(list.forUs)).toEqual(['turn', 'invited']);
		expect(titles(list.ours)).toEqual(['said', 'writing']);
		expect(titles(list.ourPartnerships)).toEqual(['agreed']);
		expect(titles(list.others)).toEqual(['others', 'left']);
	});

	test('says where each stands in words', () => {
		const words = (one: SeenProposal) => stateWords(one, lyon, 1_000);
		expect(words(proposal('a', 'invited'))).toBe('Your organisation is invited');
		expect(words(proposal('a', 'in'))).toBe('Draft. 2 of 2 partners are in.');
		expect(words(proposal('a', 'in', { is: 'opening', opensAt: 8_500 }))).toBe('Opens for our yes in 8 seconds');
		expect(words(proposal('a', 'in', { is: 'open', version: 4 }))).toBe('Your turn: version 4');
		expect(words(proposal('a', 'in', { is: 'open', confirmed: yesOfLyon }))).toBe('Waiting for 1 of 2');
		expect(words(proposal('a', 'in', { is: 'partnership', international: false }))).toBe(
			'Confirmed partnership, national'
		);
	});
});

describe('The partners suggested for a new draft', () => {
	const mark = (card: string, centre: string) => ({
		...{ cardId: id(card), centreId: id(centre), personId: null, kind: 'can-help' as const, at: 1 }
	});
	const card = (name: string, kind: 'challenge' | 'sector', centre: string) =>
		({ id: id(name), kind, centreId: id(centre) }) as never;

	test('are the cards’ centres, then those that marked them; the own one never', () => {
		const seen = {
			cards: table(card('need', 'challenge', 'tampere')),
			interests: new Map([
				['a', mark('need', 'plovdiv')],
				['b', mark('need', 'lyon')]
			]),
			lines: new Map()
		};
		expect(suggestedParties(seen, [id('need')], lyon)).toEqual([
			{ centreId: id('tampere'), why: 'card', chosen: true },
			{ centreId: id('plovdiv'), why: 'interest', chosen: false }
		]);
	});

	test('of a sector are its centres, and a single one is asked at once', () => {
		const line = { cardId: id('water'), centreId: id('plovdiv'), networkId: null, personId: null };
		const seen = {
			cards: table(card('water', 'sector', 'tampere')),
			interests: new Map(),
			lines: new Map([['a', { ...line, text: '', language: 'en', at: 1 }]])
		};
		expect(suggestedParties(seen, [id('water')], lyon)).toEqual([
			{ centreId: id('plovdiv'), why: 'sector', chosen: true }
		]);
	});
});

describe('News of the own drafts', () => {
	const draft = (what: string) =>
		({
			id: id('a'),
			moments: [{ what, at: 3, by: id('paivi'), centreId: null, version: 1, reason: 'More' }]
		}) as unknown as SeenDraft;

	test('are what happened since the last look, never what was there at the first', () => {
		const reader = new ProposalNewsReader();
		const look = (one: SeenProposal, drafts = new Map<string, SeenDraft>()) =>
			reader.since({ proposals: table(one), drafts }, lyon).map(({ is }) => is);
		expect(look(proposal('a', 'in', { is: 'opening' }))).toEqual([]);
		const open = proposal('a', 'in', { is: 'open', version: 1 });
		expect(look(open)).toEqual(['opened']);
		expect(look(open)).toEqual([]);
		expect(look({ ...open, confirmed: yesOfLyon })).toEqual(['confirmed']);
		expect(look(proposal('a', 'in', { version: 1 }), table(draft('change-asked')))).toEqual(['change-asked']);
	});

	test('name who presses the button that opens a draft', () => {
		const reader = new ProposalNewsReader();
		const look = (one: SeenProposal, drafts = new Map<string, SeenDraft>()) =>
			reader.since({ proposals: table(one), drafts }, lyon);
		look(proposal('a', 'in'));
		const [news] = look(proposal('a', 'in', { is: 'opening' }), table(draft('opening-announced')));
		expect(news).toMatchObject({ is: 'opening', by: id('paivi') });
		expect(news && newsWords(news, { who: 'Päivi Sundström', centre: '' })).toMatch(/^Päivi Sundström opens “a” /);
	});

	test('leave out the drafts of others', () => {
		const reader = new ProposalNewsReader();
		const look = (one: SeenProposal) => reader.since({ proposals: table(one), drafts: new Map() }, lyon);
		look(proposal('a', null));
		expect(look(proposal('a', null, { is: 'open', version: 1 }))).toEqual([]);
	});
});
