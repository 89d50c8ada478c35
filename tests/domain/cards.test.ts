import { describe, expect, test } from 'vitest';
import { chooseScene } from '#lib/domain/commands/choose-scene.ts';
import { editCard } from '#lib/domain/commands/edit-card.ts';
import { hideCard } from '#lib/domain/commands/hide-card.ts';
import { keepCard } from '#lib/domain/commands/keep-card.ts';
import { leaveSector } from '#lib/domain/commands/leave-sector.ts';
import { lockBoard } from '#lib/domain/commands/lock-board.ts';
import { markInterest } from '#lib/domain/commands/mark-interest.ts';
import { removePerson } from '#lib/domain/commands/remove-person.ts';
import { restoreCard } from '#lib/domain/commands/restore-card.ts';
import { cardsRevealed, revealCards } from '#lib/domain/commands/reveal-cards.ts';
import { setPrivateWriting } from '#lib/domain/commands/set-private-writing.ts';
import { unmarkInterest } from '#lib/domain/commands/unmark-interest.ts';
import { withdrawCard } from '#lib/domain/commands/withdraw-card.ts';
import { pairKey, type Board } from '#lib/domain/board.ts';
import { decide } from '#lib/domain/decide.ts';
import { see, type Reader } from '#lib/domain/seen.ts';
import { challenge, offer, phase, running, sector } from './given.ts';
import { amelie, contextOf, facilitator, guest, gergana, id, outcome, paivi, Story } from './story.ts';

const edit = (name: string, title = 'Better') =>
	editCard.with({ cardId: id(name), title, text: '', language: 'fi', sectors: [], networkId: null, offerKind: null });

describe('Posting', () => {
	test('a card is on the board under its own id, in the name of the centre of who posted it', () => {
		const { board } = running().did(paivi, challenge('need', { networkId: id('hydrogen') }));
		expect(board.cards.get(id('need'))).toMatchObject({
			kind: 'challenge',
			centreId: id('tampere'),
			networkId: id('hydrogen'),
			authorId: paivi.personId,
			vouched: true,
			state: { is: 'published' }
		});
	});
	test('posting the same id again is refused', () => {
		expect(outcome(running().did(paivi, challenge('need')).say(paivi, challenge('need')))).toBe('card-exists');
	});
	test('nothing is posted before the workshop starts, nor after it has closed', () => {
		expect(outcome(new Story().say(paivi, challenge('need')))).toBe('workshop-not-started');
		expect(outcome(running().did(facilitator, phase('closed')).say(paivi, challenge('need')))).toBe('phase-post');
	});
	test('a title of 90 characters is taken, one of 91 is refused by name of the field, an empty one too', () => {
		expect(outcome(running().say(paivi, challenge('a', { title: 'é'.repeat(90) })))).toBe('accepted');
		for (const title of ['é'.repeat(91), '   ']) {
			expect(running().say(paivi, challenge('a', { title }))).toMatchObject({
				code: 'input-invalid',
				values: { field: 'title' }
			});
		}
	});
	test('a centre speaks only for networks that it is in', () => {
		expect(outcome(running().say(amelie, challenge('a', { networkId: id('hydrogen') })))).toBe('not-in-network');
	});
	test('facilitators post nothing for a centre', () => {
		expect(outcome(running().say(facilitator, challenge('a')))).toBe('role-facilitator');
	});
	test('a locked board takes no cards and no marks', () => {
		const story = running()
			.did(amelie, offer('bus'))
			.did(facilitator, lockBoard.with({ locked: true }));
		expect(outcome(story.say(paivi, challenge('a')))).toBe('board-locked');
		expect(outcome(story.say(paivi, markInterest.with({ cardId: id('bus'), kind: 'want' })))).toBe('board-locked');
	});
	test('characters that turn the reading direction around are taken out', () => {
		const { board } = running().did(paivi, challenge('a', { title: 'safe\u202Etxt.exe' }));
		expect(board.cards.get(id('a'))?.title).toBe('safetxt.exe');
	});
});

