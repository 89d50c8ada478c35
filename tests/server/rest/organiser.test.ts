import { describe, expect, it } from 'vitest';
import type { Forum, ForumAnswer, OrganiserLinkOf, SessionsHere } from '#lib/protocol/rest.ts';
import { forumOfLyon, organiserOf, passphrase, tokenIn } from './forum.ts';
import { openHouse } from './house.ts';

describe('the first organiser', () => {
	it('comes in by the one-time link with a name and a new passphrase', async () => {
		const house = await openHouse();
		const link = await house.directory.firstOrganiserLink();
		const browser = house.browser();
		const { status, body } = await browser.post('/organiser/claim', {
			token: tokenIn(link!),
			name: 'Odile',
			passphrase
		});
		expect(status).toBe(200);
		expect(body).toMatchObject({ name: 'Odile' });
		const { body: here } = await browser.get<SessionsHere>('/sessions');
		expect(here.organiser).toMatchObject({ name: 'Odile' });
		expect(await house.directory.firstOrganiserLink()).toBeNull();
	});

	it('is asked for a passphrase, and the link is not used up by asking', async () => {
		const house = await openHouse();
		const token = tokenIn((await house.directory.firstOrganiserLink())!);
		const browser = house.browser();
		expect(await browser.post('/organiser/claim', { token })).toMatchObject({
			status: 422,
			body: { code: 'passphrase-needed', field: 'passphrase' }
		});
		expect(await browser.post('/organiser/claim', { token, name: 'Odile', passphrase: 'eleven char' })).toMatchObject({
			status: 422,
			body: { code: 'passphrase-short', field: 'passphrase' }
		});
		expect((await browser.post('/organiser/claim', { token, name: 'Odile', passphrase })).status).toBe(200);
	});

	it('is told what the link asks for before it is used, and that a used one opens nothing, without a request that fails', async () => {
		const house = await openHouse();
		const token = tokenIn((await house.directory.firstOrganiserLink())!);
		const browser = house.browser();
		const look = () => browser.post<OrganiserLinkOf>('/organiser/look', { token });
		const unused = { status: 200, body: { chooses: 'passphrase' }, setCookies: [] };
		expect(await look()).toMatchObject(unused);
		expect(await look()).toMatchObject(unused);
		expect((await browser.post('/organiser/claim', { token, name: 'Odile', passphrase })).status).toBe(200);
		expect(await look()).toMatchObject({ status: 200, body: { chooses: null, problem: { code: 'link-used' } } });
	});

	it('cannot use the link twice, nor a wrong one, nor one that is too old', async () => {
		const house = await openHouse();
		const late = tokenIn((await house.directory.firstOrganiserLink())!);
		const token = tokenIn((await house.directory.firstOrganiserLink())!);
		const browser = house.browser();
		await browser.post('/organiser/claim', { token, name: 'Odile', passphrase });
		const again = await browser.post('/organiser/claim', { token, name: 'Eve', passphrase });
		expect(again).toMatchObject({ status: 410, body: { code: 'link-used' } });
		const wrong = await browser.post('/organiser/claim', { token: `${token}x`, name: 'Eve', passphrase });
		expect(wrong).toMatchObject({ status: 404, body: { code: 'link-wrong' } });
		house.clock.now += 8 * 24 * 60 * 60 * 1000;
		const old = await browser.post('/organiser/claim', { token: late, name: 'Eve', passphrase });
		expect(old).toMatchObject({ status: 410, body: { code: 'link-expired' } });
	});

	it('cannot come in by a link of another kind', async () => {
		const house = await openHouse();
		const link = await house.directory.links.make({ kind: 'screen' });
		const answer = await house.browser().post('/organiser/claim', { token: tokenIn(link), name: 'Eve', passphrase });
		expect(answer).toMatchObject({ status: 404, body: { code: 'link-wrong' } });
	});
});

