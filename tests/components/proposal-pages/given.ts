import { expect } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import { announceOpening } from '#lib/domain/commands/announce-opening.ts';
import { confirmProposal } from '#lib/domain/commands/confirm-proposal.ts';
import { createProposal } from '#lib/domain/commands/create-proposal.ts';
import { joinProposal } from '#lib/domain/commands/join-proposal.ts';
import { moveToPhase } from '#lib/domain/commands/move-to-phase.ts';
import { setContribution } from '#lib/domain/commands/set-contribution.ts';
import { setNextStep } from '#lib/domain/commands/set-next-step.ts';
import type { Actor } from '#lib/domain/command.ts';
import { amelie, facilitator, id, paivi, PartnersRoom } from './partners-room.ts';
import ProposalStage from './stages/ProposalStage.svelte';

export const bus = { proposalId: id('bus') };
export const announce = announceOpening.with({ ...bus, facts: [] });
export const gives = (contribution: string) => setContribution.with({ ...bus, contribution });
export const step = setNextStep.with({
	...bus,
	...{ stepId: id('call'), what: 'First call', owner: 'Päivi', due: '2024-10-14' }
});

/** A draft of Tampere to which Lyon is invited. */
export function invitation(): PartnersRoom {
	return new PartnersRoom().did(facilitator, moveToPhase.with({ phase: 'match' })).did(
		paivi,
		createProposal.with({
			...bus,
			...{ title: 'Hydrogen bus lessons', language: 'en', cardIds: [] },
			invited: [{ centreId: id('lyon'), role: 'partner' }]
		})
	);
}

/** Both take part and have written all that is needed. */
export function readyDraft(): PartnersRoom {
	return invitation().did(amelie, joinProposal.with(bus), gives('The bus')).did(paivi, gives('A workshop'), step);
}

export function openVersion(room = readyDraft()): PartnersRoom {
	return room.did(paivi, announce).open();
}

/** The yes of an actor to the version that is open now. */
export function yesOf(room: PartnersRoom, name: string) {
	const state = room.board.proposals.get(bus.proposalId)?.state;
	return confirmProposal.with({
		...bus,
		version: state?.is === 'open' ? state.frozen.version : 1,
		sha256: state?.is === 'open' ? state.frozen.sha256 : '',
		decision: { is: 'agreed' },
		contact: { name, function: 'Projects', email: 'someone@sample.example', consent: true }
	});
}

/** Opens the page of the draft on this person's phone. */
export async function pageOf(room: PartnersRoom, actor: Actor) {
	const live = room.phone(actor);
	await expect.poll(() => live.state.connection).toBe('live');
	await render(ProposalStage, { live, id: bus.proposalId });
	return live;
}
