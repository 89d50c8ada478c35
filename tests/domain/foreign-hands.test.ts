import { describe, expect, test } from 'vitest';
import { askForChange } from '#lib/domain/commands/ask-for-change.ts';
import { announceOpening } from '#lib/domain/commands/announce-opening.ts';
import { createProposal } from '#lib/domain/commands/create-proposal.ts';
import { discardProposal } from '#lib/domain/commands/discard-proposal.ts';
import { editCard } from '#lib/domain/commands/edit-card.ts';
import { hideCard } from '#lib/domain/commands/hide-card.ts';
import { inviteParty } from '#lib/domain/commands/invite-party.ts';
import { joinProposal } from '#lib/domain/commands/join-proposal.ts';
import { keepCard } from '#lib/domain/commands/keep-card.ts';
import { leaveSector } from '#lib/domain/commands/leave-sector.ts';
import { markInterest } from '#lib/domain/commands/mark-interest.ts';
import { unmarkInterest } from '#lib/domain/commands/unmark-interest.ts';
import { letIn } from '#lib/domain/commands/let-in.ts';
import { openingFailed } from '#lib/domain/commands/open-for-confirmation.ts';
import { restoreCard } from '#lib/domain/commands/restore-card.ts';
import { revealCards } from '#lib/domain/commands/reveal-cards.ts';
import { setContribution } from '#lib/domain/commands/set-contribution.ts';
import { setPrivateWriting } from '#lib/domain/commands/set-private-writing.ts';
import { takeOutParty } from '#lib/domain/commands/take-out-party.ts';
import { withdrawCard } from '#lib/domain/commands/withdraw-card.ts';
import { withdrawConfirmation } from '#lib/domain/commands/withdraw-confirmation.ts';
import { pairKey } from '#lib/domain/board.ts';
import type { Command } from '#lib/domain/command.ts';
import { see } from '#lib/domain/seen.ts';
import { challenge, openDraft, partnership, readyDraft, running, sector, yes } from './given.ts';
import { amelie, confirmBy, delegate, facilitator, gergana, guest, id, outcome, paivi, type Story } from './story.ts';

const bus = { proposalId: id('bus') };
const proposalOf = (story: Story) => story.board.proposals.get(id('bus'));
const edit = (name: string) =>
	editCard.with({
		cardId: id(name),
		title: 'Other',
		text: '',
		language: 'en',
		sectors: [],
		networkId: null,
		offerKind: null
	});
const hidden = (name: string) => hideCard.with({ cardId: id(name), reason: 'Rude' });

describe('What one person made', () => {
	test('is not replaced by a card of another kind under its id', () => {
		const story = running().did(amelie, challenge('need'));
		expect(outcome(story.say(guest, sector('need')))).toBe('card-exists');
	});
	test('is not vouched for any more when its unverified author writes it anew', () => {
		const story = running()
			.did(guest, challenge('need'))
			.did(paivi, keepCard.with({ cardId: id('need') }));
		expect(story.board.cards.get(id('need'))?.vouched).toBe(true);
		expect(story.did(guest, edit('need')).board.cards.get(id('need'))?.vouched).toBe(false);
		expect(story.did(paivi, edit('need')).board.cards.get(id('need'))?.vouched).toBe(true);
	});
	test('stays with the facilitator while it is hidden: its author cannot take it away', () => {
		const story = running().did(paivi, challenge('need')).did(facilitator, hidden('need'));
		expect(outcome(story.say(paivi, withdrawCard.with({ cardId: id('need') })))).toBe('card-held');
	});
});

