import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, test } from 'vitest';
import { BoardRooms } from '../../../server/board/board-rooms.ts';
import { seenRoute } from '../../../server/board/seen-route.ts';
import { GroupCommit } from '../../../server/store/group-commit.ts';
import { id, paivi } from '../../domain/story.ts';
import { KnownPeople } from '../../support/known-people.ts';
import { MemoryStore } from '../../support/memory-store.ts';
import { cast } from '../../support/random-story.ts';

/** A disk on which something happens while a board is being read. */
class BusyStore extends MemoryStore {
	meanwhile = () => {};

	override loadBoard(board: string) {
		this.meanwhile();
		return super.loadBoard(board);
	}
}

test('whoever is signed out while the board is read from the disk is shown nothing of it', async () => {
	const store = new BusyStore();
	const directory = new KnownPeople(id('board'), cast);
	const rooms = new BoardRooms({
		store,
		commit: new GroupCommit(store, 1),
		directory,
		texts: {
			firstContent: () => new Uint8Array([0, 0]),
			freeze: () => Promise.resolve({}),
			thaw: () => undefined,
			seatsChanged: () => undefined,
			sessionsEnded: () => Promise.resolve()
		},
		now: () => 1000,
		fault: (cause) => {
			throw cause;
		},
		broadcast: () => undefined,
		announce: () => undefined
	});
	store.meanwhile = () => void directory.signedOut.add(paivi.personId);
	const app = express().get(
		'/:id',
		seenRoute(rooms, directory, directory, () => 1000)
	);
	const server = app.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const look = await fetch(`http://127.0.0.1:${port}/${id('board')}`, { headers: { cookie: paivi.personId } });
	expect(look.status).toBe(403);
	expect(await look.json()).toMatchObject({ code: 'session-ended' });
	server.close();
	await rooms.close();
});
