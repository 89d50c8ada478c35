import { describe, expect, test } from 'vitest';
import { isInternational, partiesIn } from '#lib/domain/board.ts';
import { announceOpening, openingNotice } from '#lib/domain/commands/announce-opening.ts';
import { askForChange } from '#lib/domain/commands/ask-for-change.ts';
import { cancelOpening } from '#lib/domain/commands/cancel-opening.ts';
import { createProposal } from '#lib/domain/commands/create-proposal.ts';
import { declineProposal } from '#lib/domain/commands/decline-proposal.ts';
import { inviteParty } from '#lib/domain/commands/invite-party.ts';
import { joinProposal } from '#lib/domain/commands/join-proposal.ts';
import { leaveProposal } from '#lib/domain/commands/leave-proposal.ts';
import { letIn } from '#lib/domain/commands/let-in.ts';
import { renameProposal } from '#lib/domain/commands/rename-proposal.ts';
import { reopenProposal } from '#lib/domain/commands/reopen-proposal.ts';
import { removeNextStep } from '#lib/domain/commands/remove-next-step.ts';
import { setNextStep } from '#lib/domain/commands/set-next-step.ts';
import { setPartyRole } from '#lib/domain/commands/set-party-role.ts';
import { setContribution } from '#lib/domain/commands/set-contribution.ts';
import { takeOutParty } from '#lib/domain/commands/take-out-party.ts';
import { withdrawConfirmation } from '#lib/domain/commands/withdraw-confirmation.ts';
import { nextDue } from '#lib/domain/due.ts';
import { announce, open, openDraft, partnership, phase, readyDraft, running, stateOf, yes } from './given.ts';
import { amelie, confirmBy, facilitator, gergana, guest, id, outcome, paivi, type Story } from './story.ts';

const bus = { proposalId: id('bus') };
const rename = renameProposal.with({ ...bus, title: 'Other', language: 'en' });

describe('Who may act for a centre', () => {
	test('an unverified creator writes the draft, but the centre is in only when a verified colleague joins', () => {
		const story = running().did(
			guest,
			createProposal.with({ ...bus, title: 'T', language: 'en', cardIds: [], invited: [] })
		);
		expect(partiesIn(stateOf(story))).toEqual([]);
		expect(outcome(story.say(guest, rename))).toBe('accepted');
		expect(outcome(story.say(guest, joinProposal.with(bus)))).toBe('not-verified');
		expect(partiesIn(stateOf(story.did(paivi, joinProposal.with(bus))))).toHaveLength(1);
	});
	test('an unverified colleague writes once a verified delegate of that centre let them in', () => {
		const story = readyDraft();
		expect(outcome(story.say(guest, rename))).toBe('proposal-unknown');
		expect(outcome(story.say(amelie, letIn.with({ ...bus, personId: guest.personId })))).toBe('not-a-colleague');
		expect(outcome(story.did(paivi, letIn.with({ ...bus, personId: guest.personId })).say(guest, rename))).toBe(
			'accepted'
		);
	});
	test('a centre that is no party gets the same answer as for a draft that does not exist', () => {
		const story = readyDraft();
		const other = renameProposal.with({ proposalId: id('none'), title: 'x', language: 'en' });
		expect(story.say(gergana, rename)).toEqual(story.say(gergana, other));
	});
	test('an invited centre that declined can be invited again', () => {
		const story = readyDraft().did(paivi, inviteParty.with({ ...bus, centreId: id('plovdiv'), role: 'associated' }));
		story.did(gergana, declineProposal.with(bus));
		expect(outcome(story.say(gergana, rename))).toBe('proposal-unknown');
		expect(outcome(story.say(paivi, inviteParty.with({ ...bus, centreId: id('plovdiv'), role: 'partner' })))).toBe(
			'accepted'
		);
	});
});

