import { describe, expect, test } from 'vitest';
import { createProposal } from '#lib/domain/commands/create-proposal.ts';
import { discardProposal } from '#lib/domain/commands/discard-proposal.ts';
import { inviteParty } from '#lib/domain/commands/invite-party.ts';
import { takeOutParty } from '#lib/domain/commands/take-out-party.ts';
import { mostDrafts } from '#lib/domain/draft-quota.ts';
import { limits } from '#lib/domain/texts.ts';
import { put } from '#lib/domain/board.ts';
import { readyDraft, running, stateOf } from './given.ts';
import { amelie, guest, id, outcome, paivi } from './story.ts';

const draft = (name: string) =>
	createProposal.with({ proposalId: id(name), title: name, language: 'en', cardIds: [], invited: [] });

describe('The drafts of one person on one board', () => {
	const full = () => {
		const story = running();
		for (let n = 0; n < mostDrafts; n += 1) story.did(guest, draft(`draft ${n}`));
		return story;
	};

	test('are twenty at most; others start on', () => {
		const story = full();
		expect(outcome(story.say(guest, draft('more')))).toBe('drafts-too-many');
		expect(outcome(story.say(paivi, draft('of a colleague')))).toBe('accepted');
		expect(outcome(story.say(amelie, draft('hers')))).toBe('accepted');
	});

	test('are fewer again when one is put away', () => {
		const story = full().did(guest, discardProposal.with({ proposalId: id('draft 1') }));
		expect(outcome(story.say(guest, draft('more')))).toBe('accepted');
	});
});

describe('A draft with as many partners as it can hold', () => {
	const bus = { proposalId: id('bus') };
	const invite = (centre: string) => inviteParty.with({ ...bus, centreId: id(centre), role: 'partner' });
	const full = () => {
		const story = readyDraft().did(paivi, invite('plovdiv'));
		const proposal = stateOf(story);
		const [some] = proposal.parties;
		if (!some) throw new Error('no partner');
		const more = Array.from({ length: limits.partiesPerProposal - 3 }, (_, n) => ({ ...some, centreId: id(`c ${n}`) }));
		const parties = [...proposal.parties, ...more];
		story.board = { ...story.board, proposals: put(story.board.proposals, id('bus'), { ...proposal, parties }) };
		return story;
	};
	const without = takeOutParty.with({ ...bus, centreId: id('plovdiv'), reason: 'No answer' });

	test('takes no other, and takes one that was taken out again, or another in its place', () => {
		expect(outcome(full().say(paivi, invite('nowhere')))).toBe('too-many-parties');
		expect(outcome(full().did(paivi, without).say(paivi, invite('plovdiv')))).toBe('accepted');
		expect(outcome(full().did(paivi, without).say(paivi, invite('nowhere')))).toBe('accepted');
	});
});
