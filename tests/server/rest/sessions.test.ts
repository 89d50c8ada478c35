import { describe, expect, it } from 'vitest';
import type { Me, OneTimeLink, SessionsHere } from '#lib/protocol/rest.ts';
import { hashOfSessionId } from '../../../server/http/session-adapter.ts';
import { forumOfLyon, joining, organiserOf, runningForum, tokenIn } from './forum.ts';
import { openHouse } from './house.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

describe('one browser', () => {
	it('is a delegate, a facilitator, an organiser and a screen at once, and says as which it speaks', async () => {
		const house = await openHouse();
		const { organiser: browser, workshop, centreId } = await runningForum(house);
		await joining(browser, workshop, { name: 'Odile', centre: { id: centreId } });
		const { body: link } = await browser.post<OneTimeLink>(`/workshops/${workshop.id}/facilitator-links`, {
			name: 'Odile'
		});
		await browser.post('/facilitator/claim', { token: tokenIn(link) });
		const { body: screen } = await browser.post<OneTimeLink>(
			`/workshops/${workshop.id}/screen-links`,
			{},
			'facilitator'
		);
		await browser.post('/screen/claim', { token: tokenIn(screen) });
		expect([...browser.cookies.keys()].sort()).toEqual([
			'__Host-cove-delegate',
			'__Host-cove-facilitator',
			'__Host-cove-organiser',
			'__Host-cove-screen'
		]);
		const { body: here } = await browser.get<SessionsHere>('/sessions');
		expect(here).toMatchObject({
			delegate: { name: 'Odile' },
			facilitator: { name: 'Odile', workshops: [{ id: workshop.id }] },
			organiser: { name: 'Odile' },
			screen: { board: workshop.id, title: workshop.title, joinUrl: workshop.joinUrl }
		});
		expect(new Set([here.delegate, here.facilitator, here.organiser].map((one) => one?.personId)).size).toBe(3);
		expect(await browser.get('/workshops', 'facilitator')).toMatchObject({
			status: 403,
			body: { code: 'not-allowed' }
		});
		await browser.post('/sign-out', {}, 'facilitator');
		const { body: after } = await browser.get<SessionsHere>('/sessions');
		expect(after).toMatchObject({ facilitator: null, delegate: { name: 'Odile' }, organiser: { name: 'Odile' } });
	});

	it('cannot use the id of one kind in the cookie of another', async () => {
		const house = await openHouse();
		const { delegate } = await runningForum(house);
		const { phone } = await delegate();
		const id = phone.cookies.get('__Host-cove-delegate') ?? '';
		for (const kind of ['facilitator', 'organiser', 'screen']) phone.cookies.set(`__Host-cove-${kind}`, id);
		const { body } = await phone.get<SessionsHere>('/sessions');
		expect(body).toMatchObject({ facilitator: null, organiser: null, screen: null });
		expect((await phone.get('/me')).status).toBe(200);
	});

	it('gets an id that nobody has seen before at every sign-in, and the one before is worth nothing', async () => {
		const house = await openHouse();
		const { workshop, centreId } = await runningForum(house);
		const phone = house.browser();
		phone.cookies.set('__Host-cove-delegate', 'planted');
		await joining(phone, workshop, { name: 'Päivi', centre: { id: centreId } });
		const first = phone.cookies.get('__Host-cove-delegate')!;
		expect(first).not.toBe('planted');
		await joining(phone, workshop, { name: 'Oskari', centre: { id: centreId } });
		expect(phone.cookies.get('__Host-cove-delegate')).not.toBe(first);
		phone.cookies.set('__Host-cove-delegate', first);
		expect((await phone.get('/me')).status).toBe(401);
	});
});

describe('cookies', () => {
	it('are bound to the host, Secure, HttpOnly and SameSite on localhost and at an encrypted origin', async () => {
		for (const environment of [{}, { PUBLIC_ORIGIN: 'https://board.example.eu' }]) {
			const house = await openHouse(environment);
			const { workshop, centreId } = await runningForum(house);
			const { setCookies } = await joining(house.browser(), workshop, { name: 'Päivi', centre: { id: centreId } });
			expect(setCookies).toEqual([
				expect.stringMatching(/^__Host-cove-delegate=\S+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/)
			]);
		}
	});

	it('have a name of their own, without Secure, at a plain-http origin in the room', async () => {
		const house = await openHouse({ PUBLIC_ORIGIN: 'http://room.test', ROOM_HTTP: '1' });
		const { workshop, centreId } = await runningForum(house);
		const phone = house.browser('http://room.test');
		const { setCookies } = await joining(phone, workshop, { name: 'Päivi', centre: { id: centreId } });
		expect(setCookies).toEqual([
			expect.stringMatching(/^cove-room-delegate=\S+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/)
		]);
		expect((await phone.get<Me>('/me')).body.person.name).toBe('Päivi');
	});

	it('of the plain-http name count for nothing at an encrypted origin', async () => {
		const house = await openHouse({ PUBLIC_ORIGIN: 'https://board.example.eu' });
		const { delegate } = await runningForum(house);
		const { phone } = await delegate();
		const id = phone.cookies.get('__Host-cove-delegate')!;
		phone.cookies.clear();
		phone.cookies.set('cove-room-delegate', id);
		expect((await phone.get('/me')).status).toBe(401);
	});

	it('are plain for Safari on localhost, which takes no Secure cookie there', async () => {
		const house = await openHouse();
		const { workshop, centreId } = await runningForum(house);
		const safari = 'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.6 Safari/605.1.15';
		const mac = house.browser(undefined, safari);
		await joining(mac, workshop, { name: 'Päivi', centre: { id: centreId } });
		expect([...mac.cookies.keys()]).toEqual(['cove-room-delegate']);
		expect((await mac.get('/me')).status).toBe(200);
	});
});

