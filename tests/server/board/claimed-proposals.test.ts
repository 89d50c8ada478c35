import { describe, expect, test } from 'vitest';
import { createProposal } from '#lib/domain/commands/create-proposal.ts';
import { moveToPhase } from '#lib/domain/commands/move-to-phase.ts';
import { BoardRooms } from '../../../server/board/board-rooms.ts';
import { GroupCommit } from '../../../server/store/group-commit.ts';
import { facilitator, gergana, id, paivi } from '../../domain/story.ts';
import { KnownPeople } from '../../support/known-people.ts';
import { MemoryStore } from '../../support/memory-store.ts';
import { cast } from '../../support/random-story.ts';

const boards = [id('first'), id('second')] as const;

/** Two workshops of one forum. */
class TwoBoards extends KnownPeople {
	override boards() {
		return boards;
	}
}

function openRooms() {
	const store = new MemoryStore();
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
			expect(await room.submit(facilitator, start)).toMatchObject({ is: 'saved' });
		}
		const first = (await rooms.open(boards[0])).room;
		const second = (await rooms.open(boards[1])).room;
		const create = { submissionId: id('create'), command: createProposal.with(bus) };
		expect(await first.submit(paivi, create)).toMatchObject({ is: 'saved' });
		const written = store.documents.get(id('bus'));
		expect(await second.submit(gergana, create)).toMatchObject({ is: 'refused', code: 'proposal-exists' });
		expect(store.documents.get(id('bus'))).toBe(written);
		expect(await rooms.boardOf(id('bus'))).toBe(boards[0]);
		await rooms.close();
	});
});
