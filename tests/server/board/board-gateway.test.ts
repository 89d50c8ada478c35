import { describe, expect, test } from 'vitest';
import { hideCard } from '#lib/domain/commands/hide-card.ts';
import { readmitPerson } from '#lib/domain/commands/readmit-person.ts';
import { removePerson } from '#lib/domain/commands/remove-person.ts';
import { verifyPerson } from '#lib/domain/commands/verify-person.ts';
import { challenge, offer } from '../../domain/given.ts';
import { amelie, facilitator, guest, id, paivi } from '../../domain/story.ts';
import { Room } from '../../support/hand-room.ts';
import { cast } from '../../support/random-story.ts';

async function opened(): Promise<Room> {
	const room = await Room.open(cast);
	await room.calm();
	return room;
}

describe('The gateway of a board', () => {
	test('shows a card to everybody who looks, and its author that it is saved', async () => {
		const room = await opened();
		await room.deviceOf(paivi).say(challenge('need'));
		expect(room.deviceOf(paivi).session.state.pending.map(({ progress }) => progress)).toEqual(['sending']);
		await room.quiet();
		for (const device of room.devices) expect(device.session.state.seen.cards.has(id('need')), device.name).toBe(true);
		expect(room.deviceOf(paivi).session.state.pending).toEqual([]);
		await room.close();
	});

	test('answers a command of an unknown name, and one without its fields, with a sentence', async () => {
		const room = await opened();
		const { link } = room.deviceOf(paivi);
		const wish = link.submit({
			board: room.id,
			submissionId: id('odd'),
			command: { name: 'rule-the-world', input: {} }
		});
		const bare = link.submit({
			board: room.id,
			submissionId: id('bare'),
			command: { name: 'post-challenge', input: { title: 7 } }
		});
		await room.quiet();
		expect(await wish).toMatchObject({ is: 'refused', code: 'command-unknown' });
		expect(await bare).toMatchObject({ is: 'refused', code: 'input-invalid' });
		await room.close();
	});

	test('gives the same answer to the same bytes, and refuses other bytes under the same id', async () => {
		const room = await opened();
		const { link } = room.deviceOf(paivi);
		const send = (title: string) =>
			link.submit({ board: room.id, submissionId: id('once'), command: challenge('need', { title }) });
		const answers = [send('One'), send('One'), send('Two')];
		await room.quiet();
		const [first, again, other] = await Promise.all(answers);
		expect(first).toMatchObject({ is: 'saved' });
		expect(again).toEqual(first);
		expect(other).toMatchObject({ is: 'refused', code: 'submission-reused' });
		expect(room.board.cards.size).toBe(1);
		await room.close();
	});

	test('a failed commit is told as not saved, and the same command is on the board once when the disk is back', async () => {
		const room = await opened();
		room.store.failing = 1;
		await room.deviceOf(paivi).say(challenge('need'));
		await room.quiet();
		expect(room.board.cards.size).toBe(0);
		expect(room.deviceOf(paivi).session.state.pending).toHaveLength(1);
		await room.calm();
		expect([...room.board.cards.keys()]).toEqual([id('need')]);
		await room.close();
	});

	test('who is verified while connected can act for the centre at once', async () => {
		const room = await opened();
		await room.deviceOf(paivi).say(offer('bus'));
		await room.quiet();
		await room.deviceOf(facilitator).say(verifyPerson.with({ personId: guest.personId }));
		await room.quiet();
		expect(room.deviceOf(guest).session.state.you?.verified).toBe(true);
		await room.close();
	});

	test('who shows the names of who is here is told them also after being verified', async () => {
		const room = await opened();
		const { session } = room.deviceOf(guest);
		session.watchNames(true);
		await room.quiet();
		const own = () =>
			session.state.presence.names?.[guest.centreId ?? '']?.find((one) => one.personId === guest.personId);
		expect(own()).toMatchObject({ verified: false });
		await room.deviceOf(facilitator).say(verifyPerson.with({ personId: guest.personId }));
		await room.quiet();
		expect(session.state.you?.verified).toBe(true);
		expect(own()).toMatchObject({ verified: true });
		await room.close();
	});

	test('who was signed out gets nothing more, even if the device does not say hello again', async () => {
		const room = await opened();
		const away = room.deviceOf(amelie);
		const before = away.session.shownBase()?.seq;
		room.directory.signedOut.add(amelie.personId);
		const { view } = await room.gateway.rooms.open(room.id);
		for (const watcher of view.watchersOf(amelie.personId)) watcher.judgeAgain();
		await room.settle();
		await room.deviceOf(paivi).say(challenge('need'));
		for (const device of room.devices) if (device !== away) device.link.flush(1000, 1000);
		await room.settle();
		away.link.flush(0, 1000);
		await room.settle();
		expect(away.session.shownBase()?.seq).toBe(before);
		await room.close();
	});

	test('a card that is hidden leaves the devices of everybody but its author and the facilitator', async () => {
		const room = await opened();
		await room.deviceOf(paivi).say(challenge('need'));
		await room.quiet();
		await room.deviceOf(facilitator).say(hideCard.with({ cardId: id('need'), reason: 'Twice here' }));
		await room.quiet();
		const sees = (actor: typeof paivi) => room.deviceOf(actor).session.state.seen.cards.get(id('need'))?.state;
		expect(sees(paivi)).toMatchObject({ is: 'hidden', reason: 'Twice here' });
		expect(sees(facilitator)).toMatchObject({ is: 'hidden' });
		expect(sees(amelie)).toBeUndefined();
		expect(sees(guest)).toBeUndefined();
		await room.close();
	});

	test('a removed person’s device is told so, with the reason, and gets nothing more until they are let back in', async () => {
		const room = await opened();
		const away = room.deviceOf(amelie);
		await room.deviceOf(facilitator).say(removePerson.with({ personId: amelie.personId, reason: 'Come to the desk' }));
		await room.quiet();
		expect(away.session.state.refused).toMatchObject({ code: 'person-removed', reason: 'Come to the desk' });
		await room.deviceOf(paivi).say(challenge('need'));
		await room.quiet();
		expect(away.session.state.seen.cards.has(id('need'))).toBe(false);
		await room.deviceOf(facilitator).say(readmitPerson.with({ personId: amelie.personId }));
		away.runTimers();
		await room.quiet();
		expect(away.session.state.refused).toBeNull();
		expect(away.session.state.seen.cards.has(id('need'))).toBe(true);
		await room.close();
	});
});
