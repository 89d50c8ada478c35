import { describe, expect, test } from 'vitest';
import type { Actor } from '#lib/domain/command.ts';
import { askedOfCentre } from '#lib/domain/asked-of-centre.ts';
import { discardProposal } from '#lib/domain/commands/discard-proposal.ts';
import { inviteParty } from '#lib/domain/commands/invite-party.ts';
import { leaveProposal } from '#lib/domain/commands/leave-proposal.ts';
import { joinProposal } from '#lib/domain/commands/join-proposal.ts';
import { openDraft, readyDraft, yes } from './given.ts';
import { amelie, gergana, id, paivi, type Story } from './story.ts';

const asked = (story: Story, { personId, centreId }: Actor) =>
	askedOfCentre(story.board, { personId, centreId: centreId ?? '' }).map(({ kind, title }) => [kind, title]);

describe('What the proposals of a board ask of a centre', () => {
	test('is to take part, from the invitation to its answer', () => {
		const bus = { proposalId: id('bus') };
		const story = readyDraft().did(paivi, inviteParty.with({ ...bus, centreId: id('plovdiv'), role: 'partner' }));
		expect(asked(story, gergana)).toEqual([['invitation', 'Bus lessons']]);
		expect(asked(story.did(gergana, joinProposal.with(bus)), gergana)).toEqual([]);
	});
	test('is its yes, while a version is open and it has not said it', () => {
		const story = openDraft();
		expect(asked(story, amelie)).toEqual([['to-confirm', 'Bus lessons']]);
		expect(asked(story.did(amelie, yes(story)), amelie)).toEqual([]);
		expect(asked(story, paivi)).toEqual([['to-confirm', 'Bus lessons']]);
	});
	test('is nothing for who is no party, and nothing of a discarded draft', () => {
		expect(asked(openDraft(), gergana)).toEqual([]);
		const bus = { proposalId: id('bus') };
		const story = readyDraft().did(paivi, inviteParty.with({ ...bus, centreId: id('plovdiv'), role: 'partner' }));
		story.did(amelie, leaveProposal.with({ ...bus, reason: '' })).did(paivi, discardProposal.with(bus));
		expect(asked(story, gergana)).toEqual([]);
	});
});
