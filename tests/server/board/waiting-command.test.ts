import { describe, expect, test } from 'vitest';
import { openingNotice } from '#lib/domain/commands/announce-opening.ts';
import { removePerson } from '#lib/domain/commands/remove-person.ts';
import { withdrawCard } from '#lib/domain/commands/withdraw-card.ts';
import type { Actor, Command } from '#lib/domain/command.ts';
import type { Ack } from '#lib/protocol/messages.ts';
import { announce, challenge, readyDraft } from '../../domain/given.ts';
import { facilitator, id, paivi } from '../../domain/story.ts';
import { Room } from '../../support/hand-room.ts';
import { cast } from '../../support/random-story.ts';

const post = challenge('post');

/**
 * A board on which every command waits: a text is being frozen. Päivi's card is there, and everybody has their seat.
 */
async function waiting() {
	const { promise: text, resolve } = Promise.withResolvers<unknown>();
	const { promise: freezes, resolve: freezing } = Promise.withResolvers<void>();
	const story = readyDraft().did(paivi, challenge('card')).did(paivi, announce).wait(openingNotice);
	const room = Room.after(story, cast, () => {
		freezing();
		return text;
	});
	await room.quiet();
	await freezes;
	/** Somebody's command has arrived. @returns its answer */
	const arrived = async (actor: Actor, command: Command): Promise<{ readonly ack: Promise<Ack> }> => {
		const submissionId = id(`${actor.personId} ${command.name}`);
		const ack = room.deviceOf(actor).link.submit({ board: room.id, submissionId, command });
		await room.quiet();
		return { ack };
	};
	/** Its turn has come. */
	const goOn = async ({ ack }: { readonly ack: Promise<Ack> }) => {
		resolve({ type: 'doc', content: [] });
		await room.quiet();
		await room.close();
		return ack;
	};
	return { room, arrived, goOn };
}

describe('A command that waits in the queue of a board, from a real seat', () => {
	test('speaks for the organisation that its person has changed to when its turn comes', async () => {
		const { room, arrived, goOn } = await waiting();
		const posted = await arrived(paivi, post);
		room.directory.moves(paivi.personId, id('lyon'));
		expect(await goOn(posted)).toMatchObject({ is: 'saved' });
		expect(room.board.cards.get(id('post'))).toMatchObject({ centreId: id('lyon'), vouched: false });
	});

	test('is refused when its person has changed the organisation and may not any more', async () => {
		const { room, arrived, goOn } = await waiting();
		const withdrawn = await arrived(paivi, withdrawCard.with({ cardId: id('card') }));
		room.directory.moves(paivi.personId, id('lyon'));
		expect(await goOn(withdrawn)).toMatchObject({ is: 'refused', code: 'not-verified' });
		expect(room.board.cards.get(id('card'))?.state.is).toBe('published');
	});

	test('is refused when its person speaks for nobody here by then', async () => {
		const { room, arrived, goOn } = await waiting();
		const posted = await arrived(paivi, post);
		room.directory.moves(paivi.personId, null);
		expect(await goOn(posted)).toMatchObject({ is: 'refused', code: 'not-joined' });
	});

	test('is refused when its person has been removed by a command that came before', async () => {
		const { arrived, goOn } = await waiting();
		await arrived(facilitator, removePerson.with({ personId: paivi.personId, reason: 'Shouted' }));
		expect(await goOn(await arrived(paivi, post))).toMatchObject({ is: 'refused', code: 'person-removed' });
	});

	test('is not heard when its person was signed out meanwhile', async () => {
		const { room, arrived, goOn } = await waiting();
		const posted = await arrived(paivi, post);
		room.directory.signedOut.add(paivi.personId);
		await room.gateway.sessionsEnded(paivi.personId);
		expect(await goOn(posted)).toMatchObject({ is: 'again', code: 'session-ended' });
		expect(room.board.cards.has(id('post'))).toBe(false);
	});
});
