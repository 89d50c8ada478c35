import { describe, expect, it } from 'vitest';
import { isVouched } from '#lib/domain/roles.ts';

const card = { vouched: false, centreId: 'lyon' };

describe('the centre stands behind a card', () => {
	it('when its author is verified for that centre now, whatever they were when they posted it', () => {
		expect(isVouched(card, { centreId: 'lyon', verified: true })).toBe(true);
		expect(isVouched(card, { centreId: 'lyon', verified: false })).toBe(false);
	});

	it('not because its author was verified for another centre', () => {
		expect(isVouched(card, { centreId: 'tampere', verified: true })).toBe(false);
		expect(isVouched(card, undefined)).toBe(false);
	});

	it('when a verified delegate wrote or kept it, wherever its author went', () => {
		expect(isVouched({ ...card, vouched: true }, { centreId: 'tampere', verified: false })).toBe(true);
	});
});