describe('Whoever may not see a card', () => {
	const of = (name: string) => ({ cardId: id(name) });
	const wishes: readonly ((name: string) => Command)[] = [
		edit,
		(name) => withdrawCard.with(of(name)),
		(name) => keepCard.with(of(name)),
		(name) => markInterest.with({ ...of(name), kind: 'can-help' }),
		(name) => unmarkInterest.with(of(name)),
		(name) => leaveSector.with(of(name)),
		(name) => sector(name, 'isced:0722', 'Words'),
		(name) => createProposal.with({ ...bus, title: 'Bus', language: 'en', cardIds: [id(name)], invited: [] })
	];
	const cards = () =>
		running()
			.did(paivi, challenge('hidden'))
			.did(facilitator, hidden('hidden'))
			.did(paivi, challenge('withdrawn'))
			.did(paivi, withdrawCard.with(of('withdrawn')))
			.did(facilitator, setPrivateWriting.with({ on: true }))
			.did(paivi, challenge('private'))
			.did(facilitator, setPrivateWriting.with({ on: false }));
	const colleague = delegate('colleague', 'tampere');

	for (const wish of wishes)
		test(`hears the same of it, hidden, private or withdrawn: ${wish('hidden').name}`, () => {
			for (const stranger of [amelie, guest, colleague]) {
				const about = (name: string) => cards().say(stranger, wish(name));
				expect(about('withdrawn').kind).toBe('refused');
				expect(about('hidden')).toEqual(about('withdrawn'));
				expect(about('private')).toEqual(about('withdrawn'));
			}
		});

	test('hears the same of a sector that they left or that was hidden', () => {
		const story = running().did(paivi, sector('one')).did(amelie, sector('one')).did(facilitator, hidden('one'));
		story.did(paivi, sector('two', 'isced:0722')).did(paivi, leaveSector.with(of('two')));
		const leave = (name: string) => story.say(amelie, leaveSector.with(of(name)));
		expect(leave('one')).toEqual(leave('two'));
	});
});

describe('A sector', () => {
	test('stays with the facilitator while it is hidden: its only member does not take it away', () => {
		const story = running().did(paivi, sector('one')).did(facilitator, hidden('one'));
		expect(outcome(story.say(paivi, leaveSector.with({ cardId: id('one') })))).toBe('card-held');
		story.did(facilitator, restoreCard.with({ cardId: id('one') }));
		expect(story.board.sectorCards.get('isced:0716')).toBe(id('one'));
	});
	test('that is hidden blocks nobody: another meeting place opens, and the hidden one does not come back beside it', () => {
		const story = running().did(paivi, sector('one')).did(facilitator, hidden('one')).did(amelie, sector('two'));
		expect(story.board.sectorCards.get('isced:0716')).toBe(id('two'));
		expect(outcome(story.say(facilitator, restoreCard.with({ cardId: id('one') })))).toBe('sector-there');
	});
	test('that is restored is the meeting place again', () => {
		const story = running().did(paivi, sector('one')).did(facilitator, hidden('one'));
		story.did(facilitator, restoreCard.with({ cardId: id('one') })).did(amelie, sector('two'));
		expect(story.board.lines.has(pairKey(id('one'), id('lyon')))).toBe(true);
	});
	test('has one meeting place also when somebody leaves their own private card of it', () => {
		const story = running()
			.did(amelie, sector('one'))
			.did(facilitator, setPrivateWriting.with({ on: true }))
			.did(paivi, sector('two'))
			.did(paivi, leaveSector.with({ cardId: id('two') }));
		expect(story.board.sectorCards.get('isced:0716')).toBe(id('one'));
	});
	test('joined in private writing is seen by nobody before it is revealed, and then joins what is there', () => {
		const story = running()
			.did(amelie, sector('one'))
			.did(facilitator, setPrivateWriting.with({ on: true }))
			.did(paivi, sector('two', 'isced:0716', 'Secret line'))
			.did(paivi, sector('three', 'isced:0716', 'Better line'));
		expect(story.board.lines.has(pairKey(id('one'), id('tampere')))).toBe(false);
		expect(story.board.lines.get(pairKey(id('two'), id('tampere')))?.text).toBe('Better line');
		story.did(facilitator, revealCards.with({ cardIds: null }));
		expect(story.board.lines.get(pairKey(id('one'), id('tampere')))?.text).toBe('Better line');
	});
	test('that is no sector is refused', () => {
		expect(outcome(running().say(paivi, sector('one', 'isced:9999')))).not.toBe('accepted');
	});
});