describe('Who may change a card', () => {
	test('an unverified delegate changes what they made themselves, and nothing of a colleague', () => {
		const story = running().did(guest, challenge('mine')).did(paivi, challenge('hers'));
		expect(outcome(story.say(guest, edit('mine')))).toBe('accepted');
		expect(outcome(story.say(guest, edit('hers')))).toBe('not-verified');
		expect(outcome(story.say(guest, withdrawCard.with({ cardId: id('hers') })))).toBe('not-verified');
	});
	test('a verified delegate changes what a colleague made; nobody changes what another centre made', () => {
		const story = running().did(guest, challenge('his'));
		expect(outcome(story.say(paivi, edit('his')))).toBe('accepted');
		expect(outcome(story.say(amelie, edit('his')))).toBe('not-your-centre');
	});
	test('a verified delegate keeps what a guest posted: the centre stands behind it then', () => {
		const story = running().did(guest, challenge('his'));
		expect(story.board.cards.get(id('his'))?.vouched).toBe(false);
		expect(outcome(story.say(guest, keepCard.with({ cardId: id('his') })))).toBe('not-verified');
		expect(story.did(paivi, keepCard.with({ cardId: id('his') })).board.cards.get(id('his'))?.vouched).toBe(true);
	});
	test('a withdrawn card stays in the log and takes no change', () => {
		const story = running()
			.did(paivi, challenge('a'))
			.did(paivi, withdrawCard.with({ cardId: id('a') }));
		expect(story.board.cards.get(id('a'))?.state.is).toBe('withdrawn');
		expect(outcome(story.say(paivi, edit('a')))).toBe('card-not-open');
	});
});

describe('The scene of the screen', () => {
	test('is the newest cards for everybody while its card is off the board, and the card again when it is back', () => {
		const shown = running()
			.did(paivi, challenge('a'))
			.did(facilitator, chooseScene.with({ scene: 'card', cardId: id('a') }));
		const sceneOf = ({ board }: Story, reader: Reader) => see(board, 'room/room', reader);
		const readers: readonly Reader[] = [paivi, facilitator, { ...facilitator, role: 'screen', personId: null }];
		const hidden = shown.did(facilitator, hideCard.with({ cardId: id('a'), reason: 'Twice' }));
		for (const reader of readers) expect(sceneOf(hidden, reader)).toMatchObject({ scene: 'newest', sceneCardId: null });
		const back = hidden.did(facilitator, restoreCard.with({ cardId: id('a') }));
		for (const reader of readers) expect(sceneOf(back, reader)).toMatchObject({ scene: 'card', sceneCardId: id('a') });
	});
});

describe('A sector is one meeting place per board', () => {
	test('posting one that exists joins it with a line', () => {
		const { board } = running()
			.did(paivi, sector('one'))
			.did(amelie, sector('two', 'isced:0716', 'We paint them'));
		expect([...board.cards.keys()]).toEqual([id('one')]);
		expect(board.lines.get(pairKey(id('one'), id('lyon')))?.text).toBe('We paint them');
	});
	test('posting it again changes the line of the own centre; a guest does not change a colleague’s line', () => {
		const story = running()
			.did(paivi, sector('one'))
			.did(paivi, sector('x', 'isced:0716', 'Trams now'));
		expect(story.board.lines.get(pairKey(id('one'), id('tampere')))?.text).toBe('Trams now');
		expect(outcome(story.say(guest, sector('y', 'isced:0716', 'Ships')))).toBe('not-verified');
	});
	test('the last centre that leaves takes the meeting place along; it can be posted anew', () => {
		const story = running().did(paivi, sector('one')).did(amelie, sector('two'));
		const there = leaveSector.with({ cardId: id('one') });
		expect(story.did(paivi, there).board.cards.get(id('one'))?.state.is).toBe('published');
		expect(story.did(amelie, there).board.cards.get(id('one'))?.state.is).toBe('withdrawn');
		expect(story.did(gergana, sector('three')).board.cards.get(id('three'))?.state.is).toBe('published');
	});
});

describe('Interest', () => {
	const help = markInterest.with({ cardId: id('a'), kind: 'can-help' });
	test('a centre marks a card once; marking otherwise changes its word; unmarking takes it away', () => {
		const story = running().did(paivi, challenge('a')).did(amelie, help);
		expect(outcome(story.say(amelie, help))).toBe('interest-marked');
		story.did(amelie, markInterest.with({ cardId: id('a'), kind: 'same-need' }));
		expect([...story.board.interests.values()].map(({ kind }) => kind)).toEqual(['same-need']);
		expect(story.did(amelie, unmarkInterest.with({ cardId: id('a') })).board.interests.size).toBe(0);
	});
	test('nobody marks the own centre’s card, nor with a word of another kind', () => {
		const story = running().did(paivi, challenge('a'));
		expect(outcome(story.say(guest, help))).toBe('own-card');
		expect(outcome(story.say(amelie, markInterest.with({ cardId: id('a'), kind: 'want' })))).toBe(
			'interest-other-kind'
		);
	});
});

