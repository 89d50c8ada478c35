import { describe, expect, test } from 'vitest';
import { mostCards } from '#lib/domain/card-quota.ts';
import { withdrawCard } from '#lib/domain/commands/withdraw-card.ts';
import { challenge, offer, running, sector } from './given.ts';
import { amelie, id, outcome, paivi } from './story.ts';

describe('The cards of one person on one board', () => {
	const full = () => {
		const story = running();
		for (let n = 0; n < mostCards; n += 1) story.did(paivi, challenge(`card ${n}`));
		return story;
	};

	test('are a hundred at most; others post on', () => {
		const story = full();
		for (const one of [challenge('more'), offer('more'), sector('more')])
			expect(outcome(story.say(paivi, one))).toBe('cards-too-many');
		expect(outcome(story.say(amelie, challenge('hers')))).toBe('accepted');
	});

	test('are fewer again when one is withdrawn, and a line in a sector that is there is none', () => {
		const story = full().did(amelie, sector('meeting'));
		expect(outcome(story.say(paivi, sector('line')))).toBe('accepted');
		story.did(paivi, withdrawCard.with({ cardId: id('card 1') }));
		expect(outcome(story.say(paivi, offer('more')))).toBe('accepted');
	});
});