describe('signing in', () => {
	it('takes the name without accents and case, and the passphrase exactly', async () => {
		const house = await openHouse();
		await organiserOf(house);
		const browser = house.browser();
		expect((await browser.post('/organiser/sign-in', { name: 'ODILE', passphrase })).status).toBe(200);
		const wrong = await browser.post('/organiser/sign-in', { name: 'Odile', passphrase: passphrase.toUpperCase() });
		expect(wrong).toMatchObject({ status: 401, body: { code: 'sign-in-wrong' } });
	});

	it('says the same of a name that nobody has', async () => {
		const house = await openHouse();
		await organiserOf(house);
		const browser = house.browser();
		const wrong = await browser.post('/organiser/sign-in', { name: 'Odile', passphrase: 'not the passphrase' });
		const nobody = await browser.post('/organiser/sign-in', { name: 'Eve', passphrase: 'not the passphrase' });
		expect(nobody.body).toEqual(wrong.body);
		expect(nobody.status).toBe(wrong.status);
	});

	it('asks a flood to come back later, and fills no memory with it', async () => {
		const house = await openHouse();
		await organiserOf(house);
		const answers = await Promise.all(
			Array.from({ length: 60 }, () => house.directory.claims.signIn('Odile', 'not the passphrase', 'other'))
		);
		const codes = answers.map((answer) => (typeof answer === 'string' ? answer : answer.code));
		// One is hashed, twenty wait.
		expect(codes.filter((code) => code === 'sign-in-wrong')).toHaveLength(21);
		expect(codes.filter((code) => code === 'try-later')).toHaveLength(39);
		expect((await house.browser().post('/organiser/sign-in', { name: 'Odile', passphrase })).status).toBe(200);
	});

	it('with the right passphrase does not wait behind a flood, on a device that has not guessed wrong', async () => {
		const house = await openHouse();
		await organiserOf(house);
		const browser = house.browser();
		browser.cookies.set('__Host-cove-device', 'known');
		const flood = Promise.all(
			Array.from({ length: 60 }, () => house.directory.claims.signIn('Odile', 'not the passphrase', 'other'))
		);
		const first = await Promise.race([
			browser.post('/organiser/sign-in', { name: 'Odile', passphrase }).then(({ status }) => status),
			flood.then(() => 'the flood')
		]);
		expect(first).toBe(200);
		await flood;
	});

	it('makes a device known when it is asked to come back later', async () => {
		const house = await openHouse();
		await organiserOf(house);
		const phones = Array.from({ length: 30 }, () => house.browser());
		const wrong = { name: 'Odile', passphrase: 'not the passphrase' };
		const answers = await Promise.all(phones.map((phone) => phone.post('/organiser/sign-in', wrong)));
		const late = phones.filter((_, index) => answers[index]?.status === 503);
		expect(late.length).toBeGreaterThan(0);
		for (const phone of late) expect([...phone.cookies.keys()]).toEqual(['__Host-cove-device']);
	});

	it('after a new link with the same name takes the new passphrase only, and other devices are signed out', async () => {
		const house = await openHouse();
		const before = await organiserOf(house);
		const link = await house.directory.links.make({ kind: 'organiser' });
		const browser = house.browser();
		const renewed = 'another four words here';
		await browser.post('/organiser/claim', { token: tokenIn(link), name: 'Odile', passphrase: renewed });
		expect((await browser.post('/organiser/sign-in', { name: 'Odile', passphrase })).status).toBe(401);
		expect((await browser.post('/organiser/sign-in', { name: 'Odile', passphrase: renewed })).status).toBe(200);
		expect((await before.get('/centres')).status).toBe(401);
	});

	it('needs no passphrase with a link that was made for an organiser who is there', async () => {
		const house = await openHouse();
		const first = await organiserOf(house);
		const { body: here } = await first.get<SessionsHere>('/sessions');
		const link = await house.directory.links.make({ kind: 'organiser', personId: here.organiser!.personId });
		const browser = house.browser();
		expect(await browser.post('/organiser/claim', { token: tokenIn(link) })).toMatchObject({
			status: 200,
			body: here.organiser!
		});
	});
});

describe('the forum', () => {
	it('is created with its confirm-by day 14 days after the last one, and everybody may read it', async () => {
		const house = await openHouse();
		const organiser = await organiserOf(house);
		expect((await house.browser().get<ForumAnswer>('/forum')).body).toEqual({ forum: null });
		const { status, body } = await organiser.put<Forum>('/forum', forumOfLyon);
		expect(status).toBe(200);
		expect(body).toEqual({ ...forumOfLyon, id: body.id, confirmByDay: '2024-09-26' });
		expect((await house.browser().get<ForumAnswer>('/forum')).body).toEqual({ forum: body });
	});

	it('is edited in place: one installation has one forum', async () => {
		const house = await openHouse();
		const organiser = await organiserOf(house);
		const { body: first } = await organiser.put<Forum>('/forum', forumOfLyon);
		const { body } = await organiser.put<Forum>('/forum', {
			...forumOfLyon,
			name: 'Forum 2024',
			confirmByDay: '2024-10-01'
		});
		expect(body).toMatchObject({ id: first.id, name: 'Forum 2024', confirmByDay: '2024-10-01' });
	});

	it.each([
		[{ controller: ' ' }, 'input-invalid', 'controller'],
		[{ privacyNotice: '' }, 'input-invalid', 'privacyNotice'],
		[{ retentionDay: undefined }, 'input-invalid', 'retentionDay'],
		[{ lastDay: '2024-02-30' }, 'input-invalid', 'lastDay'],
		[{ lastDay: '2024-09-09' }, 'forum-dates', 'lastDay'],
		[{ confirmByDay: '2024-09-11' }, 'forum-dates', 'confirmByDay'],
		[{ retentionDay: '2024-09-13' }, 'forum-dates', 'retentionDay'],
		[{ timeZone: 'Europe/Atlantis' }, 'time-zone-unknown', 'timeZone'],
		[{ languages: [] }, 'input-invalid', 'languages']
	])('is refused with %o, and the field is named', async (wrong, code, field) => {
		const house = await openHouse();
		const organiser = await organiserOf(house);
		const answer = await organiser.put('/forum', { ...forumOfLyon, ...wrong });
		expect(answer).toMatchObject({ status: 422, body: { code, field } });
		expect(house.directory.forum.get()).toBeNull();
	});

	it('is changed by organisers only', async () => {
		const house = await openHouse();
		const answer = await house.browser().put('/forum', forumOfLyon);
		expect(answer).toMatchObject({ status: 401, body: { code: 'session-needed', values: { kind: 'organiser' } } });
	});
});
