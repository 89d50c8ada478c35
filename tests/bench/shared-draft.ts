import { randomFillSync } from 'node:crypto';
import { io } from 'socket.io-client';
import { createProposal } from '#lib/domain/commands/create-proposal.ts';
import { newId } from '#lib/domain/ids.ts';
import type { Ack } from '#lib/protocol/messages.ts';
import type { CodeSheets } from '#lib/protocol/rest-centres.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import { cookieOf, openWorkshop } from './workshop.ts';

export type SharedDraft = { readonly proposalId: string; readonly origin: string; readonly cookies: readonly string[] };

const random = () => newId((bytes) => randomFillSync(bytes));

/**
 * People of one centre who have joined with its code, so that all of them may write, and a draft that the first of them
 * has made; all through the same addresses as a phone.
 */
export async function openSharedDraft(link: URL, people: number): Promise<SharedDraft> {
	const { origin } = link;
	const { board, joinCode, centres } = await openWorkshop(link, false);
	const centreId = centres[0] ?? '';
	const delegationCode = await codeOf(origin, centreId);
	const cookies: string[] = [];
	for (let index = 0; index < people; index += 1) {
		const body = { name: `Bench ${index}`, centre: { id: centreId }, delegationCode };
		cookies.push(await cookieOf(origin, `/join/${joinCode}`, body));
	}
	const proposalId = random();
	await submit(origin, cookies[0] ?? '', board, proposalId);
	return { proposalId, origin, cookies };
}

async function codeOf(origin: string, centreId: string): Promise<string> {
	const cookie = await cookieOf(origin, '/organiser/sign-in', {
		name: 'Bench',
		passphrase: 'a bench measures every day'
	});
	const response = await fetch(`${origin}/api/centres/codes`, { headers: { cookie, 'x-session': 'organiser' } });
	const { sheets } = (await response.json()) as CodeSheets;
	const sheet = sheets.find((one) => one.centreId === centreId);
	if (!sheet) throw new Error(`The centre has no code: ${response.status}`);
	return sheet.code;
}

async function submit(origin: string, cookie: string, board: string, proposalId: string): Promise<void> {
	const auth = { protocolVersion: PROTOCOL_VERSION, as: 'delegate' };
	const socket = io(origin, { auth, transports: ['websocket'], forceNew: true, extraHeaders: { cookie, origin } });
	const command = createProposal.with({
		proposalId,
		title: 'A text of many',
		language: 'en',
		cardIds: [],
		invited: []
	});
	const submission = { board, submissionId: random(), command };
	const ack = (await socket.timeout(10_000).emitWithAck('submit', submission)) as Ack;
	socket.disconnect();
	if (ack.is !== 'saved') throw new Error(`create-proposal: ${JSON.stringify(ack)}`);
}
