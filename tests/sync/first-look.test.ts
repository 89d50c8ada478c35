import { expect, test } from 'vitest';
import { seenBy } from '#lib/domain/seen.ts';
import { snapshotOf } from '#lib/protocol/frame.ts';
import { paivi } from '../domain/story.ts';
import { cast } from '../support/random-story.ts';
import { Room } from '../support/hand-room.ts';

const actor = paivi;

test('a device shows the board before it has a connection, and says that it has none yet', async () => {
	const room = await Room.open(cast);
	const device = room.deviceOf(actor);
	device.link.cut();
	device.crash();
	device.link.cut();
	await device.session.firstLook;
	const { seen, you, about, connection } = device.session.state;
	expect(snapshotOf(seen)).toEqual(snapshotOf(seenBy(room.board, device.readerOf(device.shownBase()?.audience ?? ''))));
	expect(you?.personId).toBe(actor.personId);
	expect(about?.workshop.id).toBe(room.directory.about(room.id)?.workshop.id);
	expect(connection).not.toBe('live');
	await room.close();
});

test('the connection goes on from the first look: no snapshot is fetched twice', async () => {
	const room = await Room.open(cast);
	const device = room.deviceOf(actor);
	device.crash();
	let fetched = 0;
	device.link.snapshot = () => {
		fetched += 1;
		return Promise.reject(new Error('asked twice'));
	};
	await device.session.firstLook;
	await room.calm();
	expect(device.session.state.connection).toBe('live');
	expect(fetched).toBe(0);
	await room.close();
});
