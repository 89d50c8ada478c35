import type { Request, Response } from 'express';
import { describe, expect, it } from 'vitest';
import type { WorkshopRow } from '#lib/protocol/rest.ts';
import { DeedLimits } from '../../../server/http/routes/deed-limits.ts';
import { joining, runningForum } from './forum.ts';
import { openHouse, type House } from './house.ts';

const minute = 60_000;

async function forum() {
	const house = await openHouse();
	return { house, ...(await runningForum(house)) };
}

async function comeIn(house: House, workshop: WorkshopRow, centreId: string, count: number): Promise<number[]> {
	const answers = await Promise.all(
		Array.from({ length: count }, (_, n) =>
			joining(house.browser(), workshop, { name: `Delegate ${n}`, centre: { id: centreId } })
		)
	);
	return answers.map(({ status }) => status);
}

describe('coming in', () => {
	it('works for a whole forum at once, and for sixty people a minute after any flood', () => {
		const clock = { now: 0 };
		const limits = new DeedLimits({ now: () => clock.now, random: (bytes) => bytes, acceptsPlainHttp: true });
		// A phone that has never been here brings no cookie.
		const [request, response] = [{ get: () => undefined }, {}] as unknown as [Request, Response];
		const comeIn = (count: number) =>
			Array.from({ length: count }, () => limits.newcomer(request, response, 'board', false)?.code);
		expect(new Set(comeIn(1000))).toEqual(new Set([undefined]));
		expect(comeIn(1)).toEqual(['try-later']);
		clock.now += minute;
		expect(new Set(comeIn(60))).toEqual(new Set([undefined]));
		expect(limits.newcomer(request, response, 'another board', false)).toBeNull();
	});

	it('of sixty phones behind one address works within the minute, over the wire', async () => {
		const { house, workshop, centreId } = await forum();
		expect(new Set(await comeIn(house, workshop, centreId, 60))).toEqual(new Set([200]));
	});

	it('again and again from one device slows down, says how long to wait, and troubles no neighbour', async () => {
		const { house, workshop, centreId } = await forum();
		const phone = house.browser();
		const request = { name: 'Päivi', centre: { id: centreId } };
		const statuses: number[] = [];
		for (let n = 0; n < 15; n += 1) statuses.push((await joining(phone, workshop, request)).status);
		expect(statuses).toEqual([...Array.from({ length: 14 }, () => 200), 429]);
		expect(await joining(phone, workshop, request)).toMatchObject({
			body: { code: 'too-often', values: { seconds: 20 } },
			headers: { 'retry-after': '20' }
		});
		expect(await comeIn(house, workshop, centreId, 1)).toEqual([200]);
		house.clock.now += 20_000;
		expect((await joining(phone, workshop, request)).status).toBe(200);
	});

	it('with a new organisation is possible a hundred times in a room, until the organiser has looked at some', async () => {
		const { house, workshop, centreId } = await forum();
		const ask = (n: number) =>
			house.directory.people.join({
				board: workshop.id,
				name: 'Oskari',
				centre: { asked: { name: `Sample ${n}`, city: '', country: null, kind: null } },
				attempt: null
			});
		for (let n = 0; n < 100; n += 1) expect(await ask(n)).toMatchObject({ centreIsNew: true });
		expect(await ask(100)).toMatchObject({ code: 'centres-asked-too-many' });
		expect(await ask(7)).toMatchObject({ centreIsNew: false });
		expect(await comeIn(house, workshop, centreId, 1)).toEqual([200]);
	});
});

describe('a delegate', () => {
	it('is renamed some times at once, then every 30 seconds, and the same name again costs nothing', async () => {
		const { house, delegate } = await forum();
		const { phone } = await delegate();
		const rename = async (name: string) => (await phone.put('/me', { name })).status;
		for (let n = 0; n < 10; n += 1) expect(await rename(`Päivi ${n}`)).toBe(200);
		expect([await rename('Päivi 9'), await rename('Päivi')]).toEqual([200, 429]);
		house.clock.now += 30_000;
		expect(await rename('Päivi')).toBe(200);
	});

	it('makes some links to other devices at once, then one every 30 seconds', async () => {
		const { house, delegate } = await forum();
		const { phone } = await delegate();
		const link = async () => (await phone.post('/me/device-links')).status;
		for (let n = 0; n < 10; n += 1) expect(await link()).toBe(200);
		expect(await link()).toBe(429);
		house.clock.now += 30_000;
		expect(await link()).toBe(200);
	});
});
