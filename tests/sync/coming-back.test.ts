import { expect, test } from 'vitest';
import { verifyPerson } from '#lib/domain/commands/verify-person.ts';
import { challenge } from '../domain/given.ts';
import { amelie, facilitator, guest, paivi } from '../domain/story.ts';
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
	await room.quiet();
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

test('a connection that owes an answer and has said nothing since is made anew', async () => {
	const room = await Room.open([paivi, amelie]);
	await room.calm();
	const device = room.deviceOf(paivi);
	device.link.die();
	device.runTimers();
	await room.deviceOf(amelie).say(challenge('unheard'));
	for (const one of room.devices) one.link.flush(100, 100);
	await room.settle();
	device.link.timeOut();
	await room.settle();
	expect(device.session.state.connection, 'not said to be offline while it only connects anew').toBe('connecting');
	await room.quiet();
	expect(device.session.state.connection).toBe('live');
	expect([...device.session.state.seen.cards.values()].map((card) => card.title)).toContain('Title of unheard');
	await room.close();
});

test('a connection that is heard is kept when only the answer is late', async () => {
	const room = await Room.open([paivi, amelie]);
	await room.calm();
	const device = room.deviceOf(paivi);
	let ended = 0;
	device.link.reconnect = () => (ended += 1);
	device.runTimers();
	await room.settle();
	await room.deviceOf(amelie).say(challenge('in between'));
	room.deviceOf(amelie).link.flush(100, 100);
	await room.settle();
	device.link.flush(0, 100);
	device.link.timeOut();
	await room.settle();
	expect(ended).toBe(0);
	await room.calm();
	expect(device.session.state.connection).toBe('live');
	await room.close();
});

test('a whole board that does not come is given up and asked for again', async () => {
	const room = await Room.open([guest, facilitator]);
	await room.calm();
	const device = room.deviceOf(guest);
	const snapshot = device.link.snapshot.bind(device.link);
	const given: AbortSignal[] = [];
	device.link.snapshot = (_board, giveUp) => {
		given.push(giveUp);
		return new Promise(() => undefined);
	};
	await room.deviceOf(facilitator).say(verifyPerson.with({ personId: guest.personId }));
	await room.quiet();
	expect(given.map(({ aborted }) => aborted)).toEqual([false]);
	device.link.snapshot = snapshot;
	await room.calm();
	expect(given.map(({ aborted }) => aborted)).toEqual([true]);
	expect(device.session.state).toMatchObject({ connection: 'live', you: { verified: true } });
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

test('a server that is busy takes nothing from the screen, and is asked again', async () => {
	const room = await Room.open([paivi]);
	await room.calm();
	const device = room.deviceOf(paivi);
	const { link, session } = device;
	await device.say(challenge('kept'));
	for (let round = 0; round < 5; round += 1) {
		link.flush(100, 100);
		await room.settle();
	}
	const hello = link.hello.bind(link);
	link.hello = () => Promise.resolve({ is: 'refused', code: 'try-later', sentence: 'Busy.' });
	device.runTimers();
	await room.settle();
	expect(session.state).toMatchObject({ refused: null, connection: 'connecting' });
	expect(session.state.seen.cards.size).toBe(1);
	link.hello = hello;
	device.runTimers();
	for (let round = 0; round < 5; round += 1) {
		link.flush(100, 100);
		await room.settle();
	}
	expect(session.state.connection).toBe('live');
	await room.close();
});
