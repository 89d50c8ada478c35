import { randomFillSync } from 'node:crypto';
import { io } from 'socket.io-client';
import { newId } from '#lib/domain/ids.ts';
import { moveToPhase } from '#lib/domain/commands/move-to-phase.ts';
import { setPrivateWriting } from '#lib/domain/commands/set-private-writing.ts';
import type { Command } from '#lib/domain/command.ts';
import type { Ack } from '#lib/protocol/messages.ts';
import { newCentre } from '#lib/organise/centre-rows.ts';
import { PROTOCOL_VERSION } from '#lib/protocol/version.ts';
import type { ForumRequest, WorkshopRow } from '#lib/protocol/rest.ts';
import type { CentreRequest } from '#lib/protocol/rest-centres.ts';

export type OpenWorkshop = { readonly board: string; readonly joinCode: string; readonly centres: readonly string[] };

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/**
 * Does what an organiser does, through the same addresses: claims the first link, creates the forum, sixty centres and a
 * workshop, and starts it.
 */
export async function openWorkshop(link: URL, privateWriting: boolean): Promise<OpenWorkshop> {
	const { origin } = link;
	let cookie = '';
	const ask = async <Body>(method: string, path: string, body?: object): Promise<Body> => {
		const headers = { 'content-type': 'application/json', origin, cookie, 'x-session': 'organiser' };
		const response = await fetch(`${origin}/api${path}`, {
			method,
			headers,
			...(body && { body: JSON.stringify(body) })
		});
		if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
		const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0]);
		if (cookies.length > 0) cookie = cookies.join('; ');
		return (await response.json()) as Body;
	};
	await ask('POST', '/organiser/claim', {
		token: link.hash.slice(1),
		name: 'Bench',
		passphrase: 'a bench measures every day'
	});
	const forum: ForumRequest = {
		name: 'Bench',
		place: 'Here',
		firstDay: day(0),
		lastDay: day(2),
		timeZone: 'Europe/Paris',
		languages: ['en'],
		controller: 'Bench',
		privacyNotice: 'Figures only.',
		retentionDay: day(200)
	};
	await ask('PUT', '/forum', forum);
	const centres: string[] = [];
	for (let index = 0; index < 60; index += 1) {
		const { id } = await ask<{ id: string }>('POST', '/centres', centreRequest(index));
		centres.push(id);
	}
	const times = { startsLocal: `${day(0)}T09:00`, endsLocal: `${day(0)}T23:00` };
	const { id: board, joinCode } = await ask<WorkshopRow>('POST', '/workshops', {
		title: 'Bench',
		room: '1',
		language: 'en',
		...times
	});
	await speak(origin, cookie, board, [
		moveToPhase.with({ phase: 'match' }),
		...(privateWriting ? [setPrivateWriting.with({ on: true })] : [])
	]);
	return { board, joinCode, centres };
}

/**
 * Joins, signs in or does whatever else begins a session.
 * @param path below `/api`
 * @returns the cookies of the session, as a browser would send them
 */
export async function cookieOf(origin: string, path: string, body: object): Promise<string> {
	const headers = { 'content-type': 'application/json', origin };
	const response = await fetch(`${origin}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
	if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
	const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0]);
	return cookies.join('; ');
}

function centreRequest(index: number): CentreRequest {
	return { ...newCentre, name: `Bench centre ${index}`, country: 'FR', kind: 'vet-provider' };
}

async function speak(origin: string, cookie: string, board: string, commands: readonly Command[]): Promise<void> {
	const auth = { protocolVersion: PROTOCOL_VERSION, as: 'organiser' };
	const socket = io(origin, { auth, transports: ['websocket'], forceNew: true, extraHeaders: { cookie, origin } });
	for (const command of commands) {
		const submission = { board, submissionId: newId((bytes) => randomFillSync(bytes)), command };
		const ack = (await socket.timeout(10_000).emitWithAck('submit', submission)) as Ack;
		if (ack.is !== 'saved') throw new Error(`${command.name}: ${JSON.stringify(ack)}`);
	}
	socket.disconnect();
}
