import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { markInterest } from '#lib/domain/commands/mark-interest.ts';
import { revealCards } from '#lib/domain/commands/reveal-cards.ts';
import { setPrivateWriting } from '#lib/domain/commands/set-private-writing.ts';
import { postOffer } from '#lib/domain/commands/post-offer.ts';
import { postSector } from '#lib/domain/commands/post-sector.ts';
import { amelie, facilitator, gergana, id, paivi } from '../proposal-pages/partners-room.ts';
import { boardIn, need } from './given.ts';
import { waitingForMe } from '#lib/board/waiting-for-me.ts';
import WaitingStage from './stages/WaitingStage.svelte';

const offer = postOffer.with({
	...{ cardId: id('own'), title: 'A lab', text: '', language: 'en', sectors: [], networkId: null },
	offerKind: 'facility'
});
const sector = postSector.with({ cardId: id('own'), code: 'isced:0716', text: '', language: 'en', networkId: null });

test.each([
	['can-help', need('own'), 'Sample Lyon can help with your need'],
	['same-need', need('own'), 'Sample Lyon has the same need'],
	['want', offer, 'Sample Lyon wants what you offer'],
	['work-with', sector, 'Sample Lyon wants to work with your sector']
] as const)('My forum says what another organisation said with its mark: %s', async (kind, card, words) => {
	const marked = markInterest.with({ cardId: id('own'), kind });
	const live = boardIn('match').did(paivi, card).did(amelie, marked).phone(paivi);
	await expect.poll(() => live.state.connection).toBe('live');
	await render(WaitingStage, { live });
	await expect.element(page.getByText(words)).toBeVisible();
});

test('My forum names who joined our sector after us, once, and not who was there before', async () => {
	const room = boardIn('match').did(amelie, sector);
	for (const [actor, text] of [
		[paivi, 'Buses'],
		[gergana, 'Trams'],
		[amelie, 'Lyon']
	] as const) {
		room.now += 1000;
		room.did(actor, postSector.with({ cardId: id(text), code: 'isced:0716', text, language: 'en', networkId: null }));
	}
	const live = room.phone(paivi);
	await expect.poll(() => live.state.connection).toBe('live');
	const { you } = live.state;
	expect(you && waitingForMe(live.state, you)).toMatchObject([{ kind: 'joined-sector', centreId: id('plovdiv') }]);
});

test('a line that was written in private joins our sector when it is revealed, for whoever looked since it was written', async () => {
	const line = (cardId: string) =>
		postSector.with({ cardId: id(cardId), code: 'isced:0716', text: cardId, language: 'en', networkId: null });
	const room = boardIn('match').did(facilitator, setPrivateWriting.with({ on: true }));
	room.did(amelie, line('first')).did(gergana, line('second'));
	const lookedAt = (room.now += 1000);
	room.now += 1000;
	room.did(facilitator, revealCards.with({ cardIds: null }));
	const live = room.phone(amelie);
	await expect.poll(() => live.state.connection).toBe('live');
	const { you } = live.state;
	expect(you && waitingForMe(live.state, you, lookedAt)).toMatchObject([
		{ kind: 'joined-sector', centreId: id('plovdiv'), at: room.now }
	]);
});
