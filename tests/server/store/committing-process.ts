// A process of its own that commits to a store through the group commit and prints each acknowledgement, until it is
// killed: what it printed was acknowledged.
import { writeSync } from 'node:fs';
import { GroupCommit } from '../../../server/store/group-commit.ts';
import { openDatabase } from '../../../server/store/sqlite/open-database.ts';
import { SqliteStore } from '../../../server/store/sqlite-store.ts';

const [folder = '', board = '', proposalId = ''] = process.argv.slice(2);
const store = new SqliteStore(openDatabase(folder), () => undefined);
const commit = new GroupCommit(store, 1);

async function commitOne(n: number): Promise<void> {
	const event = { seq: n, type: 'challenge-posted', at: n, by: null, data: { n }, texts: { title: `Card ${n}` } };
	const submission = { personId: 'p', submissionId: `s${n}`, commandHash: 'h', seq: n };
	await commit.add({
		boards: [{ board, events: [event], submissions: [submission] }],
		documents: [{ proposalId, epoch: 1, updates: [Uint8Array.of(n % 256)] }]
	});
	// Straight to the descriptor: nothing that was acknowledged may wait in this process when it is killed.
	writeSync(1, `${n}\n`);
}

for (let n = 1; ; n += 4) await Promise.all([0, 1, 2, 3].map((step) => commitOne(n + step)));