describe('The history of a proposal', () => {
	const said = (story: Story) => stateOf(story).moments.map(({ what, by, centreId }) => [what, by, centreId]);

	test('every change of its facts shows who made it and when', () => {
		const story = readyDraft().did(paivi, announce).did(paivi, cancelOpening.with(bus));
		const before = stateOf(story).moments.length;
		const step = { ...bus, stepId: id('step') };
		story
			.did(paivi, setPartyRole.with({ ...bus, centreId: id('lyon'), role: 'associated' }))
			.did(amelie, setContribution.with({ ...bus, contribution: 'Two buses' }))
			.did(paivi, rename)
			.did(paivi, setNextStep.with({ ...step, what: 'Meet', owner: '', due: null }))
			.did(amelie, removeNextStep.with(step));
		expect(said(story).slice(before)).toEqual([
			['role-set', paivi.personId, id('lyon')],
			['contribution-set', amelie.personId, id('lyon')],
			['renamed', paivi.personId, null],
			['step-set', paivi.personId, null],
			['step-removed', amelie.personId, null]
		]);
		expect(stateOf(story).moments.at(-1)?.at).toBe(story.now);
	});
	test('who goes on changing the same thing stands in it once, with the last time', () => {
		const story = readyDraft().did(paivi, announce).did(paivi, cancelOpening.with(bus)).did(paivi, rename);
		const lines = said(story);
		story.did(amelie, rename).did(paivi, renameProposal.with({ ...bus, title: 'Third', language: 'en' }));
		expect(said(story)).toEqual([...lines.slice(0, -1), ['renamed', amelie.personId, null], lines.at(-1)]);
		expect(stateOf(story).moments.at(-1)?.at).toBe(story.now);
		story.did(paivi, announce).did(paivi, cancelOpening.with(bus)).did(paivi, rename);
		expect(said(story).filter(([what, by]) => what === 'renamed' && by === paivi.personId)).toHaveLength(2);
	});
	test('an invitation that ends while a version is open stands in it with its reason', () => {
		const story = readyDraft().did(paivi, inviteParty.with({ ...bus, centreId: id('plovdiv'), role: 'partner' }));
		story.did(paivi, announce).wait(openingNotice).did(paivi, open);
		story.did(paivi, takeOutParty.with({ ...bus, centreId: id('plovdiv'), reason: 'No answer' }));
		expect(stateOf(story).moments.at(-1)).toMatchObject({
			what: 'invitation-ended',
			by: paivi.personId,
			centreId: id('plovdiv'),
			reason: 'No answer'
		});
	});
});

