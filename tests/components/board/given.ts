import type { Component } from 'svelte';
import { expect } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../../src/app.css';
import { moveToPhase } from '#lib/domain/commands/move-to-phase.ts';
import { postChallenge } from '#lib/domain/commands/post-challenge.ts';
import type { Actor } from '#lib/domain/command.ts';
import type { Phase } from '#lib/domain/board.ts';
import { loadSectorLabels } from '#lib/vocabulary/labels.ts';
import { facilitator, id, PartnersRoom } from '../proposal-pages/partners-room.ts';
import BoardStage from './stages/BoardStage.svelte';

export const boardIn = (phase: Phase): PartnersRoom => new PartnersRoom().did(facilitator, moveToPhase.with({ phase }));

export const need = (name: string) =>
	postChallenge.with({
		...{ cardId: id(name), title: `Need of ${name}`, text: '', language: 'en', sectors: [], networkId: null }
	});

/** Opens a part of the board's page on this person's phone. */
export async function partOf(room: PartnersRoom, actor: Actor, part: Component) {
	const live = room.phone(actor);
	await expect.poll(() => live.state.connection).toBe('live');
	await loadSectorLabels('en');
	await render(BoardStage, { live, part });
	return live;
}