describe('A draft', () => {
	test('is a stranger to whoever created it, or was let in, when they speak for another organisation', () => {
		const story = running().did(
			guest,
			createProposal.with({
				...bus,
				title: 'Bus lessons',
				language: 'en',
				cardIds: [],
				invited: [{ centreId: id('lyon'), role: 'partner' }]
			})
		);
		story.did(amelie, joinProposal.with(bus)).did(paivi, joinProposal.with(bus));
		const moved = { ...guest, centreId: id('lyon') };
		const words = setContribution.with({ ...bus, contribution: 'Mine now' });
		expect(outcome(story.say(guest, words))).toBe('accepted');
		expect(outcome(story.say(moved, words))).toBe('proposal-unknown');
		const other = readyDraft().did(paivi, letIn.with({ ...bus, personId: guest.personId }));
		expect(outcome(other.say(guest, words))).toBe('accepted');
		expect(outcome(other.say(moved, words))).toBe('proposal-unknown');
	});
	test('tells an invited organisation who left, not why', () => {
		const story = readyDraft()
			.did(paivi, inviteParty.with({ ...bus, centreId: id('plovdiv'), role: 'partner' }))
			.did(paivi, takeOutParty.with({ ...bus, centreId: id('lyon'), reason: 'They quarrelled' }));
		const seen = JSON.stringify(see(story.board, `drafts/${id('bus')}`, gergana));
		expect(seen).toContain('taken-out');
		expect(seen).not.toContain('quarrelled');
	});
	test('goes on without a partner who is in only with a reason', () => {
		const story = readyDraft();
		const without = (reason: string) => takeOutParty.with({ ...bus, centreId: id('lyon'), reason });
		expect(outcome(story.say(paivi, without('')))).toBe('reason-missing');
		expect(outcome(story.say(paivi, without('No contribution')))).toBe('accepted');
	});
	test('is put away neither by a colleague who was let in nor once a version was open', () => {
		const story = running()
			.did(paivi, createProposal.with({ ...bus, title: 'Bus', language: 'en', cardIds: [], invited: [] }))
			.did(paivi, letIn.with({ ...bus, personId: guest.personId }));
		expect(outcome(story.say(guest, discardProposal.with(bus)))).toBe('not-verified');
		const left = partnership().did(amelie, withdrawConfirmation.with({ ...bus, reason: 'New director' }));
		expect(outcome(left.say(paivi, discardProposal.with(bus)))).toBe('version-kept');
	});
	test('opens only with countries that exist', () => {
		const story = readyDraft();
		const facts = [{ centreId: id('lyon'), country: 'ZZ', kind: 'research' as const }];
		expect(outcome(story.say(paivi, announceOpening.with({ ...bus, facts })))).not.toBe('accepted');
	});
	test('that is open does not become a draft when an opening fails late', () => {
		const story = openDraft();
		story.add(openingFailed.of({ ...bus, code: 'seat' }, {}), null);
		expect(proposalOf(story)?.state.is).toBe('open');
	});
});

describe('A yes', () => {
	test('to a version counts for no other, even with the same words', () => {
		const story = openDraft();
		const first = yes(story);
		story.did(paivi, askForChange.with({ ...bus, reason: 'Wait' }));
		openDraft(story);
		expect(outcome(story.say(amelie, first))).toBe('other-version');
	});
	test('of all stays when an invitation that nobody answered ends', () => {
		const story = openDraft(
			readyDraft().did(paivi, inviteParty.with({ ...bus, centreId: id('plovdiv'), role: 'partner' }))
		);
		story.did(paivi, yes(story)).did(amelie, yes(story));
		story.did(paivi, takeOutParty.with({ ...bus, centreId: id('plovdiv'), reason: '' }));
		expect(proposalOf(story)).toMatchObject({ state: { is: 'partnership' }, version: 1 });
	});
	test('can be said for a fortnight to a version that came after the confirm-by date, and no change is asked for then', () => {
		const day = 24 * 60 * 60 * 1000;
		const story = readyDraft()
			.did(paivi, inviteParty.with({ ...bus, centreId: id('plovdiv'), role: 'partner' }))
			.did(gergana, joinProposal.with(bus))
			.did(gergana, setContribution.with({ ...bus, contribution: 'Money' }));
		openDraft(story);
		story.did(paivi, yes(story)).did(amelie, yes(story)).did(gergana, yes(story));
		story.wait(confirmBy).did(gergana, withdrawConfirmation.with({ ...bus, reason: 'New director' }));
		expect(outcome(story.say(amelie, askForChange.with({ ...bus, reason: 'Later' })))).toBe('confirm-by-over');
		story
			.did(paivi, yes(story))
			.wait(13 * day)
			.did(amelie, yes(story));
		expect(proposalOf(story)).toMatchObject({ state: { is: 'partnership' }, version: 2 });
	});
});
