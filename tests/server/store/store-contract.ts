import { describe, expect, it } from 'vitest';
import { StoreConflict, type Batch, type DirectoryWrite, type Store } from '../../../server/store/store.ts';

/** One implementation of the port, with content that outlives a `Store`. */
export type StoreUnderTest = {
	/** A store on this test's content, with the directory writes that were committed so far. */
	readonly open: () => Promise<{ store: Store; directoryWrites: () => readonly DirectoryWrite[] }>;
};

const board = 'board000000000000000';
const other = 'board111111111111111';
const person = 'person00000000000000';
const proposal = 'proposal000000000000';
const nothing: Batch = { boards: [], documents: [], directory: [] };

const event = (seq: number, title = `Title ${seq}`) => ({
	seq,
	type: 'challenge-posted',
	at: 1_726_000_000_000 + seq,
	by: seq % 2 === 0 ? null : person,
	data: { cardId: `card${seq}`, sectors: ['0715'], nested: { is: [1, null] } },
	texts: { title, text: 'Größe, Ελλάδα, зварювання 🙂' }
});
const answered = (submissionId: string, seq = 1) => ({
	personId: person,
	submissionId,
	commandHash: `hash of ${submissionId}`,
	seq
});
const verify: DirectoryWrite = { is: 'verify-person', personId: person, centreId: null, by: null, at: 5, how: 'code' };
const bytes = (...values: number[]) => Uint8Array.from(values);
const boardPart = (
	id: string,
	events: Batch['boards'][number]['events'],
	submissions = [answered('none')].slice(1)
) => ({
	...nothing,
	boards: [{ board: id, events, submissions }]
});
const documentPart = (part: Partial<Batch['documents'][number]>): Batch => ({
	...nothing,
	documents: [{ proposalId: proposal, epoch: 1, updates: [], ...part }]
});

