import { describe, expect, test } from 'vitest';
import { emptyBoard, pairKey, type Board, type Proposal, type SectorLine } from '#lib/domain/board.ts';
import { seenBy } from '#lib/domain/seen.ts';
import { newestCards, partnershipsOf, sectorRows } from '#lib/screen/on-the-board.ts';
import { stationsOf } from '#lib/screen/partner-stations.ts';
import { codeGroups, typedAddress } from '#lib/screen/room-address.ts';
import { sceneShown } from '#lib/screen/scene-shown.ts';
import { pagesOf, Turning } from '#lib/screen/turning.svelte.ts';
import { card, id, party } from './pocket-room.ts';

const wall = { role: 'screen', personId: null, centreId: null, verified: false } as const;
const seen = (board: Partial<Board>) => seenBy({ ...emptyBoard, ...board }, wall);
const cards = (...all: ReturnType<typeof card>[]) => new Map(all.map((one) => [one.id, one]));
const hidden = { is: 'hidden', by: id('me'), at: 0, reason: 'Spam', before: 'published' } as const;
const line = (cardId: string, centre: string): [string, SectorLine] => [
	pairKey(id(cardId), id(centre)),
	{
		...{ cardId: id(cardId), centreId: id(centre), networkId: null, personId: id('paivi') },
		...{ text: '', language: 'en', at: 0 }
	}
];

describe('What the screen shows of the board', () => {
	test('the newest card comes first, and a hidden one is not there', () => {
		const board = seen({
			cards: cards(
				card('old', { postedAt: 1 }),
				card('new', { postedAt: 3 }),
				card('secret', { postedAt: 4, state: hidden }),
				card('middle', { postedAt: 2 })
			)
		});
		expect(newestCards(board).map((one) => one.id)).toEqual([id('new'), id('middle'), id('old')]);
	});

	test('a sector counts the organisations that meet there and what is tagged with it, the fullest first', () => {
		const board = seen({
			cards: cards(
				card('wood', { kind: 'sector', sectors: ['isced:0722'] }),
				card('buses', { kind: 'sector', sectors: ['isced:0716'] }),
				card('need', { sectors: ['isced:0716', 'isced:0722'] }),
				card('offer', { kind: 'offer', sectors: ['isced:0716'] })
			),
			lines: new Map([line('buses', 'lyon'), line('buses', 'tampere'), line('wood', 'lyon')])
		});
		expect(sectorRows(board).map(({ code, centres, needs, offers }) => [code, centres, needs, offers])).toEqual([
			['isced:0716', 2, 1, 1],
			['isced:0722', 1, 1, 0]
		]);
	});

	test('only what all partners have confirmed is a partnership', () => {
		const frozen = { version: 1, at: 0, by: id('paivi'), sha256: '', snapshot: null };
		const proposal = (name: string, state: Proposal['state']): [string, Proposal] => [
			id(name),
			{
				...{
					id: id(name),
					title: name,
					language: 'en',
					createdBy: id('paivi'),
					createdFor: id('tampere'),
					createdAt: 0
				},
				...{ cardIds: [], parties: [party('lyon')], letIn: [], steps: [], state, version: 1 },
				...{ confirmations: [], moments: [] }
			}
		];
		const board = seen({
			proposals: new Map([
				proposal('draft', { is: 'draft' }),
				proposal('open', { is: 'open', frozen }),
				proposal('agreed', { is: 'partnership', frozen, since: 5 })
			])
		});
		expect(partnershipsOf(board).map((one) => one.title)).toEqual(['agreed']);
	});

	test('a spotlit card that leaves the board leaves the newest cards', () => {
		const room = { ...emptyBoard.room, scene: 'card', sceneCardId: id('one') } as const;
		expect(sceneShown(seen({ room, cards: cards(card('one')) })).is).toBe('card');
		expect(sceneShown(seen({ room, cards: cards(card('one', { state: hidden })) })).is).toBe('newest');
		expect(sceneShown(seen({ room })).is).toBe('newest');
	});
});

test('a line of the wall has six stations: the sixth counts the partners that found no place', () => {
	const parties = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => ({
		...({ centreId: id(name), role: 'partner', is: 'in' } as const)
	}));
	const declined = { centreId: id('gone'), role: 'partner', is: 'declined' } as const;
	const facts = () => ({ name: 'Sample', country: 'GR' });
	const partnership = { parties: [...parties, declined] } as unknown as Parameters<typeof stationsOf>[0];
	const lined = stationsOf(partnership, facts);
	expect([lined.stations.length, lined.more, lined.stations[0]?.country]).toEqual([5, 3, 'EL']);
	const six = stationsOf({ ...partnership, parties: parties.slice(0, 6) }, facts);
	expect([six.stations.length, six.more]).toEqual([6, 0]);
});

test('cards take turns, and a new first one is shown at once', () => {
	const turning = new Turning();
	turning.startAt('a');
	turning.next();
	turning.next();
	turning.startAt('a');
	expect([turning.among(3), turning.among(2), turning.among(0)]).toEqual([2, 0, 0]);
	turning.startAt('b');
	expect(turning.among(3)).toBe(0);
});

test('a long list is cut into pages', () => {
	expect(pagesOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
	expect(pagesOf([], 2)).toEqual([]);
});

test('the room code stands in groups of four, however it is written, beside the address to type', () => {
	expect(codeGroups('K7QF-M2XT')).toEqual(['K7QF', 'M2XT']);
	expect(codeGroups('K7QFM2XT')).toEqual(['K7QF', 'M2XT']);
	expect(typedAddress('http://192.168.1.20:4100/join#K7QFM2XT')).toBe('192.168.1.20:4100');
});
