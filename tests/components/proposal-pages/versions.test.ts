import { describe, expect, test } from 'vitest';
import type { Moment, Snapshot } from '#lib/domain/board.ts';
import { m } from '#lib/messages/messages.ts';
import { interruption, voidedYes } from '#lib/proposal/moments.ts';
import { momentWords } from '#lib/proposal/proposal-words.ts';
import { changesBetween, comparedLines } from '#lib/proposal/snapshot-changes.ts';
import { saveWords } from '#lib/proposal/save-words.ts';
import { whenWords } from '#lib/proposal/when.ts';
import log from '../../domain/golden-log.json';
import { id } from './partners-room.ts';

/** A row of the committed board, as JSON wrote it. */
const momentsOf = (proposal: unknown) => (proposal as { readonly moments: readonly Moment[] }).moments;

const paragraphs = (...texts: string[]) => ({
	type: 'doc',
	content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
});
const party = (name: string, contribution = 'A bus') => ({
	...{ centreId: id(name), name, isNetwork: false, country: 'FI', kind: 'vet-provider' },
	...{ role: 'partner' as const, contribution }
});
const before: Snapshot = {
	...{ title: 'Bus lessons', language: 'en', targetCall: null },
	parties: [party('lyon'), party('tampere')],
	steps: [{ id: id('call'), what: 'First call', owner: '', due: null }],
	text: paragraphs('One', 'Two', 'Three')
};

describe('What changed between two versions', () => {
	test('is nothing when only the version is another', () => {
		expect(changesBetween(before, { ...before })).toEqual([]);
	});

	test('names title, language, partners, contributions, steps and lines of the text', () => {
		const now: Snapshot = {
			...before,
			...{ title: 'Evening lessons', language: 'fr' },
			parties: [party('lyon', 'Two buses'), party('plovdiv')],
			steps: [{ id: id('plan'), what: 'Send the plan', owner: '', due: null }],
			text: paragraphs('One', 'Two and a half', 'Three')
		};
		expect(changesBetween(before, now).map((change) => change.is)).toEqual([
			...['title', 'language', 'contribution', 'party-new', 'party-gone'],
			...['line-gone', 'line-new', 'step-new', 'step-gone']
		]);
	});

	test('tells a changed step from a new one', () => {
		const [call] = before.steps;
		const now = { ...before, steps: [{ ...(call as (typeof before.steps)[number]), due: '2024-10-01' }] };
		expect(changesBetween(before, now)).toEqual([{ is: 'step', what: 'First call' }]);
	});

	test('keeps lines that both have in their order', () => {
		expect(comparedLines('a\nb\nc', 'b\nc\nd')).toEqual([
			{ in: 'before', text: 'a' },
			{ in: 'both', text: 'b' },
			{ in: 'both', text: 'c' },
			{ in: 'now', text: 'd' }
		]);
		expect(comparedLines('', 'a')).toEqual([{ in: 'now', text: 'a' }]);
	});
});

describe('Why a draft is written again', () => {
	const moment = (what: string, more: Partial<Moment> = {}): Moment => ({
		...{ what, at: 0, by: null, centreId: null, version: null, reason: '' },
		...more
	});

	test('is the request that met the last version, with the yes that it made void', () => {
		const moments = [
			moment('opened'),
			moment('confirmed', { centreId: id('lyon') }),
			moment('change-asked', { reason: 'More' }),
			moment('confirmation-voided', { centreId: id('lyon') })
		];
		expect(interruption(moments)?.reason).toBe('More');
		expect(voidedYes(moments)).toEqual([id('lyon')]);
	});

	test('is nothing in a first writing, whoever leaves, and nothing once it is opened again', () => {
		expect(interruption([moment('created'), moment('party-left')])).toBe(null);
		expect(interruption([moment('opened'), moment('change-asked'), moment('opening-announced')])).toBe(null);
	});

	test('can be that it could not be opened', () => {
		expect(interruption([moment('opening-announced'), moment('opening-failed-step')])?.what).toBe(
			'opening-failed-step'
		);
	});
});

describe('The history', () => {
	const names = { who: 'Päivi', centre: 'Sample Lyon' };
	const written = [...new Set(log.board.proposals.flatMap(([, one]) => momentsOf(one).map(({ what }) => what)))];
	const moment = (what: string): Moment => ({ what, at: 0, by: null, centreId: null, version: 1, reason: '' });

	// A discarded proposal is seen by nobody, so its last line is not either.
	test.each(written.filter((what) => what !== 'discarded'))('has words of its own for %s', (what) => {
		expect(momentWords(moment(what), names)).not.toBe(m.proposal_moment_other(names));
	});

	test('says whose leaving stopped an opening', () => {
		expect(momentWords(moment('opening-failed-gone'), names)).toBe(
			'It could not be opened. Sample Lyon left the draft before that.'
		);
	});
});

describe('Where everything written stands', () => {
	const where = { pending: 0, answered: null, offline: false, kept: true, text: { is: 'saved', at: 5 } as const };

	test('is saved only when the facts and the text are', () => {
		expect(saveWords(where)).toEqual({ words: 'Saved', at: 5, done: true });
		expect(saveWords({ ...where, pending: 1 })).toMatchObject({ words: 'Saving …', done: false });
		expect(saveWords({ ...where, text: { is: 'saving' } })).toMatchObject({ words: 'Saving …' });
	});

	test('names the time of the last answer, of the text or of the facts', () => {
		expect(saveWords({ ...where, answered: 7 })).toMatchObject({ at: 7 });
		expect(saveWords({ ...where, answered: 3 })).toMatchObject({ at: 5 });
		expect(saveWords({ ...where, answered: 7, text: { is: 'saved', at: null } })).toMatchObject({ at: 7 });
	});

	test('is said by its weakest part', () => {
		expect(saveWords({ ...where, pending: 1, offline: true })).toMatchObject({ words: 'On this device' });
		expect(saveWords({ ...where, pending: 1, kept: false })).toMatchObject({ words: 'Not saved' });
		expect(saveWords({ ...where, offline: true })).toMatchObject({ words: 'No network' });
	});
});

test('a moment of today is its hour in the forum’s time, an older one its day and hour', () => {
	const noon = Date.UTC(2024, 8, 10, 12);
	expect(whenWords(noon, noon + 60_000, 'Europe/Paris')).toBe('14:00');
	expect(whenWords(noon, noon + 86_400_000, 'Europe/Paris')).toBe('10 Sept, 14:00');
});
