import { describe, expect, test } from 'vitest';
import { followingDays, forumDraft, forumRequest, missingFields } from '#lib/organise/forum-draft.ts';

describe('the days that follow from the last day', () => {
	test('are proposed when they are still empty', () => {
		const draft = { ...forumDraft(null, 'Europe/Paris', 'en'), lastDay: '2026-12-03' };
		expect(followingDays(draft, '')).toEqual({ confirmByDay: '2026-12-17', retentionDay: '2027-06-03' });
	});

	test('move along with it as long as they are the proposed ones', () => {
		const draft = { ...forumDraft(null, 'Europe/Paris', 'en'), lastDay: '2026-12-03' };
		const moved = { ...draft, ...followingDays(draft, ''), lastDay: '2026-12-04' };
		expect(followingDays(moved, '2026-12-03')).toEqual({ confirmByDay: '2026-12-18', retentionDay: '2027-06-04' });
	});

	test('stay when the organiser has chosen them', () => {
		const draft = {
			...forumDraft(null, 'Europe/Paris', 'en'),
			lastDay: '2026-12-04',
			confirmByDay: '2026-12-31',
			retentionDay: '2027-01-31'
		};
		expect(followingDays(draft, '2026-12-03')).toEqual({ confirmByDay: '2026-12-31', retentionDay: '2027-01-31' });
	});
});

test('no forum opens without a controller, a privacy notice and a retention day', () => {
	const draft = {
		...forumDraft(null, 'Europe/Paris', 'en'),
		name: 'Forum',
		place: 'Lyon',
		firstDay: '2026-12-01',
		lastDay: '2026-12-03'
	};
	expect(missingFields(draft)).toEqual(['controller', 'privacyNotice', 'retentionDay']);
});

test('an empty confirm-by day is left to the server', () => {
	const draft = forumDraft(null, 'Europe/Paris', 'en');
	expect(forumRequest(draft)).not.toHaveProperty('confirmByDay');
	expect(forumRequest({ ...draft, confirmByDay: '2026-12-17' })).toHaveProperty('confirmByDay', '2026-12-17');
});
