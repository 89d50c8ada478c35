import { networkInterfaces } from 'node:os';
import { once } from 'node:events';
import { io } from 'socket.io-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { allowedOrigins } from '../../../server/http/origin.ts';
import { ask, openHouse, type OpenHouse } from './house.ts';

const proposal = 'proposal000000000000';

const upgrade = (house: OpenHouse, path: string, origin?: string) =>
	ask(house, path, {
		headers: {
			connection: 'Upgrade',
			upgrade: 'websocket',
			'sec-websocket-version': '13',
			'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
			...(origin !== undefined && { origin })
		}
	});

/** Origins that look like ours. */
const forged = ({ port }: OpenHouse) => [
	'https://evil.example',
	'null',
	`https://localhost:${port}`,
	`http://localhost:${port + 1}`,
	'http://localhost',
	`http://localhost:${port}.evil.example`,
	`http://localhost.evil.example:${port}`,
	`http://localhost:${port}/`,
	`HTTP://LOCALHOST:${port}`
];

describe('a request that may change something', () => {
	it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('is refused from any origin but ours: %s', async (method) => {
		const house = await openHouse();
		for (const origin of forged(house)) {
			const { status, body } = await ask(house, '/api/nothing', { method, headers: { origin } });
			expect({ origin, status, code: (JSON.parse(body) as { code: string }).code }).toEqual({
				origin,
				status: 403,
				code: 'origin-refused'
			});
		}
		expect((await ask(house, '/api/nothing', { method })).status).toBe(403);
		expect((await ask(house, '/api/nothing', { method, headers: { origin: house.origin } })).status).toBe(404);
		const byNumber = `http://127.0.0.1:${house.port}`;
		expect((await ask(house, '/api/nothing', { method, headers: { origin: byNumber } })).status).toBe(404);
	});

	it('comes from the public origin and from no other when there is one', async () => {
		const house = await openHouse({ environment: { PUBLIC_ORIGIN: 'https://board.example.eu' } });
		const from = async (origin: string) => (await ask(house, '/api/x', { method: 'POST', headers: { origin } })).status;
		expect(await from('https://board.example.eu')).toBe(404);
		expect(await from(house.origin)).toBe(403);
		expect(await from('http://board.example.eu')).toBe(403);
	});
});

describe('a laptop in the room', () => {
	it('is spoken to by its own names and addresses at its port, and by the public origin', () => {
		const own = Object.values(networkInterfaces())
			.flatMap((addresses) => addresses ?? [])
			.filter(({ family }) => family === 'IPv4');
		const origins = allowedOrigins(
			{ publicOrigin: 'http://room.test:4000', plainHttpRoom: true, host: null },
			() => 4000
		);
		const names = ['localhost', 'room.test', ...own.map(({ address }) => address)];
		for (const name of names) expect(origins.allows(`http://${name}:4000`)).toBe(true);
		for (const name of names) expect(origins.allows(`http://${name}:4001`)).toBe(false);
		expect(origins.allows('http://203.0.113.7:4000')).toBe(false);
		expect(origins.allows(undefined)).toBe(false);
	});

	it('that listens on one address only is opened there, also by the person at it', () => {
		const origins = allowedOrigins({ publicOrigin: null, plainHttpRoom: true, host: '192.168.1.5' }, () => 4000);
		expect(origins.forHere()).toBe('http://192.168.1.5:4000');
		expect(origins.forOthers()).toBe('http://192.168.1.5:4000');
		const everywhere = allowedOrigins({ publicOrigin: null, plainHttpRoom: true, host: '0.0.0.0' }, () => 4000);
		expect(everywhere.forHere()).toBe('http://localhost:4000');
	});

	it('without being declared one is spoken to on this machine only', () => {
		const origins = allowedOrigins({ publicOrigin: null, plainHttpRoom: false, host: '127.0.0.1' }, () => 80);
		expect(origins.allows('http://localhost')).toBe(true);
		expect(origins.allows('http://127.0.0.1')).toBe(true);
		expect(origins.forOthers()).toBe('http://localhost');
		const outside = Object.values(networkInterfaces())
			.flatMap((addresses) => addresses ?? [])
			.filter(({ internal, family }) => !internal && family === 'IPv4');
		for (const { address } of outside) expect(origins.allows(`http://${address}`)).toBe(false);
	});
});

describe('a board connection', () => {
	it('is refused by HTTP from any origin but ours, and without one', async () => {
		const house = await openHouse();
		const socket = '/socket.io/?EIO=4&transport=websocket';
		for (const origin of forged(house)) expect((await upgrade(house, socket, origin)).status).toBe(400);
		expect((await upgrade(house, socket)).status).toBe(400);
		expect((await upgrade(house, socket, house.origin)).status).toBe(101);
	});

	it('by long polling is refused from any origin but ours; only a plain read may come without one', async () => {
		const house = await openHouse();
		const poll = '/socket.io/?EIO=4&transport=polling';
		const foreign = await ask(house, poll, { headers: { origin: 'https://evil.example' } });
		expect(foreign.status).toBe(403);
		expect(foreign.body).toContain('came from another site');
		expect((await ask(house, poll)).status).toBe(200);
		expect((await ask(house, poll, { method: 'POST', body: '40' })).status).toBe(400);
	});

	it.each(['websocket', 'polling'])('of a page of ours is let in by %s', async (transport) => {
		const house = await openHouse();
		const socket = io(house.origin, {
			transports: [transport],
			extraHeaders: { origin: house.origin },
			forceNew: true
		});
		onTestFinished(() => void socket.close());
		await new Promise<void>((resolve, reject) => {
			socket.once('connect', resolve).once('connect_error', reject);
		});
		expect(socket.connected).toBe(true);
	});
});

describe('an upgrade', () => {
	it('to an address that nobody serves is answered with 404', async () => {
		const house = await openHouse();
		for (const path of [
			'/',
			'/ws',
			'/proposals',
			'/proposals/',
			'/proposals/short',
			`/proposals/${proposal}/x`,
			'/socket.io'
		]) {
			expect({ path, status: (await upgrade(house, path, house.origin)).status }).toEqual({ path, status: 404 });
		}
	});

	it('to a text is refused by HTTP from any origin but ours, and without one', async () => {
		const house = await openHouse();
		for (const origin of forged(house))
			expect((await upgrade(house, `/proposals/${proposal}`, origin)).status).toBe(403);
		expect((await upgrade(house, `/proposals/${proposal}`)).status).toBe(403);
	});

	it('to a text completes its handshake for a page of ours, and says by its code that nobody is signed in', async () => {
		const house = await openHouse();
		const socket = new WebSocket(`ws://127.0.0.1:${house.port}/proposals/${proposal}?as=delegate`, {
			origin: house.origin
		});
		const [code] = (await once(socket, 'close')) as [number];
		expect(code).toBe(4401);
	});

	it('that breaks off does not harm the server', async () => {
		const house = await openHouse();
		await Promise.all(Array.from({ length: 20 }, () => upgrade(house, '/nowhere', house.origin)));
		expect((await ask(house, '/healthz')).status).toBe(200);
	});
});
