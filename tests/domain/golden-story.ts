import { directoryChanged, personForgotten } from '#lib/domain/directory-events.ts';
import { askForChange } from '#lib/domain/commands/ask-for-change.ts';
import { inviteParty } from '#lib/domain/commands/invite-party.ts';
import { joinProposal } from '#lib/domain/commands/join-proposal.ts';
import { setContribution } from '#lib/domain/commands/set-contribution.ts';
import type { Command } from '#lib/domain/command.ts';
import { announce, challenge, offer, open, phase, readyDraft, sector, yes } from './given.ts';
import { amelie, facilitator, gergana, guest, id, nils, paivi, type Story } from './story.ts';

const bus = { proposalId: id('bus') };
const wish = (name: string, input: object): Command => ({ name, input });

/**
 * A story in which everything happens that can happen on a board; the golden log was written from it. What has been shipped
 * is stored there: a new chapter goes to the end.
 */
export function goldenStory(): Story {
	return laterFields(endings(agreements(moderation(cards(readyDraft())))));
}

function cards(story: Story): Story {
	return story
		.did(paivi, challenge('need'))
		.did(guest, challenge('guest need'))
		.did(amelie, offer('bus offer'))
		.did(paivi, sector('vehicles'))
		.did(amelie, sector('vehicles too'))
		.did(amelie, wish('leave-sector', { cardId: id('vehicles') }))
		.did(
			paivi,
			wish('edit-card', {
				cardId: id('need'),
				title: 'Better',
				text: '',
				language: 'fi',
				sectors: [],
				networkId: null,
				offerKind: null
			})
		)
		.did(paivi, wish('keep-card', { cardId: id('guest need') }))
		.did(paivi, wish('withdraw-card', { cardId: id('guest need') }))
		.did(amelie, wish('mark-interest', { cardId: id('need'), kind: 'can-help' }))
		.did(paivi, wish('mark-interest', { cardId: id('bus offer'), kind: 'want' }))
		.did(paivi, wish('unmark-interest', { cardId: id('bus offer') }));
}

function moderation(story: Story): Story {
	story
		.did(facilitator, wish('set-private-writing', { on: true }))
		.did(gergana, challenge('secret'))
		.did(gergana, sector('vehicles three'))
		.did(facilitator, wish('reveal-cards', { cardIds: null }))
		.did(facilitator, wish('set-private-writing', { on: false }))
		.did(facilitator, wish('hide-card', { cardId: id('need'), reason: 'Twice here' }))
		.did(facilitator, wish('restore-card', { cardId: id('need') }))
		.did(facilitator, wish('lock-board', { locked: true }))
		.did(facilitator, wish('lock-board', { locked: false }))
		.did(facilitator, wish('choose-scene', { scene: 'card', cardId: id('need') }))
		.did(facilitator, phase('co-write'))
		.did(facilitator, wish('verify-person', { personId: guest.personId }))
		.did(facilitator, wish('approve-centre', { centreId: id('nowhere') }))
		.did(facilitator, wish('remove-person', { personId: guest.personId, reason: 'Too loud' }))
		.did(facilitator, wish('readmit-person', { personId: guest.personId }));
	story.add(directoryChanged.of({ persons: [guest.personId], centres: [] }, {}), null);
	return story;
}

function agreements(story: Story): Story {
	story
		.did(paivi, wish('rename-proposal', { ...bus, title: 'Bus lessons, together', language: 'en' }))
		.did(paivi, wish('let-in', { ...bus, personId: guest.personId }))
		.did(paivi, inviteParty.with({ ...bus, centreId: id('plovdiv'), role: 'associated' }))
		.did(gergana, wish('decline-proposal', bus))
		.did(paivi, inviteParty.with({ ...bus, centreId: id('nowhere'), role: 'partner' }))
		.did(paivi, inviteParty.with({ ...bus, centreId: id('plovdiv'), role: 'partner' }))
		.did(gergana, joinProposal.with(bus))
		.did(paivi, wish('set-party-role', { ...bus, centreId: id('plovdiv'), role: 'associated' }))
		.did(gergana, setContribution.with({ ...bus, contribution: 'Exercises' }))
		.did(paivi, wish('set-next-step', { ...bus, stepId: id('gone'), what: 'Nothing', owner: '', due: null }))
		.did(paivi, wish('remove-next-step', { ...bus, stepId: id('gone') }))
		.did(paivi, announce)
		.did(amelie, wish('cancel-opening', bus))
		.did(paivi, announce)
		.wait(10_000)
		.did(paivi, open);
	story.did(paivi, wish('take-out-party', { ...bus, centreId: id('nowhere'), reason: '' }));
	story.did(paivi, yes(story)).did(amelie, askForChange.with({ ...bus, reason: 'Another date' }));
	story
		.did(paivi, announce)
		.did(gergana, setContribution.with({ ...bus, contribution: '' }))
		.wait(10_000)
		.did(paivi, open);
	story
		.did(gergana, setContribution.with({ ...bus, contribution: 'Exercises' }))
		.did(paivi, announce)
		.wait(10_000)
		.did(paivi, open);
	story
		.did(facilitator, wish('reopen-proposal', { ...bus, reason: 'Wrong room' }))
		.did(paivi, announce)
		.wait(10_000)
		.did(paivi, open);
	return story.did(paivi, wish('take-out-party', { ...bus, centreId: id('plovdiv'), reason: 'No answer' }));
}

function endings(story: Story): Story {
	const input = yes(story, { is: 'management', decidesBy: '2024-09-24' }).input as { contact: object };
	const shared = wish('confirm-proposal', { ...input, contact: { ...input.contact, organiser: true } });
	story.did(paivi, yes(story)).did(amelie, shared);
	const contacts = [{ ...bus, centreId: id('lyon'), version: story.board.proposals.get(id('bus'))?.version ?? 0 }];
	story.add(personForgotten.of({ personId: guest.personId, contacts }, {}), guest.personId);
	story.did(amelie, wish('withdraw-confirmation', { ...bus, reason: 'New director' }));
	const other = { proposalId: id('other') };
	story.did(
		gergana,
		wish('create-proposal', {
			...other,
			title: 'Other',
			language: 'bg',
			cardIds: [],
			invited: [{ centreId: id('lyon'), role: 'partner' }]
		})
	);
	story
		.did(amelie, joinProposal.with(other))
		.did(amelie, wish('leave-proposal', { ...other, reason: 'No time' }))
		.did(gergana, wish('discard-proposal', other));
	return story.did(facilitator, phase('closed'));
}

/** The closed workshop is opened once more: a reveal that tells whom nobody has vouched for, a verification that says for whom. */
function laterFields(story: Story): Story {
	return story
		.did(facilitator, phase('gather'))
		.did(facilitator, wish('set-private-writing', { on: true }))
		.did(nils, sector('wood', 'isced:0722', 'Chairs'))
		.did(paivi, sector('wood too', 'isced:0722', 'Houses'))
		.did(facilitator, wish('reveal-cards', { cardIds: null }))
		.did(facilitator, wish('set-private-writing', { on: false }))
		.did(facilitator, wish('verify-person', { personId: nils.personId, centreId: nils.centreId }))
		.did(facilitator, phase('closed'));
}
