import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter, defaultConfirmByDay, defaultRetentionDay } from '#lib/protocol/forum-days.ts';
import { endOfDay, instantOf, isTimeZone, localTime } from '../../../server/directory/zoned-time.ts';

describe('the clock of a time zone', () => {
	it.each([
		['2024-09-10T09:30', 'Europe/Paris', '2024-09-10T07:30Z'],
		['2024-01-10T09:30', 'Europe/Paris', '2024-01-10T08:30Z'],
		['2024-09-10T09:30', 'Atlantic/Azores', '2024-09-10T09:30Z'],
		['2024-09-10T00:10', 'Asia/Kolkata', '2024-09-09T18:40Z'],
		['2024-09-10T23:30', 'Pacific/Kiritimati', '2024-09-10T09:30Z']
	])('shows %s in %s at %s', (local, timeZone, utc) => {
		expect(instantOf(local, timeZone)).toBe(Date.parse(utc));
		expect(localTime(Date.parse(utc), timeZone)).toBe(local);
	});

	it('shows a time twice in autumn: the first counts', () => {
		expect(instantOf('2024-10-27T02:30', 'Europe/Paris')).toBe(Date.parse('2024-10-27T00:30Z'));
	});

	it('leaves a time out in spring: the time after the change counts', () => {
		expect(localTime(instantOf('2024-03-31T02:30', 'Europe/Paris'), 'Europe/Paris')).toBe('2024-03-31T03:30');
	});

	it('gives every instant back from what it shows, but for the hour that it shows twice', () => {
		const zone = fc.constantFrom('Europe/Paris', 'Europe/Helsinki', 'Atlantic/Azores', 'Europe/Dublin', 'Asia/Kolkata');
		const minute = fc.integer({ min: 28_000_000, max: 31_000_000 }).map((count) => count * 60_000);
		fc.assert(
			fc.property(minute, zone, (instant, timeZone) => {
				const local = localTime(instant, timeZone);
				const found = instantOf(local, timeZone);
				expect(localTime(found, timeZone)).toBe(local);
				expect([instant, instant - 3_600_000]).toContain(found);
			}),
			{ numRuns: 300 }
		);
	});

	it('knows where days end', () => {
		expect(endOfDay('2024-09-26', 'Europe/Paris')).toBe(Date.parse('2024-09-26T21:59:59.999Z'));
		expect(endOfDay('2024-10-27', 'Europe/Paris')).toBe(Date.parse('2024-10-27T22:59:59.999Z'));
	});

	it('knows its own names only', () => {
		expect([isTimeZone('Europe/Paris'), isTimeZone('Europe/Atlantis'), isTimeZone('')]).toEqual([true, false, false]);
	});
});

describe('days of the forum', () => {
	it('are counted over months and leap years', () => {
		expect(daysAfter('2024-02-28', 2)).toBe('2024-03-01');
		expect(daysAfter('2024-12-31', 1)).toBe('2025-01-01');
		expect(defaultConfirmByDay('2024-09-12')).toBe('2024-09-26');
	});

	it('end six months later on the same date, or on the last one of a shorter month', () => {
		expect(defaultRetentionDay('2024-09-12')).toBe('2025-03-12');
		expect(defaultRetentionDay('2024-08-31')).toBe('2025-02-28');
		expect(defaultRetentionDay('2024-12-31')).toBe('2025-06-30');
	});
});
