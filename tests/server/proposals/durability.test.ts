import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { StoreFull, type Batch, type Store } from '../../../server/store/store.ts';
import { amelie, paivi } from '../../domain/story.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { bus, House, textOf } from './house.ts';
import { Pen } from './pen.ts';

/** The real store with a hand on its commits. */
function withCommit(store: Store, commit: (batch: Batch) => Promise<void>): Store {
	return {
		loadBoard: (board) => store.loadBoard(board),
		findSubmission: (board, personId, submissionId) => store.findSubmission(board, personId, submissionId),
		loadDocument: (proposalId) => store.loadDocument(proposalId),
		eraseTexts: (board, seqs, by, at) => store.eraseTexts(board, seqs, by, at),
		close: () => store.close(),
		commit
	};
}

describe('a text on a disk', () => {
	it('is unloaded after the last seat and read again as it was', async () => {
		const house = await House.open();
		const first = new Pen(house, paivi);
		await vi.waitFor(() => expect(first.saved).toBe(1));
		first.type('six evenings');
		await vi.waitFor(() => expect(first.saved).toBeGreaterThanOrEqual(13));
		first.leave();
		const again = new Pen(house, amelie);
		await vi.waitFor(() => expect(again.text).toBe(first.text));
		expect(await house.storedText()).toBe(first.text);
	});

	it('keeps what its last seat sent just before it closed', async () => {
		const house = await House.open({ windowMs: 50 });
		const pen = new Pen(house, paivi);
		await vi.waitFor(() => expect(pen.provider.synced).toBe(true));
		pen.write('goodbye');
		pen.leave();
		await vi.waitFor(async () => expect(await house.storedText()).toContain('goodbye'));
		const again = new Pen(house, amelie);
		await vi.waitFor(() => expect(again.text).toContain('goodbye'));
	});

	it('becomes one update when it has many, while it is open and when it closes', async () => {
		const house = await House.open({ limits: { compactAfter: 30, compactAtUnload: 5 } });
		const pen = new Pen(house, paivi);
		const count = async () => (await house.store.loadDocument(bus))?.updates.length ?? 0;
		await vi.waitFor(() => expect(pen.saved).toBe(1));
		for (let n = 0; n < 100; n += 1) pen.write(`line ${n}`);
		await vi.waitFor(() => expect(pen.saved).toBe(101));
		expect(await count()).toBeLessThanOrEqual(30);
		const other = new Pen(house, amelie);
		await vi.waitFor(() => expect(other.text).toBe(pen.text));
		for (let n = 0; n < 10; n += 1) other.write(`more ${n}`);
		await vi.waitFor(() => expect(pen.text).toBe(other.text));
		pen.leave();
		other.leave();
		await vi.waitFor(async () => expect(await count()).toBe(1));
		expect(await house.storedText()).toBe(other.text);
		expect((await house.store.loadDocument(bus))?.epoch).toBe(1);
	});

	it('is brought there whole by a server that is stopped', async () => {
		const folder = temporaryFolder();
		const house = await House.open({ folder, windowMs: 50 });
		const pen = new Pen(house, paivi);
		await vi.waitFor(() => expect(pen.saved).toBe(1));
		pen.write('the last words');
		await vi.waitFor(() => expect(pen.provider.ws?.bufferedAmount).toBe(0));
		// They have arrived when a question that was asked after them is answered.
		const asked = new Pen(house, amelie);
		await vi.waitFor(() => expect(asked.text).toContain('the last words'));
		asked.write('and hers');
		await house.stop();
		await vi.waitFor(() => expect(pen.closed[0]).toBe(4503));
		const again = await House.open({ folder });
		expect(await again.storedText()).toContain('the last words');
	});
});

describe('a commit that fails', () => {
	it('is seen by nobody; all come back to what is on disk, and its author sends it again', async () => {
		let fails = false;
		const house = await House.open({
			between: (store) =>
				withCommit(store, (batch) => (fails ? Promise.reject(new StoreFull('full')) : store.commit(batch)))
		});
		const [päivi, amélie] = [new Pen(house, paivi), new Pen(house, amelie)];
		const heard: string[] = [];
		amélie.doc.on('update', () => heard.push(amélie.text));
		await vi.waitFor(() => expect([päivi.saved, amélie.saved]).toEqual([1, 1]));
		fails = true;
		const before = päivi.saved;
		päivi.write('not yet saved');
		await vi.waitFor(() => expect(amélie.closed).toContain(4205));
		expect(päivi.saved).toBeLessThanOrEqual(before);
		expect(await house.storedText()).not.toContain('not yet saved');
		expect(heard.at(-1)).not.toContain('not yet saved');
		expect(house.faults.length).toBeGreaterThan(0);
		fails = false;
		await vi.waitFor(() => expect(amélie.text).toContain('not yet saved'));
		expect(await house.storedText()).toBe(päivi.text);
	});

	it('takes with it what was sent on top of it', async () => {
		const commits: ((fail: boolean) => void)[] = [];
		let held = false;
		const house = await House.open({
			between: (store) =>
				withCommit(store, async (batch) => {
					if (!held) return store.commit(batch);
					if (await new Promise<boolean>((resolve) => commits.push(resolve))) throw new StoreFull('full');
					return store.commit(batch);
				})
		});
		const pen = new Pen(house, paivi);
		await vi.waitFor(() => expect(pen.saved).toBe(1));
		held = true;
		pen.write('first');
		await vi.waitFor(() => expect(commits).toHaveLength(1));
		pen.write('second, on top of the first');
		const other = new Pen(house, amelie);
		await vi.waitFor(() => expect(other.seats).toEqual(['write']));
		commits[0]?.(true);
		held = false;
		await vi.waitFor(() => expect(pen.closed).toContain(4205));
		// Whatever was written: it can be read, and the author's second try brings both.
		await vi.waitFor(async () => expect(await house.storedText()).toContain('second, on top of the first'));
		expect(await house.storedText()).toBe(pen.text);
	});
});

describe('a server that is killed between a commit and its sending', () => {
	it('has lost nothing: what was on disk is there for everybody, what was not is sent again', async () => {
		const folder = temporaryFolder();
		const process_ = fileURLToPath(new URL('./killed-server.ts', import.meta.url));
		const child = spawn(process.execPath, [process_, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
		const closed = once(child, 'close');
		const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
		const pen = new Pen({ url: line } as House, paivi);
		await vi.waitFor(() => expect(pen.saved).toBe(1));
		pen.write('last words');
		expect((await closed)[1]).toBe('SIGKILL');
		// It was on disk, and nobody was told.
		expect(pen.saved).toBe(1);
		const house = await House.open({ folder });
		expect(await house.storedText()).toContain('last words');
		pen.goOffline();
		pen.write('unsent words');
		const again = new Pen(house, paivi, { doc: pen.doc });
		const other = new Pen(house, amelie);
		await vi.waitFor(() => expect(other.text).toContain('unsent words'));
		expect(other.text.match(/last words/g)).toHaveLength(1);
		expect(textOf(await house.stored())).toBe(again.text);
	}, 20_000);
});
