import { describe, expect, test } from 'vitest';
import { createProposal } from '#lib/domain/commands/create-proposal.ts';
import { moveToPhase } from '#lib/domain/commands/move-to-phase.ts';
import { BoardRooms } from '../../../server/board/board-rooms.ts';
import { GroupCommit } from '../../../server/store/group-commit.ts';
import { facilitator, gergana, id, paivi } from '../../domain/story.ts';
import { KnownPeople } from '../../support/known-people.ts';
import { MemoryStore } from '../../support/memory-store.ts';
import { cast } from '../../support/random-story.ts';
import { speaking } from '../../support/speaking.ts';

const boards = [id('first'), id('second')] as const;

/** Two workshops of one forum. */
class TwoBoards extends KnownPeople {
	override boards() {
		return boards;
	}
}

/** A disk on which one board cannot be read. */
class DamagedStore extends MemoryStore {
	override loadBoard(board: string) {
		return board === boards[1] ? Promise.reject(new Error('unreadable')) : super.loadBoard(board);
	}
}

function openRooms(store = new MemoryStore()) {
	const rooms = new BoardRooms({
		store,
		commit: new GroupCommit(store, 1),
		directory: new TwoBoards(boards[0], cast),
		texts: {
			firstContent: () => new Uint8Array([0, 0]),
			freeze: () => Promise.resolve({ type: 'doc', content: [] }),
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
	return { rooms, store };
}

describe('A proposal', () => {
	test('is of one board: whoever chooses its id again on another one does not write over its text', async () => {
		const { rooms, store } = openRooms();
		const bus = { proposalId: id('bus'), title: 'Bus', language: 'en', cardIds: [], invited: [] };
		for (const board of boards) {
			const { room } = await rooms.open(board);
			const start = { submissionId: id(`start ${board}`), command: moveToPhase.with({ phase: 'match' }) };
			expect(await room.submit(speaking(facilitator), start)).toMatchObject({ is: 'saved' });
		}
		const first = (await rooms.open(boards[0])).room;
		const second = (await rooms.open(boards[1])).room;
		const create = { submissionId: id('create'), command: createProposal.with(bus) };
		expect(await first.submit(speaking(paivi), create)).toMatchObject({ is: 'saved' });
		const written = store.documents.get(id('bus'));
		expect(await second.submit(speaking(gergana), create)).toMatchObject({ is: 'refused', code: 'proposal-exists' });
		expect(store.documents.get(id('bus'))).toBe(written);
		expect(await rooms.boardOf(id('bus'))).toBe(boards[0]);
		await rooms.close();
	});

	test('is begun and found on its board when another board cannot be read, and never over a text that may be of that one', async () => {
		const { rooms, store } = openRooms(new DamagedStore());
		const { room } = await rooms.open(boards[0]);
		const start = { submissionId: id('start'), command: moveToPhase.with({ phase: 'match' }) };
		expect(await room.submit(speaking(facilitator), start)).toMatchObject({ is: 'saved' });
		const bus = { title: 'Bus', language: 'en', cardIds: [], invited: [] };
		const create = (name: string) =>
			room.submit(speaking(paivi), {
				submissionId: id(`create ${name}`),
				command: createProposal.with({ proposalId: id(name), ...bus })
			});
		expect(await create('bus')).toMatchObject({ is: 'saved' });
		expect(await rooms.boardOf(id('bus'))).toBe(boards[0]);
		expect(await rooms.boardOf(id('nothing'))).toBeNull();
		const theirs = { epoch: 1, updates: [new Uint8Array([0, 0])] };
		store.documents.set(id('theirs'), theirs);
		await expect(create('theirs')).rejects.toThrow('unreadable');
		expect(store.documents.get(id('theirs'))).toBe(theirs);
		await rooms.close();
	});
});
