import { describe, expect, test } from 'vitest';
import { pairKey } from '#lib/domain/board.ts';
import { postSector } from '#lib/domain/commands/post-sector.ts';
import { revealCards } from '#lib/domain/commands/reveal-cards.ts';
import { setPrivateWriting } from '#lib/domain/commands/set-private-writing.ts';
import type { Actor } from '#lib/domain/command.ts';
import { decide } from '#lib/domain/decide.ts';
import { running, sector } from './given.ts';
import { contextOf, delegate, facilitator, guest, id, paivi, type Story } from './story.ts';

const privately = (on: boolean) => setPrivateWriting.with({ on });
const reveal = revealCards.with({ cardIds: null });
const lineOf = ({ board }: Story) => board.lines.get(pairKey(id('place'), id('tampere')));

/** Somebody wrote a line in private, and the place where it will meet another is there. */
function met(first: Actor, text: string, second: Actor, words: string): Story {
	return running()
		.did(facilitator, privately(true))
		.did(second, sector('private', 'isced:0716', words))
		.did(facilitator, privately(false))
		.did(first, sector('place', 'isced:0716', text));
}

/** The facilitator reveals when the directory says this of a person. */
function revealedWhen(story: Story, personId: string, now: { centreId: string; verified: boolean }): Story {
	const context = contextOf(facilitator, story.now);
	const person = (one: string) => (one === personId ? now : context.person(one));
	const decision = decide(story.board, reveal, { ...context, person });
	if (decision.kind !== 'accepted') throw new Error(decision.kind);
	for (const event of decision.events) story.add(event, facilitator.personId);
	return story;
}

describe('Two lines of one organisation that meet at a reveal', () => {
	test('count as unverified words of whoever is verified for another organisation by then', () => {
		const moved = { centreId: id('lyon'), verified: true };
		const story = revealedWhen(met(paivi, 'Buses', guest, 'Trams'), paivi.personId, moved);
		expect(story.events.at(-1)?.data).toMatchObject({ unverified: [guest.personId, paivi.personId] });
		expect(lineOf(story)).toMatchObject({ text: 'Buses\nTrams', unverifiedWords: true });
		const back = { centreId: id('tampere'), verified: true };
		const vouched = revealedWhen(met(paivi, 'Buses', guest, 'Trams'), guest.personId, back);
		expect(lineOf(vouched)).not.toHaveProperty('unverifiedWords');
	});

	test('are the words of the second alone, in its language, where the first has none', () => {
		const line = { cardId: id('private'), code: 'isced:0716', text: 'Trams', language: 'fr', networkId: null };
		const story = running()
			.did(facilitator, privately(true))
			.did(guest, postSector.with(line))
			.did(facilitator, privately(false))
			.did(paivi, sector('place', 'isced:0716', ''))
			.did(facilitator, reveal);
		expect(lineOf(story)).toMatchObject({ text: 'Trams', language: 'fr', personId: paivi.personId });
	});

	test('are met by a third: the words of a guest are told though only a verified delegate’s come', () => {
		const story = running()
			.did(facilitator, privately(true))
			.did(guest, sector('private', 'isced:0716', 'Trams'));
		const colleague = { centreId: id('tampere'), verified: true };
		// A colleague whom the directory did not know yet when the others came.
		const third = decide(
			story.board,
			sector('third', 'isced:0716', 'Ships'),
			contextOf(delegate('late', 'tampere'), story.now)
		);
		if (third.kind !== 'accepted') throw new Error(third.kind);
		for (const event of third.events) story.add(event, id('late'));
		story
			.did(facilitator, privately(false))
			.did(paivi, sector('place', 'isced:0716', 'Buses'))
			.did(facilitator, revealCards.with({ cardIds: [id('private')] }));
		revealedWhen(story, id('late'), colleague);
		expect(story.events.at(-1)?.data).toMatchObject({ unverified: [] });
		expect(lineOf(story)).toMatchObject({
			text: 'Buses\nTrams\nShips',
			personId: paivi.personId,
			unverifiedWords: true
		});
	});
});