describe('a session', () => {
	it('of a delegate ends 14 days after the forum', async () => {
		const house = await openHouse();
		const { organiser, delegate } = await runningForum(house);
		await organiser.put('/forum', {
			...forumOfLyon,
			firstDay: '2024-11-01',
			lastDay: '2024-11-03',
			retentionDay: '2025-05-03'
		});
		const { phone } = await delegate();
		house.clock.now = Date.UTC(2024, 10, 17, 22, 59);
		expect((await phone.get('/me')).status).toBe(200);
		house.clock.now = Date.UTC(2024, 10, 17, 23, 0);
		expect((await phone.get('/me')).status).toBe(401);
	});

	it('of a delegate lasts 30 days at least: a demonstration’s forum may be long past', async () => {
		const house = await openHouse({}, undefined, { now: Date.UTC(2026, 10, 1) });
		const { delegate } = await runningForum(house);
		const { phone } = await delegate();
		house.clock.now += 30 * day - 1000;
		expect((await phone.get('/me')).status).toBe(200);
		house.clock.now += 1000;
		expect((await phone.get('/me')).status).toBe(401);
	});

	it('of an organiser ends 12 hours after it was used last', async () => {
		const house = await openHouse();
		const organiser = await organiserOf(house);
		for (let used = 0; used < 4; used += 1) {
			house.clock.now += 11 * hour;
			expect((await organiser.get('/centres')).status).toBe(200);
		}
		house.clock.now += 12 * hour;
		expect((await organiser.get('/centres')).status).toBe(401);
	});

	it('of a screen lasts seven days, used or not', async () => {
		const house = await openHouse();
		const { organiser, workshop } = await runningForum(house);
		const { body: link } = await organiser.post<OneTimeLink>(`/workshops/${workshop.id}/screen-links`);
		const projector = house.browser();
		await projector.post('/screen/claim', { token: tokenIn(link) });
		house.clock.now += 6 * day;
		expect((await projector.get<SessionsHere>('/sessions')).body.screen).not.toBeNull();
		house.clock.now += day;
		expect((await projector.get<SessionsHere>('/sessions')).body.screen).toBeNull();
	});

	it('that has ended is swept off the disk, others stay', async () => {
		const house = await openHouse();
		const { delegate, facilitator } = await runningForum(house);
		const { phone } = await delegate();
		const laptop = await facilitator();
		house.clock.now += day;
		await house.sessions.sweep();
		const rowOf = (id = '') => house.sessionRows.get(hashOfSessionId(id));
		expect(await rowOf(phone.cookies.get('__Host-cove-delegate'))).toMatchObject({ kind: 'delegate' });
		expect(await rowOf(laptop.cookies.get('__Host-cove-facilitator'))).toBeNull();
	});

	it('ends with signing out, on this device only', async () => {
		const house = await openHouse();
		const { delegate } = await runningForum(house);
		const { phone } = await delegate();
		const id = phone.cookies.get('__Host-cove-delegate')!;
		expect((await phone.post('/sign-out', {}, 'delegate')).status).toBe(204);
		expect(phone.cookies.size).toBe(0);
		phone.cookies.set('__Host-cove-delegate', id);
		expect((await phone.get('/me')).status).toBe(401);
	});

	it('says which kind ends: without the header nothing does', async () => {
		const house = await openHouse();
		const { delegate } = await runningForum(house);
		const { phone } = await delegate();
		expect(await phone.post('/sign-out')).toMatchObject({ status: 422, body: { field: 'X-Session' } });
		expect((await phone.get('/me')).status).toBe(200);
	});

	it('ends on every device with signing out everywhere', async () => {
		const house = await openHouse();
		const { delegate } = await runningForum(house);
		const { phone } = await delegate();
		const { body: link } = await phone.post<OneTimeLink>('/me/device-links');
		const laptop = house.browser();
		await laptop.post('/device/claim', { token: tokenIn(link) });
		expect((await laptop.post('/sign-out-everywhere', {}, 'delegate')).status).toBe(204);
		expect((await phone.get('/me')).status).toBe(401);
		expect((await laptop.get('/me')).status).toBe(401);
		expect((await laptop.post('/sign-out-everywhere', {}, 'delegate')).status).toBe(401);
	});

	it('of a person who was forgotten is none', async () => {
		const house = await openHouse();
		const { delegate } = await runningForum(house);
		const { phone, joined } = await delegate();
		await house.directory.people.forget(joined.you.personId);
		expect((await phone.get('/me')).status).toBe(401);
		expect(house.directory.personEntry(joined.you.personId)).toMatchObject({ name: null });
	});
});
