import { describe, expect, test } from 'vitest';
import { openingNotice } from '#lib/domain/commands/announce-opening.ts';
import { declineProposal } from '#lib/domain/commands/decline-proposal.ts';
import { inviteParty } from '#lib/domain/commands/invite-party.ts';
import { takeOutParty } from '#lib/domain/commands/take-out-party.ts';
import { announce, open, readyDraft } from './given.ts';
import { amelie, gergana, id, paivi } from './story.ts';

const bus = { proposalId: id('bus') };

/** Tampere and Lyon are in, Plovdiv is invited, and the ten seconds run. */
const announced = () =>
	readyDraft()
		.did(paivi, inviteParty.with({ ...bus, centreId: id('plovdiv'), role: 'partner' }))
		.did(paivi, announce);

const draftIn = (story: ReturnType<typeof announced>) => story.board.proposals.get(id('bus'));

describe('A centre that is invited and has not joined', () => {
	test('may be taken out while the notice runs: it is no part of the version, which opens all the same', () => {
		const story = announced().did(paivi, takeOutParty.with({ ...bus, centreId: id('plovdiv'), reason: 'No answer' }));
		expect(draftIn(story)).toMatchObject({ state: { is: 'opening' } });
		expect(draftIn(story)?.moments.at(-1)).toMatchObject({ what: 'invitation-ended', reason: 'No answer' });
		story.wait(openingNotice).did(paivi, open);
		expect(draftIn(story)).toMatchObject({ state: { is: 'open' }, version: 1 });
	});

	test('may decline while the notice runs, and the version opens all the same', () => {
		const story = announced().did(gergana, declineProposal.with(bus)).wait(openingNotice).did(paivi, open);
		expect(draftIn(story)).toMatchObject({ state: { is: 'open' }, version: 1 });
	});

	test('is not what stops an opening: a partner who is taken out while the notice runs still does', () => {
		const story = announced().did(paivi, takeOutParty.with({ ...bus, centreId: id('lyon'), reason: 'They left' }));
		expect(draftIn(story)).toMatchObject({ state: { is: 'draft' } });
		expect(draftIn(story)?.moments.at(-1)).toMatchObject({ what: 'opening-failed-gone', by: paivi.personId });
		expect(draftIn(story)?.parties.find(({ centreId }) => centreId === amelie.centreId)?.state.is).toBe('taken-out');
	});
});
