import { expect, test } from 'vitest';
import { challenge } from '../domain/given.ts';
import { amelie, paivi } from '../domain/story.ts';
import { Room } from '../support/hand-room.ts';

const authors = (room: Room) =>
	[...room.board.cards.values()].map((card) => [card.title, card.authorId === amelie.personId ? 'amelie' : 'other']);

test('what one person says while the page becomes somebody else’s is never sent under the other’s name', async () => {
	const room = await Room.open([paivi, amelie]);
	await room.calm();
	const [device] = room.devices;
	if (!device) throw new Error('a device');
	const whole = device.link.snapshot.bind(device.link);
	let come: () => void = () => undefined;
	device.link.snapshot = async (board, giveUp) => {
		await new Promise<void>((resolve) => (come = resolve));
		return whole(board, giveUp);
	};
	device.becomes(amelie);
	device.link.reconnect();
	await room.quiet();
	const answer = await device.session.send(challenge('of whoever typed'));
	expect(answer).toMatchObject({ kind: 'refused', code: 'not-connected' });
	come();
	device.link.snapshot = whole;
	await room.calm();
	expect(device.session.state.you?.personId).toBe(amelie.personId);
	expect(authors(room)).toEqual([]);
	await room.close();
});

test('what one person said offline waits for them while the page is somebody else’s', async () => {
	const room = await Room.open([paivi, amelie]);
	await room.calm();
	const [device] = room.devices;
	if (!device) throw new Error('a device');
	device.link.cut();
	expect(await device.say(challenge('offline'))).toBe(true);
	device.becomes(amelie);
	await room.calm();
	expect(device.session.state.you?.personId).toBe(amelie.personId);
	expect(device.session.state.pending).toEqual([]);
	expect(authors(room)).toEqual([]);
	device.becomes(paivi);
	device.link.cut();
	await room.calm();
	expect(authors(room)).toEqual([['Title of offline', 'other']]);
	await room.close();
});
