import { announceOpening, openingNotice } from '#lib/domain/commands/announce-opening.ts';
import { createProposal } from '#lib/domain/commands/create-proposal.ts';
import { joinProposal } from '#lib/domain/commands/join-proposal.ts';
import { moveToPhase } from '#lib/domain/commands/move-to-phase.ts';
import { openForConfirmation } from '#lib/domain/commands/open-for-confirmation.ts';
import { confirmProposal } from '#lib/domain/commands/confirm-proposal.ts';
import { postChallenge } from '#lib/domain/commands/post-challenge.ts';
import { postOffer } from '#lib/domain/commands/post-offer.ts';
import { postSector } from '#lib/domain/commands/post-sector.ts';
import { setContribution } from '#lib/domain/commands/set-contribution.ts';
import { setNextStep } from '#lib/domain/commands/set-next-step.ts';
import { amelie, facilitator, id, paivi, Story } from './story.ts';

export const challenge = (name: string, more: object = {}) =>
	postChallenge.with({
		cardId: id(name),
		title: `Title of ${name}`,
		text: 'Some words',
		language: 'en',
		sectors: [],
		networkId: null,
		...more
	});
export const offer = (name: string, more: object = {}) =>
	postOffer.with({
		cardId: id(name),
		title: `Title of ${name}`,
		text: '',
		language: 'en',
		sectors: ['isced:0716'],
		networkId: null,
		offerKind: 'module',
		...more
	});
export const sector = (name: string, code = 'isced:0716', text = 'We repair buses') =>
	postSector.with({ cardId: id(name), code, text, language: 'en', networkId: null });
export const phase = (to: 'gather' | 'explore' | 'match' | 'co-write' | 'confirm' | 'closed') =>
	moveToPhase.with({ phase: to });

/** A workshop in the phase where everything is allowed. */
export function running(): Story {
	return new Story().did(facilitator, phase('match'));
}

/** A draft of Tampere and Lyon, both joined, with all that is needed to open it. @param cardIds what it came from */
export function readyDraft(story = running(), cardIds: readonly string[] = []): Story {
	return story
		.did(
			paivi,
			createProposal.with({
				proposalId: id('bus'),
				title: 'Bus lessons',
				language: 'en',
				cardIds: [...cardIds],
				invited: [{ centreId: id('lyon'), role: 'partner' }]
			})
		)
		.did(amelie, joinProposal.with({ proposalId: id('bus') }))
		.did(paivi, setContribution.with({ proposalId: id('bus'), contribution: 'A workshop' }))
		.did(amelie, setContribution.with({ proposalId: id('bus'), contribution: 'The bus' }))
		.did(
			paivi,
			setNextStep.with({
				proposalId: id('bus'),
				stepId: id('call'),
				what: 'First call',
				owner: 'Päivi',
				due: '2024-10-14'
			})
		);
}

export const announce = announceOpening.with({ proposalId: id('bus'), facts: [] });
export const open = openForConfirmation.with({ proposalId: id('bus') });

/** The draft, open for confirmation. */
export function openDraft(story = readyDraft()): Story {
	return story.did(paivi, announce).wait(openingNotice).did(paivi, open);
}

/** The yes of an actor to the version that is open, or to another hash. */
export function yes(story: Story, decision: object = { is: 'agreed' }, sha256?: string) {
	const state = story.board.proposals.get(id('bus'))?.state;
	const read = sha256 ?? (state && 'frozen' in state ? state.frozen.sha256 : '0'.repeat(64));
	const contact = {
		name: 'Amélie Roux',
		function: 'international projects',
		email: 'amelie@sample.example',
		consent: true as const
	};
	const version = state && 'frozen' in state ? state.frozen.version : 1;
	return confirmProposal.with({
		proposalId: id('bus'),
		version,
		sha256: read,
		decision: decision as { is: 'agreed' },
		contact
	});
}

export function partnership(): Story {
	const story = openDraft();
	return story.did(paivi, yes(story)).did(amelie, yes(story));
}

export function stateOf(story: Story) {
	const proposal = story.board.proposals.get(id('bus'));
	if (!proposal) throw new Error('no such proposal');
	return proposal;
}
