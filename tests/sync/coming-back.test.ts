import { expect, test } from 'vitest';
import { challenge } from '../domain/given.ts';
import { amelie, paivi } from '../domain/story.ts';
import { Room } from '../support/hand-room.ts';

test('who comes back to a page whose connection is dead does not wait for it', async () => {
	const room = await Room.open([paivi, amelie]);
	await room.calm();
	const device = room.deviceOf(paivi);
	device.link.die();
	device.link.heard();
	await room.deviceOf(amelie).say(challenge('while away'));
	for (const one of room.devices) one.link.flush(100, 100);
	await room.settle();
	device.wake();
	expect(device.session.state.connection, 'not said to be offline while it only connects anew').toBe('connecting');
	for (let round = 0; round < 5; round += 1) {
		for (const one of room.devices) one.link.flush(100, 100);
		await room.settle();
	}
	expect(device.session.state.connection).toBe('live');
	expect([...device.session.state.seen.cards.values()].map((card) => card.title)).toContain('Title of while away');
	await room.close();
});

test('a connection that was heard a moment ago is kept', async () => {
	const room = await Room.open([paivi]);
	await room.calm();
	const device = room.deviceOf(paivi);
	let ended = 0;
	device.link.reconnect = () => (ended += 1);
	device.session.wake(2999);
	expect(ended).toBe(0);
	device.session.wake(3001);
	expect(ended).toBe(1);
	await room.close();
});

test('what one page of a device left unsent is sent by another page that comes online', async () => {
	const room = await Room.open([paivi], [paivi]);
	await room.calm();
	const [first, second] = room.devices;
	if (!first || !second) throw new Error('two pages');
	for (const page of room.devices) page.link.cut();
	await second.say(challenge('left behind'));
	second.vanish();
	await room.calm();
	expect([...room.board.cards.values()].map((card) => card.title)).toEqual(['Title of left behind']);
	expect(first.session.state.pending).toEqual([]);
	expect(await first.keptIds()).toEqual({ waiting: [], returned: [] });
	await room.close();
});
