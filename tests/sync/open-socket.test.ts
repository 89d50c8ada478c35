import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, expect, test, vi } from 'vitest';
import { openSocket } from '#lib/board/open-socket.ts';

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
	for (const end of ends.splice(0)) await end();
	vi.unstubAllGlobals();
});

/** A server that says nothing but its heartbeat. @returns where it listens */
async function quietServer(): Promise<string> {
	const http = createServer();
	const io = new Server(http, { pingInterval: 20, pingTimeout: 10_000 });
	ends.push(() => io.close());
	await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
	return `127.0.0.1:${(http.address() as AddressInfo).port}`;
}

test('the heartbeat counts as heard, also after the connection was lost and made anew', async () => {
	vi.stubGlobal('location', { protocol: 'http:', host: await quietServer() });
	let heard = (): void => undefined;
	const socket = openSocket('delegate', () => heard());
	ends.push(() => void socket.disconnect());
	const connected = () => new Promise<void>((resolve) => socket.once('connect', resolve));
	const hears = () => new Promise<void>((resolve) => (heard = resolve));
	await connected();
	await hears();
	socket.io.engine.close();
	await connected();
	for (let times = 0; times < 3; times += 1) await hears();
	expect(socket.connected).toBe(true);
});