describe('Opening for confirmation', () => {
	test('title, two parties, one contribution each and one next step are enough', () => {
		expect(outcome(readyDraft().say(paivi, announce))).toBe('accepted');
		const without = readyDraft().did(amelie, setContribution.with({ ...bus, contribution: '' }));
		expect(outcome(without.say(paivi, announce))).toBe('missing-contributions');
	});
	test('the writers have ten seconds: opening before is refused, the board itself speaks it when they are over', () => {
		const story = readyDraft().did(paivi, announce);
		expect(nextDue(story.board)).toMatchObject({
			at: story.now + openingNotice,
			personId: paivi.personId,
			command: open
		});
		expect(outcome(story.say(paivi, open))).toBe('opening-not-due');
		expect(outcome(story.wait(openingNotice).say(paivi, open))).toBe('accepted');
		expect(nextDue(story.board)).toBeNull();
	});
	test('any writer may stop it while the notice runs', () => {
		const story = readyDraft().did(paivi, announce).did(amelie, cancelOpening.with(bus));
		expect(stateOf(story).state.is).toBe('draft');
	});
	test('what became incomplete during the notice does not open, and says so', () => {
		const story = readyDraft()
			.did(paivi, announce)
			.did(amelie, setContribution.with({ ...bus, contribution: '' }));
		story.wait(openingNotice).did(paivi, open);
		expect(stateOf(story).state.is).toBe('draft');
		expect(stateOf(story).moments.at(-1)?.what).toBe('opening-failed-contributions');
	});
	test('who leaves during the notice stops it, and the history says so', () => {
		const story = readyDraft()
			.did(paivi, announce)
			.did(amelie, leaveProposal.with({ ...bus, reason: 'No time' }));
		const { state, moments } = stateOf(story);
		expect(state.is).toBe('draft');
		expect(moments.slice(-2).map(({ what, by }) => [what, by])).toEqual([
			['party-left', amelie.personId],
			['opening-failed-gone', amelie.personId]
		]);
	});
	test('an unknown country or kind is asked for, and kept with this proposal only', () => {
		const story = running().did(
			paivi,
			createProposal.with({
				...bus,
				title: 'T',
				language: 'en',
				cardIds: [],
				invited: [{ centreId: id('nowhere'), role: 'partner' }]
			})
		);
		const other = { ...amelie, centreId: id('nowhere') };
		readyFrom(story, other);
		expect(outcome(story.say(paivi, announce))).toBe('party-facts-missing');
		story.did(
			paivi,
			announceOpening.with({ ...bus, facts: [{ centreId: id('nowhere'), country: 'EE', kind: 'enterprise' }] })
		);
		story.wait(openingNotice).did(paivi, open);
		const { state } = stateOf(story);
		expect(
			state.is === 'open' && state.frozen.snapshot?.parties.find((party) => party.centreId === id('nowhere'))
		).toMatchObject({ country: 'EE', kind: 'enterprise' });
	});
	test('while open nothing of it can be changed', () => {
		const story = openDraft();
		expect(outcome(story.say(paivi, rename))).toBe('proposal-open');
		expect(outcome(story.say(amelie, setContribution.with({ ...bus, contribution: 'More' })))).toBe('proposal-open');
	});
	test('an invited centre joins while it is being written, never a version that does not name it', () => {
		const story = readyDraft().did(paivi, inviteParty.with({ ...bus, centreId: id('plovdiv'), role: 'partner' }));
		story.did(paivi, announce).wait(openingNotice).did(paivi, open);
		expect(outcome(story.say(gergana, joinProposal.with(bus)))).toBe('proposal-open');
		story.did(amelie, askForChange.with({ ...bus, reason: 'Plovdiv comes too' }));
		expect(outcome(story.say(gergana, joinProposal.with(bus)))).toBe('accepted');
	});
	test('only verified delegates open it, and not after the confirm-by date', () => {
		expect(
			outcome(
				readyDraft()
					.did(paivi, letIn.with({ ...bus, personId: guest.personId }))
					.say(guest, announce)
			)
		).toBe('not-verified');
		expect(outcome(readyDraft().wait(confirmBy).say(paivi, announce))).toBe('confirm-by-over');
	});
});

