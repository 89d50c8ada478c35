import { describe, expect, test } from 'vitest';
import { decide } from '#lib/domain/decide.ts';
import { removePerson } from '#lib/domain/commands/remove-person.ts';
import { verifyPerson } from '#lib/domain/commands/verify-person.ts';
import { running } from './given.ts';
import { contextOf, facilitator, guest, organiser, outcome } from './story.ts';

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

	test('and may try on a phone that does not know who is in it', () => {
		const phone = { ...elsewhere, knowsAll: false };
		expect(outcome(decide(running().board, remove(guest.personId), phone))).toBe('accepted');
	});
});
