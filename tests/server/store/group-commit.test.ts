import { describe, expect, test } from 'vitest';
import { GroupCommit } from '../../../server/store/group-commit.ts';
import { id } from '../../domain/story.ts';
import { MemoryStore } from '../../support/memory-store.ts';

const write = (name: string) => ({
	documents: [{ proposalId: id(name), epoch: 1, updates: [new Uint8Array([0, 0])] }]
});

describe('A group commit', () => {
	test('tells whoever cannot say what to write, and writes what the others gave and what comes later', async () => {
		const store = new MemoryStore();
		const commit = new GroupCommit(store, 1_000_000);
		const before = commit.add(write('before'));
		const broken = commit.add(() => {
			throw new Error('nothing to write');
		});
		const failed = expect(broken).rejects.toThrow('nothing to write');
		await commit.flush();
		await failed;
		await before;
		const later = commit.add(write('later'));
		await commit.flush();
		await later;
		expect([...store.documents.keys()]).toEqual([id('before'), id('later')]);
	});
});