describe('A confirmation binds to one exact version', () => {
	test('when every party has confirmed it is a partnership, national or international by its countries', () => {
		const { state } = stateOf(partnership());
		expect(state.is).toBe('partnership');
		expect(state.is === 'partnership' && state.frozen.snapshot && isInternational(state.frozen.snapshot)).toBe(true);
	});
	test('another hash than the open version’s is refused', () => {
		const story = openDraft();
		expect(story.say(paivi, yes(story, { is: 'agreed' }, '0'.repeat(64)))).toMatchObject({
			code: 'other-version',
			values: { version: 1 }
		});
	});
	test('a centre says yes once, through a verified delegate', () => {
		const story = openDraft();
		story.did(paivi, yes(story));
		expect(outcome(story.say(paivi, yes(story)))).toBe('already-confirmed');
		expect(outcome(story.say(guest, yes(story)))).toBe('not-verified');
	});
	test('“our management still decides” counts as a yes, with its date', () => {
		const story = openDraft();
		story.did(paivi, yes(story, { is: 'management', decidesBy: '2024-09-24' })).did(amelie, yes(story));
		expect(stateOf(story).confirmations[0]).toMatchObject({ decision: 'management', decidesBy: '2024-09-24' });
		expect(stateOf(story).state.is).toBe('partnership');
	});
	test('without the consent of the contact person there is no yes', () => {
		const story = openDraft();
		const command = yes(story);
		const input = command.input as { contact: object };
		expect(
			outcome(story.say(paivi, { ...command, input: { ...input, contact: { ...input.contact, consent: false } } }))
		).toBe('input-invalid');
	});
	test('asking for a change voids what was confirmed, visibly, and the next opening is another version', () => {
		const story = openDraft();
		story.did(paivi, yes(story)).did(amelie, askForChange.with({ ...bus, reason: 'The date' }));
		expect(stateOf(story)).toMatchObject({ state: { is: 'draft' }, confirmations: [] });
		expect(
			stateOf(story)
				.moments.map(({ what }) => what)
				.slice(-2)
		).toEqual(['change-asked', 'confirmation-voided']);
		story.did(paivi, announce).wait(openingNotice).did(paivi, open);
		expect(stateOf(story).version).toBe(2);
	});
	test('a facilitator reopens what is not yet a partnership, with a reason', () => {
		expect(
			stateOf(openDraft().did(facilitator, reopenProposal.with({ ...bus, reason: 'Wrong partner' }))).state.is
		).toBe('draft');
		expect(outcome(partnership().say(facilitator, reopenProposal.with({ ...bus, reason: 'no' })))).toBe(
			'partnership-confirmed'
		);
	});
	test('it goes on after the workshop has closed, until the confirm-by date', () => {
		const story = openDraft().did(facilitator, phase('closed'));
		expect(outcome(story.say(paivi, yes(story)))).toBe('accepted');
		story.wait(confirmBy);
		expect(outcome(story.say(amelie, yes(story)))).toBe('confirm-by-over');
	});
});

describe('A party that goes', () => {
	function three() {
		const story = readyDraft().did(paivi, inviteParty.with({ ...bus, centreId: id('plovdiv'), role: 'associated' }));
		story
			.did(gergana, joinProposal.with(bus))
			.did(gergana, setContribution.with({ ...bus, contribution: 'Exercises' }));
		return openDraft(story);
	}
	test('one that has not answered is taken out: that is a new version, and the others are asked again', () => {
		const story = three();
		story.did(paivi, yes(story)).did(amelie, yes(story));
		story.did(paivi, takeOutParty.with({ ...bus, centreId: id('plovdiv'), reason: '' }));
		expect(stateOf(story)).toMatchObject({ version: 2, state: { is: 'open' }, confirmations: [] });
		story.did(paivi, yes(story)).did(amelie, yes(story));
		expect(stateOf(story).state.is).toBe('partnership');
	});
	test('one that said yes is not taken out by others; it withdraws with a reason', () => {
		const story = three();
		story.did(gergana, yes(story));
		expect(outcome(story.say(paivi, takeOutParty.with({ ...bus, centreId: id('plovdiv'), reason: '' })))).toBe(
			'party-confirmed'
		);
		expect(outcome(story.say(gergana, leaveProposal.with({ ...bus, reason: '' })))).toBe('already-confirmed');
		expect(outcome(story.say(gergana, withdrawConfirmation.with({ ...bus, reason: 'No money' })))).toBe('accepted');
	});
	test('withdrawing from a partnership of two leaves a draft: a list never shows as agreed what is not', () => {
		const story = partnership().did(amelie, withdrawConfirmation.with({ ...bus, reason: 'New director' }));
		expect(stateOf(story)).toMatchObject({ state: { is: 'draft' }, confirmations: [] });
		expect(stateOf(story).moments.find(({ what }) => what === 'party-withdrawn')).toMatchObject({
			reason: 'New director',
			by: amelie.personId
		});
	});
});

function readyFrom(story: ReturnType<typeof running>, other: typeof amelie) {
	story.did(other, joinProposal.with(bus)).did(paivi, setContribution.with({ ...bus, contribution: 'A' }));
	story
		.did(other, setContribution.with({ ...bus, contribution: 'B' }))
		.did(paivi, { name: 'set-next-step', input: { ...bus, stepId: id('s'), what: 'Call', owner: '', due: null } });
}
