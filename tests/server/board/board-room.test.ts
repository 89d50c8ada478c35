import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openingNotice } from '#lib/domain/commands/announce-opening.ts';
import { BoardRoom } from '../../../server/board/board-room.ts';
import { GroupCommit } from '../../../server/store/group-commit.ts';
import { announce, readyDraft } from '../../domain/given.ts';
import { id, paivi, type Story } from '../../domain/story.ts';
import { KnownPeople } from '../../support/known-people.ts';
import { MemoryStore } from '../../support/memory-store.ts';
import { cast } from '../../support/random-story.ts';

/** A room over what this story left on the disk; `said` tells what it asked of the text. */
async function roomAfter(story: Story, freeze: () => Promise<unknown>) {
	const store = new MemoryStore();
	store.boards.set(id('board'), [...story.events]);
	const said: string[] = [];
	const start = Date.now();
	const room = await BoardRoom.open(id('board'), {
		store,
		commit: new GroupCommit(store, 1),
		directory: new KnownPeople(id('board'), cast),
		texts: {
			firstContent: () => new Uint8Array([0, 0]),
			freeze: () => {
				said.push('freeze');
				return freeze();
			},
			thaw: () => void said.push('thaw'),
			seatsChanged: () => undefined,
			sessionsEnded: () => Promise.resolve()
		},
		claimProposal: () => Promise.resolve(true),
		now: () => story.now + (Date.now() - start),
		committed: () => undefined,
		fault: (cause) => void said.push(cause instanceof Error ? cause.message : 'fault')
	});
	const draft = () => room.board.proposals.get(id('bus'));
	return { room, store, said, draft };
}

describe('A draft whose text cannot be frozen', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	test('is written on after each try, and is a draft again after a few, which its history tells', async () => {
		const { room, said, draft } = await roomAfter(readyDraft().did(paivi, announce), () =>
			Promise.reject(new Error('damaged'))
		);
		await vi.advanceTimersByTimeAsync(openingNotice + 60_000);
		expect(said).toEqual(Array.from({ length: 4 }, () => ['freeze', 'thaw', 'damaged']).flat());
		expect(draft()?.state.is).toBe('draft');
		expect(draft()?.moments.at(-1)?.what).toBe('opening-failed-text');
		await room.close();
	});

	test.each([
		[
			'decided on',
			{
				get content() {
					throw new Error('no text');
				}
			},
			'no text'
		],
		['summed', { toJSON: () => 'no text' }, 'JSON']
	])('is written on when what was frozen cannot be %s', async (_what, frozen: object, fault) => {
		const { room, said } = await roomAfter(readyDraft().did(paivi, announce), () => Promise.resolve(frozen));
		await vi.advanceTimersByTimeAsync(openingNotice + 1);
		expect(said).toEqual(['freeze', 'thaw', expect.stringContaining(fault)]);
		await room.close();
	});
});
