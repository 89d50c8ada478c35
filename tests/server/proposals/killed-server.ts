// A server of its own that kills itself right after the second commit of a text is on disk, before anybody is told.
// It prints its address.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { seatIn } from '#lib/domain/proposal-access.ts';
import { firstContent } from '../../../server/proposals/first-content.ts';
import { createProposalGateway } from '../../../server/proposals/proposal-gateway.ts';
import { GroupCommit } from '../../../server/store/group-commit.ts';
import { openDatabase } from '../../../server/store/sqlite/open-database.ts';
import { SqliteStore } from '../../../server/store/sqlite-store.ts';
import type { Batch } from '../../../server/store/store.ts';
import { readyDraft } from '../../domain/given.ts';
import { id, paivi } from '../../domain/story.ts';

const [folder = ''] = process.argv.slice(2);

class KilledStore extends SqliteStore {
	override async commit(batch: Batch): Promise<void> {
		await super.commit(batch);
		if (batch.documents.some(({ updates }) => updates.some((update) => Buffer.from(update).includes('last words')))) {
			process.kill(process.pid, 'SIGKILL');
		}
	}
}

const store = new KilledStore(openDatabase(folder), () => undefined);
const documents = [{ proposalId: id('bus'), epoch: 1, updates: [firstContent('en')] }];
await store.commit({ boards: [], directory: [], documents });
const { board } = readyDraft();
const gateway = createProposalGateway({
	store,
	commit: new GroupCommit(store, 1),
	sessions: { read: async (_headers, kind) => ({ kind, sessionId: 's', personId: paivi.personId, board: null }) },
	directory: {
		person: (personId) => ({ id: personId, name: 'Päivi', centreId: paivi.centreId, verified: true, organiser: false })
	},
	seats: {
		seat: async (proposalId, reader) => ({ is: seatIn(board, proposalId, reader), version: 0 }),
		seatNow: (proposalId, reader) => ({ is: seatIn(board, proposalId, reader), version: 0 }),
		boardOf: async () => id('board')
	},
	logger: { info: () => undefined, error: console.error }
});
const server = createServer().on('upgrade', (request, socket, head) => {
	gateway.handleUpgrade(request, socket, head, id('bus'));
});
server.listen(0, '127.0.0.1', () => {
	console.log(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/proposals`);
});
