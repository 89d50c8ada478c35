import type { Page } from '@playwright/test';
import { io } from 'socket.io-client';
import type { Command } from '#lib/domain/command.ts';
import { newId } from '#lib/domain/ids.ts';
import type { Ack } from '#lib/protocol/messages.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';

/** Speaks with a page's own session what its buttons do not offer. @returns what the server answers */
export async function forge(page: Page, command: Command): Promise<Ack> {
	const { origin, pathname } = new URL(page.url());
	const cookies = await page.context().cookies(origin);
	const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
	const socket = io(origin, {
		auth: { protocolVersion: PROTOCOL_VERSION, as: 'delegate' },
		transports: ['websocket'],
		forceNew: true,
		extraHeaders: { cookie, origin }
	});
	try {
		const submissionId = newId((bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));
		const board = pathname.split('/')[2] ?? '';
		return (await socket.timeout(10_000).emitWithAck('submit', { board, submissionId, command })) as Ack;
	} finally {
		socket.disconnect();
	}
}
