import { describe, expect, it } from 'vitest';
import { passphrase, runningForum } from './forum.ts';
import { openHouse } from './house.ts';

describe('guessing', () => {
	it('of a device slows down after some wrong codes, and a right one still gets in at once', async () => {
		const house = await openHouse();
		const { workshop, delegate, sheet } = await runningForum(house);
		const { phone } = await delegate();
		const statuses: number[] = [];
		for (let guess = 0; guess < 10; guess += 1) {
			statuses.push((await phone.post('/me/verify', { delegationCode: `0000-0000-000${guess}` })).status);
		}
		expect(statuses).toEqual([422, 422, 422, 422, 422, 422, 422, 429, 429, 429]);
		expect(house.held).toEqual([500, 1000, 2000]);
		expect((await phone.get(`/join/${workshop.joinCode}`)).status).toBe(200);
		expect((await phone.post('/me/verify', { delegationCode: sheet.code })).status).toBe(200);
		expect(house.held).toHaveLength(3);
	});

	it('is answered with a sentence and how long to wait', async () => {
		const house = await openHouse();
		const phone = house.browser();
		for (let guess = 0; guess < 7; guess += 1) await phone.get('/join/00000000');
		const { status, body, headers } = await phone.get('/join/00000000');
		expect(status).toBe(429);
		expect(body).toMatchObject({ code: 'guesses-too-many', values: { seconds: 20 } });
		expect(headers['retry-after']).toBe('20');
	});

	it('waits five seconds at most', async () => {
		const house = await openHouse();
		const phone = house.browser();
		for (let guess = 0; guess < 20; guess += 1) await phone.get('/join/00000000');
		expect(Math.max(...house.held)).toBe(5000);
	});

	it('is forgotten after a while', async () => {
		const house = await openHouse();
		const phone = house.browser();
		for (let guess = 0; guess < 8; guess += 1) await phone.get('/join/00000000');
		house.clock.now += 3 * 60 * 1000;
		expect((await phone.get('/join/00000000')).status).toBe(404);
	});

	it('of one device does not slow its neighbour, although they share an address', async () => {
		const house = await openHouse();
		const [restless, neighbour] = [house.browser(), house.browser()];
		for (let guess = 0; guess < 8; guess += 1) await restless.get('/join/00000000');
		expect((await restless.get('/join/00000000')).status).toBe(429);
		expect((await neighbour.get('/join/00000000')).status).toBe(404);
	});

	it('at one organisation slows down across devices', async () => {
		const house = await openHouse();
		const { delegate, sheet } = await runningForum(house);
		const statuses: number[] = [];
		for (let device = 0; device < 21; device += 1) {
			const { phone } = await delegate(`Delegate ${device}`);
			statuses.push((await phone.post('/me/verify', { delegationCode: '0000-0000-0000' })).status);
		}
		expect(statuses.slice(0, 20)).toEqual(statuses.slice(0, 20).map(() => 422));
		expect(statuses[20]).toBe(429);
		const { phone } = await delegate();
		expect((await phone.post('/me/verify', { delegationCode: sheet.code })).status).toBe(200);
	});

	it('without cookies slows down with all others that have none', async () => {
		const house = await openHouse();
		const statuses: number[] = [];
		for (let guess = 0; guess < 201; guess += 1) statuses.push((await house.browser().get('/join/00000000')).status);
		expect(statuses.filter((status) => status === 404)).toHaveLength(200);
		expect(statuses[200]).toBe(429);
	});

	it('of an organiser’s passphrase slows down, and the right one gets in', async () => {
		const house = await openHouse();
		await runningForum(house);
		const browser = house.browser();
		const statuses: number[] = [];
		for (let guess = 0; guess < 8; guess += 1) {
			statuses.push((await browser.post('/organiser/sign-in', { name: 'Odile', passphrase: `guess ${guess}` })).status);
		}
		expect(statuses.slice(-1)).toEqual([429]);
		expect((await browser.post('/organiser/sign-in', { name: 'Odile', passphrase })).status).toBe(200);
	});
});