describe('Moderation of cards', () => {
	test('a hidden card is closed to delegates until it is restored, with the reason kept', () => {
		const story = running()
			.did(paivi, challenge('a'))
			.did(facilitator, hideCard.with({ cardId: id('a'), reason: 'Twice here' }));
		expect(story.board.cards.get(id('a'))?.state).toMatchObject({ is: 'hidden', reason: 'Twice here' });
		expect(outcome(story.say(amelie, markInterest.with({ cardId: id('a'), kind: 'can-help' })))).toBe('card-not-open');
		expect(story.did(facilitator, restoreCard.with({ cardId: id('a') })).board.cards.get(id('a'))?.state.is).toBe(
			'published'
		);
	});
	test('two facilitators who hide the same card: the second gets a sentence', () => {
		const hide = hideCard.with({ cardId: id('a'), reason: 'Twice here' });
		expect(outcome(running().did(paivi, challenge('a')).did(facilitator, hide).say(facilitator, hide))).toBe(
			'card-hidden'
		);
	});
	test('delegates hide nothing', () => {
		const story = running().did(paivi, challenge('a'));
		expect(outcome(story.say(amelie, hideCard.with({ cardId: id('a'), reason: 'no' })))).toBe('role-delegate');
	});
	test('who was removed can do nothing any more, and is told whom to ask', () => {
		const story = running().did(facilitator, removePerson.with({ personId: amelie.personId, reason: 'Shouted' }));
		expect(outcome(story.say(amelie, offer('x')))).toBe('person-removed');
	});
});

