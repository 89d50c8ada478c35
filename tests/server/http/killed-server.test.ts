import { io, type Socket } from 'socket.io-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { postChallenge } from '#lib/domain/commands/post-challenge.ts';
import { newId } from '#lib/domain/ids.ts';
import type { SnapshotMessage } from '#lib/protocol/frame.ts';
import type { Ack, ClientToServer, HelloAnswer, ServerToClient } from '#lib/protocol/messages.ts';
import type { Me } from '#lib/protocol/rest.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { addressIn, run } from './own-program.ts';

type Phone = {
	readonly board: string;
	readonly cookie: string;
	readonly socket: Socket<ServerToClient, ClientToServer>;
};

const draw = () => newId((bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));

function connect(origin: string, cookie: string): Phone['socket'] {
	const extraHeaders = { origin, cookie };
	const auth = { protocolVersion: PROTOCOL_VERSION, as: 'delegate' };
	const socket: Phone['socket'] = io(origin, { transports: ['websocket'], extraHeaders, auth, forceNew: true });
	onTestFinished(() => void socket.close());
	return socket;
}

/** Opens a delegate's link from the printed ones, as a phone does. */
async function enter(out: string): Promise<Phone> {
	const origin = addressIn(out);
	const token = new RegExp(`${origin}/device#(\\S+)`).exec(out)?.[1];
	const claimed = await fetch(`${origin}/api/device/claim`, {
		method: 'POST',
		headers: { origin, 'content-type': 'application/json' },
		body: JSON.stringify({ token })
	});
	expect(claimed.status).toBe(200);
	const cookie = claimed.headers
		.getSetCookie()
		.map((line) => line.slice(0, line.indexOf(';')))
		.join('; ');
	const { workshops } = (await claimed.json()) as Me;
	const board = workshops.find(({ joined }) => joined)?.id ?? '';
	return { board, cookie, socket: connect(origin, cookie) };
}

async function hello({ socket, board }: Phone): Promise<HelloAnswer['is']> {
	const answer = await socket.emitWithAck('hello', { protocolVersion: PROTOCOL_VERSION, board, version: null });
	return answer.is;
}

describe('a server that is killed while people post', () => {
	it('has every acknowledged card when it comes back, knows the same session, and answers the same submission the same', async () => {
		const folder = temporaryFolder();
		const first = run({ DATA_DIR: folder }, '--demo');
		const phone = await enter(await first.says('what was done is kept'));
		expect(await hello(phone)).toBe('snapshot');

		const submissions = Array.from({ length: 12 }, (_, index) => ({
			board: phone.board,
			submissionId: draw(),
			command: postChallenge.with({
				cardId: draw(),
				title: `Challenge ${index}`,
				text: '',
				language: 'en',
				sectors: [],
				networkId: null
			})
		}));
		const saved = new Map<string, Ack>();
		const tenth = new Promise<void>((resolve) => {
			for (const submission of submissions) {
				phone.socket.emit('submit', submission, (ack) => {
					saved.set(submission.submissionId, ack);
					if (saved.size === 10) resolve();
				});
			}
		});
		await tenth;
		await first.end('SIGKILL');
		expect([...saved.values()].map(({ is }) => is)).toEqual(Array.from(saved, () => 'saved'));

		const second = run({ DATA_DIR: folder }, '--demo');
		const origin = addressIn(await second.says('what was done is kept'));
		const answer = await fetch(`${origin}/api/boards/${phone.board}/seen`, {
			headers: { cookie: phone.cookie, 'x-session': 'delegate' }
		});
		expect(answer.status).toBe(200);
		const { seen } = (await answer.json()) as SnapshotMessage;
		const back: Phone = { ...phone, socket: connect(origin, phone.cookie) };
		expect(await hello(back)).toBe('snapshot');
		for (const submission of submissions) {
			const before = saved.get(submission.submissionId);
			if (!before) continue;
			const { cardId } = submission.command.input as { cardId: string };
			expect(seen.cards[cardId]).toBeDefined();
			expect(await back.socket.emitWithAck('submit', submission)).toEqual(before);
		}
	});
});
