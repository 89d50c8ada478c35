import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../server/store/sqlite/open-database.ts';
import { SqliteStore } from '../../../server/store/sqlite-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

const committing = fileURLToPath(new URL('./committing-process.ts', import.meta.url));
const board = 'board000000000000000';
const proposal = 'proposal000000000000';

/** Runs the committing process and kills it right after it acknowledged this many commits. @returns all it acknowledged */
async function killAfter(acknowledged: number, folder: string): Promise<number[]> {
	const child = spawn(process.execPath, [committing, folder, board, proposal], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const closed = once(child, 'close');
	const seen: number[] = [];
	for await (const line of createInterface(child.stdout)) {
		seen.push(Number(line));
		if (seen.length === acknowledged) child.kill('SIGKILL');
	}
	await closed;
	return seen;
}

describe('a process that is killed', () => {
	it.each([1, 30, 101])('loses nothing that it acknowledged, killed after %i', async (count) => {
		const folder = temporaryFolder();
		const acknowledged = await killAfter(count, folder);
		expect(acknowledged.length).toBeGreaterThanOrEqual(count);

		const store = new SqliteStore(openDatabase(folder), () => undefined);
		const events = await store.loadBoard(board);
		expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
		expect(events.length).toBeGreaterThanOrEqual(Math.max(...acknowledged));
		for (const n of acknowledged) {
			expect(events[n - 1]?.texts).toEqual({ title: `Card ${n}` });
			expect(await store.findSubmission(board, 'p', `s${n}`)).toMatchObject({ seq: n });
		}
		const document = await store.loadDocument(proposal);
		expect(document?.updates.map((update) => update[0])).toEqual(events.map(({ seq }) => seq % 256));
		await store.close();
	});
});