describe('Private writing', () => {
	test('two private cards of one sector become one meeting place when they are revealed', () => {
		const story = running()
			.did(facilitator, setPrivateWriting.with({ on: true }))
			.did(paivi, sector('one'))
			.did(amelie, sector('two'))
			.did(gergana, challenge('need'));
		expect([...story.board.cards.values()].every((card) => card.state.is === 'private')).toBe(true);
		const { board } = story.did(facilitator, revealCards.with({ cardIds: null }));
		const published = [...board.cards.values()].filter((card) => card.state.is === 'published').map((card) => card.id);
		expect(published.sort()).toEqual([id('need'), id('one')].sort());
		expect(board.lines.has(pairKey(id('one'), id('lyon')))).toBe(true);
	});
	test('the own line in a sector that all see already is changed there; only who has one changes it', () => {
		const story = running()
			.did(paivi, sector('one', 'isced:0716', 'Buses'))
			.did(facilitator, setPrivateWriting.with({ on: true }));
		expect(outcome(story.say(amelie, sector('one', 'isced:0716', 'Ships')))).toBe('sector-not-joined');
		expect(story.board.cards.size).toBe(1);
		for (const [name, words] of [
			['one', 'Trams'],
			['two', 'Bikes']
		] as const) {
			story.did(paivi, sector(name, 'isced:0716', words));
			expect(story.board.lines.get(pairKey(id('one'), id('tampere')))?.text).toBe(words);
		}
		expect(story.board.cards.size).toBe(1);
	});
	test('each author has a card of their own: a colleague neither sees nor replaces it', () => {
		const story = running()
			.did(facilitator, setPrivateWriting.with({ on: true }))
			.did(guest, sector('one', 'isced:0716', 'Buses'))
			.did(paivi, sector('two', 'isced:0716', 'Trams'));
		story.did(facilitator, revealCards.with({ cardIds: null }));
		expect(story.board.lines.get(pairKey(id('one'), id('tampere')))).toMatchObject({
			text: 'Buses\nTrams',
			personId: paivi.personId,
			unverifiedWords: true
		});
	});
	test('words that meet a line of the same centre when they are revealed stand below it', () => {
		const story = running()
			.did(facilitator, setPrivateWriting.with({ on: true }))
			.did(guest, sector('private', 'isced:0716', 'Trams'))
			.did(facilitator, setPrivateWriting.with({ on: false }))
			.did(paivi, sector('place', 'isced:0716', 'Buses'))
			.did(facilitator, revealCards.with({ cardIds: null }));
		// They do not count as vouched for, and the guest has nothing to say over the others.
		expect(story.board.lines.get(pairKey(id('place'), id('tampere')))).toMatchObject({
			text: 'Buses\nTrams',
			personId: paivi.personId,
			unverifiedWords: true
		});
		expect(outcome(story.say(guest, sector('place', 'isced:0716', 'Ships')))).toBe('not-verified');
		expect(outcome(story.say(guest, leaveSector.with({ cardId: id('place') })))).toBe('not-verified');
	});
	test('a guest’s line to which a verified colleague’s words come belongs to the colleague, until it is written anew', () => {
		const story = running()
			.did(facilitator, setPrivateWriting.with({ on: true }))
			.did(paivi, sector('private', 'isced:0716', 'Buses'))
			.did(facilitator, setPrivateWriting.with({ on: false }))
			.did(guest, sector('place', 'isced:0716', 'Trams'))
			.did(facilitator, revealCards.with({ cardIds: null }));
		const line = (of: Story) => of.board.lines.get(pairKey(id('place'), id('tampere')));
		expect(line(story)).toMatchObject({ text: 'Trams\nBuses', personId: paivi.personId, unverifiedWords: true });
		const anew = story.did(paivi, sector('place', 'isced:0716', 'Buses and trams'));
		expect(line(anew)).not.toHaveProperty('unverifiedWords');
	});
	test('words that a log from before dropped stay dropped when it is replayed', () => {
		const story = running()
			.did(facilitator, setPrivateWriting.with({ on: true }))
			.did(paivi, sector('private', 'isced:0716', 'Trams'))
			.did(facilitator, setPrivateWriting.with({ on: false }))
			.did(paivi, sector('place', 'isced:0716', 'Buses'));
		story.add(cardsRevealed.of({ cardIds: [], joins: [{ from: id('private'), into: id('place') }] }, {}), null);
		expect(story.board.lines.get(pairKey(id('place'), id('tampere')))?.text).toBe('Buses');
	});
	test('a line is as old as its reveal, alone or joining; in a log from before it keeps its time', () => {
		const written = () =>
			running()
				.did(facilitator, setPrivateWriting.with({ on: true }))
				.did(paivi, sector('one', 'isced:0716', 'Trams'))
				.did(amelie, sector('two', 'isced:0716', 'Buses'));
		const times = ({ board }: Story) => [...board.lines.values()].map((line) => line.at);
		const before = written();
		const [trams, buses] = times(before);
		before.now += 60_000;
		before.add(cardsRevealed.of({ cardIds: [id('one')], joins: [{ from: id('two'), into: id('one') }] }, {}), null);
		expect(times(before)).toEqual([trams, buses, buses]);
		const story = written();
		story.now += 60_000;
		story.did(facilitator, revealCards.with({ cardIds: null }));
		const place = [...story.board.lines.values()].filter(
			(line) => story.board.cards.get(line.cardId)?.state.is === 'published'
		);
		expect(place.map((line) => line.at)).toEqual([story.now, story.now]);
	});
	test('a line that is changed after private writing ended stays with its private card', () => {
		const story = running()
			.did(facilitator, setPrivateWriting.with({ on: true }))
			.did(paivi, sector('one', 'isced:0716', 'Buses'))
			.did(facilitator, setPrivateWriting.with({ on: false }))
			.did(paivi, sector('one', 'isced:0716', 'Trams'));
		expect(story.board.cards.get(id('one'))?.state.is).toBe('private');
		expect(story.board.lines.get(pairKey(id('one'), id('tampere')))?.text).toBe('Trams');
	});
	test('a facilitator reveals cards that their own phone does not show: only the server can tell whether there are any', () => {
		const story = running()
			.did(facilitator, setPrivateWriting.with({ on: true }))
			.did(paivi, challenge('need'));
		const asShown: Board = { ...story.board, cards: new Map() };
		const onThePhone = { ...contextOf(facilitator, story.now), knowsAll: false };
		const reveal = revealCards.with({ cardIds: null });
		expect(outcome(decide(asShown, reveal, onThePhone))).toBe('unpredicted');
		expect(outcome(decide(asShown, reveal, contextOf(facilitator, story.now)))).toBe('nothing-private');
	});
});
