import { once } from 'node:events';
import { io } from 'socket.io-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { directoryChanged } from '#lib/domain/directory-events.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { ask, openHouse, type OpenHouse } from './house.ts';

const boards = ['board000000000000000', 'board111111111111111', 'board222222222222222'];
const fact = directoryChanged.of({ persons: [], centres: [] }, {});

/** Connects as a page of ours does. */
async function connect(house: OpenHouse, transport: 'websocket' | 'polling') {
	const socket = io(house.origin, {
		transports: [transport],
		extraHeaders: { origin: house.origin },
		forceNew: true,
		reconnection: false
	});
	onTestFinished(() => void socket.close());
	await new Promise<void>((resolve, reject) => void socket.once('connect', resolve).once('connect_error', reject));
	return socket;
}

describe('a server that is told to stop', () => {
	it('brings everything that it accepted to the disk before it stops', async () => {
		const folder = temporaryFolder();
		const house = await openHouse({ folder });
		const saved = new Map(boards.map((board) => [board, 0]));
		const accepted = Array.from({ length: 150 }, (_, index) => {
			const board = boards[index % boards.length] ?? '';
			return house.app.boards.append(board, fact, null).then(() => saved.set(board, (saved.get(board) ?? 0) + 1));
		});
		await house.close();
		await Promise.all(accepted);
		expect([...saved.values()]).toEqual([50, 50, 50]);

		const again = await openHouse({ folder });
		for (const board of boards) expect((await again.app.boards.rooms.open(board)).room.board.seq).toBe(50);
	});

	it.each(['websocket', 'polling'] as const)(
		'lets go of every connection so that it comes back when the server does: %s',
		async (transport) => {
			const house = await openHouse();
			const socket = await connect(house, transport);
			const left = new Promise<string>((resolve) => void socket.once('disconnect', resolve));
			await house.close();
			// A client that is dismissed ("io server disconnect") would not come back by itself.
			expect(await left).toMatch(/^transport (close|error)$/);
		}
	);

	it('accepts nothing new, and may be told twice', async () => {
		const house = await openHouse();
		await ask(house, '/healthz');
		await Promise.all([house.close(), house.close()]);
		await expect(ask(house, '/healthz')).rejects.toThrow();
		expect(house.app.server.listening).toBe(false);
	});

	it('lets an answer that is under way arrive', async () => {
		const house = await openHouse();
		const answer = ask(house, '/_app/version.json');
		await once(house.app.server, 'request');
		await house.close();
		expect((await answer).body).toBe('{"version":"1"}');
	});
});