/** What every implementation of the store promises. */
export function describeStore(name: string, prepare: () => StoreUnderTest): void {
	describe(`${name}: boards`, () => {
		it("gives back the events of a board as they were written, in their order, and no other board's", async () => {
			const { store } = await prepare().open();
			await store.commit(boardPart(board, [event(1), event(2)]));
			await store.commit(boardPart(other, [event(1, 'Another')]));
			await store.commit(boardPart(board, [event(3)]));
			expect(await store.loadBoard(board)).toEqual([event(1), event(2), event(3)]);
			expect(await store.loadBoard(other)).toEqual([event(1, 'Another')]);
			await store.close();
		});

		it('has no events for a board that it never heard of', async () => {
			const { store } = await prepare().open();
			expect(await store.loadBoard(board)).toEqual([]);
			await store.close();
		});

		it('takes parts of the same board one after another within one batch', async () => {
			const { store } = await prepare().open();
			const parts = [event(1), event(2)].map((one) => ({ board, events: [one], submissions: [] }));
			await store.commit({ ...nothing, boards: parts });
			expect((await store.loadBoard(board)).map(({ seq }) => seq)).toEqual([1, 2]);
			await store.close();
		});

		it('refuses a number that the board has already', async () => {
			const { store } = await prepare().open();
			await store.commit(boardPart(board, [event(1)]));
			await expect(store.commit(boardPart(board, [event(1, 'Second')]))).rejects.toBeInstanceOf(StoreConflict);
			expect(await store.loadBoard(board)).toEqual([event(1)]);
			await store.close();
		});

		it('refuses an event that would leave a hole in the order', async () => {
			const { store } = await prepare().open();
			await store.commit(boardPart(board, [event(1)]));
			await expect(store.commit(boardPart(board, [event(3)]))).rejects.toThrow('Event 3 does not follow 1');
			expect(await store.loadBoard(board)).toEqual([event(1)]);
			await store.close();
		});
	});

	describe(`${name}: submissions`, () => {
		it('finds what was answered, and with which version, per board, person and submission', async () => {
			const { store } = await prepare().open();
			await store.commit(boardPart(board, [event(1)], [answered('first'), answered('second', 2)]));
			expect(await store.findSubmission(board, person, 'first')).toEqual(answered('first'));
			expect(await store.findSubmission(board, person, 'second')).toEqual(answered('second', 2));
			expect(await store.findSubmission(board, person, 'third')).toBeNull();
			expect(await store.findSubmission(other, person, 'first')).toBeNull();
			expect(await store.findSubmission(board, 'somebody000000000000', 'first')).toBeNull();
			await store.close();
		});

		it('refuses a second answer to one submission, with the events that came with it', async () => {
			const { store } = await prepare().open();
			await store.commit(boardPart(board, [event(1)], [answered('first')]));
			const again = store.commit(boardPart(board, [event(2)], [answered('first', 2)]));
			await expect(again).rejects.toBeInstanceOf(StoreConflict);
			expect(await store.loadBoard(board)).toEqual([event(1)]);
			expect((await store.findSubmission(board, person, 'first'))?.seq).toBe(1);
			await store.close();
		});
	});

	describe(`${name}: documents`, () => {
		it('gives back the updates of a document in their order, with its epoch', async () => {
			const { store } = await prepare().open();
			await store.commit(documentPart({ epoch: 2, updates: [bytes(1, 2), bytes(0)] }));
			await store.commit(documentPart({ epoch: 2, updates: [bytes(255)] }));
			const document = await store.loadDocument(proposal);
			expect(document?.epoch).toBe(2);
			expect(document?.updates.map((update) => [...update])).toEqual([[1, 2], [0], [255]]);
			expect(await store.loadDocument('another0000000000000')).toBeNull();
			await store.close();
		});

		it('lets updates stand for all that were there, with a new epoch', async () => {
			const { store } = await prepare().open();
			await store.commit(documentPart({ updates: [bytes(1), bytes(2)] }));
			await store.commit(documentPart({ epoch: 2, updates: [bytes(3)], replace: true }));
			const document = await store.loadDocument(proposal);
			expect(document?.epoch).toBe(2);
			expect(document?.updates.map((update) => [...update])).toEqual([[3]]);
			await store.close();
		});

		it('refuses an update of an epoch that the document does not have', async () => {
			const { store } = await prepare().open();
			await store.commit(documentPart({ epoch: 2, updates: [bytes(1)] }));
			await expect(store.commit(documentPart({ epoch: 1, updates: [bytes(2)] }))).rejects.toBeInstanceOf(StoreConflict);
			expect((await store.loadDocument(proposal))?.updates).toHaveLength(1);
			await store.close();
		});
	});

	describe(`${name}: one transaction`, () => {
		it('writes boards, documents and the directory of a batch together', async () => {
			const { store, directoryWrites } = await prepare().open();
			await store.commit({
				boards: [{ board, events: [event(1)], submissions: [answered('first')] }],
				documents: [{ proposalId: proposal, epoch: 1, updates: [bytes(7)] }],
				directory: [verify]
			});
			expect(await store.loadBoard(board)).toHaveLength(1);
			expect((await store.loadDocument(proposal))?.updates).toHaveLength(1);
			expect(directoryWrites()).toEqual([verify]);
			await store.close();
		});

		it('writes nothing at all of a batch when one part is refused', async () => {
			const { store, directoryWrites } = await prepare().open();
			await store.commit(boardPart(board, [event(1)], [answered('first')]));
			const batch: Batch = {
				boards: [
					{ board: other, events: [event(1)], submissions: [answered('elsewhere')] },
					{ board, events: [event(2)], submissions: [answered('first', 2)] }
				],
				documents: [{ proposalId: proposal, epoch: 1, updates: [bytes(7)] }],
				directory: [verify]
			};
			await expect(store.commit(batch)).rejects.toBeInstanceOf(StoreConflict);
			await expect(
				store.commit({ ...batch, boards: [{ board, events: [event(9)], submissions: [] }] })
			).rejects.toThrow();
			expect(await store.loadBoard(other)).toEqual([]);
			expect(await store.findSubmission(other, person, 'elsewhere')).toBeNull();
			expect(await store.loadDocument(proposal)).toBeNull();
			expect(directoryWrites()).toEqual([]);
			await store.close();
		});

		it('writes nothing of the boards when the directory refuses its part', async () => {
			const { store } = await prepare().open();
			const unknown = { is: 'approve-centre', centreId: 'unwritable', by: null, at: 1 } as const;
			await expect(store.commit({ ...boardPart(board, [event(1)]), directory: [unknown] })).rejects.toThrow();
			expect(await store.loadBoard(board)).toEqual([]);
			await store.close();
		});

		it('goes on after a refused batch', async () => {
			const { store } = await prepare().open();
			await expect(store.commit(boardPart(board, [event(2)]))).rejects.toThrow();
			await store.commit(boardPart(board, [event(1)]));
			expect(await store.loadBoard(board)).toEqual([event(1)]);
			await store.close();
		});

		it('takes an empty batch', async () => {
			const { store } = await prepare().open();
			await expect(store.commit(nothing)).resolves.toBeUndefined();
			await store.close();
		});
	});

	describe(`${name}: erasing`, () => {
		it('takes the texts of an event away and leaves everything else as it was', async () => {
			const { store } = await prepare().open();
			await store.commit(boardPart(board, [event(1), event(2), event(3)], [answered('first', 2)]));
			await store.eraseTexts(board, [2], person, 99);
			expect(await store.loadBoard(board)).toEqual([event(1), { ...event(2), texts: {} }, event(3)]);
			expect(await store.findSubmission(board, person, 'first')).toEqual(answered('first', 2));
			await store.close();
		});

		it('may be asked twice, and leaves the same number on another board alone', async () => {
			const { store } = await prepare().open();
			await store.commit(boardPart(board, [event(1)]));
			await store.commit(boardPart(other, [event(1)]));
			await store.eraseTexts(board, [1], person, 99);
			await store.eraseTexts(board, [1, 7], person, 100);
			expect((await store.loadBoard(board))[0]?.texts).toEqual({});
			expect(await store.loadBoard(other)).toEqual([event(1)]);
			await store.close();
		});
	});

	describe(`${name}: opening again`, () => {
		it('has everything that was committed, and what was erased stays erased', async () => {
			const place = prepare();
			const { store } = await place.open();
			await store.commit(boardPart(board, [event(1), event(2)], [answered('first', 2)]));
			await store.commit(documentPart({ epoch: 3, updates: [bytes(1), bytes(2)] }));
			await store.commit({ ...nothing, directory: [verify] });
			await store.eraseTexts(board, [1], person, 99);
			await store.close();

			const again = await place.open();
			expect(await again.store.loadBoard(board)).toEqual([{ ...event(1), texts: {} }, event(2)]);
			expect(await again.store.findSubmission(board, person, 'first')).toEqual(answered('first', 2));
			expect((await again.store.loadDocument(proposal))?.epoch).toBe(3);
			expect(again.directoryWrites()).toEqual([verify]);
			await expect(again.store.commit(boardPart(board, [event(2)]))).rejects.toBeInstanceOf(StoreConflict);
			await again.store.close();
		});
	});
}
