import { describe, expect, test } from 'vitest';
import { decide } from '#lib/domain/decide.ts';
import { removePerson } from '#lib/domain/commands/remove-person.ts';
import { verifyPerson } from '#lib/domain/commands/verify-person.ts';
import { running } from './given.ts';
import { contextOf, facilitator, guest, id, organiser, outcome } from './story.ts';

const remove = (personId: string) => removePerson.with({ personId, reason: 'Shouted' });
const verify = (personId: string) => verifyPerson.with({ personId });

describe('A facilitator speaks about the people of this workshop', () => {
	const elsewhere = { ...contextOf(facilitator, 2_000), roleHere: () => null };

	test('and vouches for nobody who is only in another one', () => {
		expect(outcome(decide(running().board, verify(guest.personId), elsewhere))).toBe('person-unknown');
	});

	test('and removes nobody who is only in another one', () => {
		expect(outcome(decide(running().board, remove(guest.personId), elsewhere))).toBe('person-unknown');
	});

	test('and cannot remove the organiser, nor the organiser a facilitator', () => {
		expect(outcome(running().say(facilitator, remove(organiser.personId)))).toBe('person-moderates');
		expect(outcome(running().say(organiser, remove(facilitator.personId)))).toBe('person-moderates');
	});

	test('and vouches for the organisation that they read, not for one that the person chose meanwhile', () => {
		const read = verifyPerson.with({ personId: guest.personId, centreId: id('lyon') });
		expect(outcome(running().say(facilitator, read))).toBe('person-moved');
		const now = verifyPerson.with({ personId: guest.personId, centreId: id('tampere') });
		const story = running().did(facilitator, now);
		expect(story.events.at(-1)?.data).toMatchObject({ personId: guest.personId, centreId: id('tampere') });
		expect(outcome(running().say(facilitator, verify(guest.personId)))).toBe('accepted');
	});

	test('and may try on a phone that does not know who is in it', () => {
		const phone = { ...elsewhere, knowsAll: false };
		expect(outcome(decide(running().board, remove(guest.personId), phone))).toBe('accepted');
	});
});
