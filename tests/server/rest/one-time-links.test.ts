import { describe, expect, it } from 'vitest';
import type {
	DeviceLinkOf,
	FacilitatorClaimed,
	Me,
	OneTimeLink,
	PeopleList,
	ScreenClaimed,
	SessionsHere
} from '#lib/protocol/rest.ts';
import { greenShift, runningForum, tokenIn } from './forum.ts';
import { openHouse } from './house.ts';

describe('another device', () => {
	it('is the same person by a link that is used once and holds ten minutes', async () => {
		const house = await openHouse();
		const { delegate } = await runningForum(house);
		const { phone, joined } = await delegate();
		const { body: link } = await phone.post<OneTimeLink>('/me/device-links');
		expect(link.url).toBe(`http://localhost:${house.port}${link.path}`);
		expect(link.expiresAt).toBe(house.clock.now + 10 * 60 * 1000);
		const laptop = house.browser();
		const claimed = await laptop.post<Me>('/device/claim', { token: tokenIn(link) });
		expect(claimed).toMatchObject({ status: 200, body: { person: { id: joined.you.personId } } });
		expect((await phone.get('/me')).status).toBe(200);
		expect(await house.browser().post('/device/claim', { token: tokenIn(link) })).toMatchObject({
			status: 410,
			body: { code: 'link-used' }
		});
	});

	it('comes too late after ten minutes', async () => {
		const house = await openHouse();
		const { delegate } = await runningForum(house);
		const { phone } = await delegate();
		const { body: link } = await phone.post<OneTimeLink>('/me/device-links');
		house.clock.now += 10 * 60 * 1000;
		const late = await house.browser().post('/device/claim', { token: tokenIn(link) });
		expect(late).toMatchObject({ status: 410, body: { code: 'link-expired' } });
	});

	it('says whose seat it moves before it is used, and stays unused by that', async () => {
		const house = await openHouse();
		const { delegate } = await runningForum(house);
		const { phone, joined } = await delegate();
		const { body: link } = await phone.post<OneTimeLink>('/me/device-links');
		const other = house.browser();
		const look = () => other.post<DeviceLinkOf>('/device/look', { token: tokenIn(link) });
		const whose = { personId: joined.you.personId, name: 'Päivi Sundström' };
		expect(await look()).toMatchObject({ status: 200, body: whose, setCookies: [] });
		expect((await other.post('/device/claim', { token: tokenIn(link) })).status).toBe(200);
		expect(await look()).toMatchObject({ status: 410, body: { code: 'link-used' } });
	});

	it('asked for by two at the same moment lets one in', async () => {
		const house = await openHouse();
		const { delegate } = await runningForum(house);
		const { phone } = await delegate();
		const { body: link } = await phone.post<OneTimeLink>('/me/device-links');
		const answers = await Promise.all(
			[1, 2, 3].map(() => house.browser().post('/device/claim', { token: tokenIn(link) }))
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
	});
});

describe('those who run a room', () => {
	it('come in by a link with a name, may change it, and see the people', async () => {
		const house = await openHouse();
		const { organiser, workshop, delegate } = await runningForum(house);
		const { joined } = await delegate();
		const { body: link } = await organiser.post<OneTimeLink>(`/workshops/${workshop.id}/facilitator-links`, {
			name: 'F'
		});
		const laptop = house.browser();
		const claimed = await laptop.post<FacilitatorClaimed>('/facilitator/claim', {
			token: tokenIn(link),
			name: 'Fabienne'
		});
		expect(claimed).toMatchObject({ status: 200, body: { board: workshop.id, name: 'Fabienne' } });
		expect(house.directory.facilitates(workshop.id, claimed.body.personId)).toBe(true);
		const { body } = await laptop.get<PeopleList>(`/workshops/${workshop.id}/people`);
		expect(body.people).toEqual([
			{
				personId: joined.you.personId,
				name: 'Päivi Sundström',
				centreId: joined.you.centreId,
				verified: false,
				verifiedHow: null,
				joinedAt: house.clock.now
			}
		]);
		const again = await house.browser().post('/facilitator/claim', { token: tokenIn(link) });
		expect(again).toMatchObject({ status: 410, body: { code: 'link-used' } });
	});

	it('are one person in one browser, whose second link adds the second workshop', async () => {
		const house = await openHouse();
		const { organiser, workshop, facilitator } = await runningForum(house);
		const laptop = await facilitator();
		const { body: water } = await organiser.post<{ id: string }>('/workshops', { ...greenShift, title: 'Water' });
		const { body: link } = await organiser.post<OneTimeLink>(`/workshops/${water.id}/facilitator-links`, {
			name: 'Fabien'
		});
		await laptop.post('/facilitator/claim', { token: tokenIn(link) });
		const { body } = await laptop.get<SessionsHere>('/sessions');
		expect(body.facilitator?.workshops.map(({ id }) => id)).toEqual([workshop.id, water.id]);
	});

	it('see the people of their own workshop only', async () => {
		const house = await openHouse();
		const { organiser, facilitator, workshop, delegate } = await runningForum(house);
		const laptop = await facilitator();
		const { body: water } = await organiser.post<{ id: string }>('/workshops', { ...greenShift, title: 'Water' });
		expect(await laptop.get(`/workshops/${water.id}/people`)).toMatchObject({
			status: 403,
			body: { code: 'not-allowed' }
		});
		expect((await organiser.get(`/workshops/${water.id}/people`)).status).toBe(200);
		const { phone } = await delegate();
		expect((await phone.get(`/workshops/${workshop.id}/people`)).status).toBe(401);
	});

	it('open the screen by a link of its own', async () => {
		const house = await openHouse();
		const { workshop, facilitator } = await runningForum(house);
		const laptop = await facilitator();
		const { body: link } = await laptop.post<OneTimeLink>(`/workshops/${workshop.id}/screen-links`);
		const projector = house.browser();
		const claimed = await projector.post<ScreenClaimed>('/screen/claim', { token: tokenIn(link) });
		expect(claimed).toMatchObject({
			status: 200,
			body: { board: workshop.id, joinUrl: workshop.joinUrl, about: { workshop: { id: workshop.id } } }
		});
		expect((await projector.post('/screen/claim', { token: tokenIn(link) })).status).toBe(410);
		expect((await house.browser().post(`/workshops/${workshop.id}/screen-links`)).status).toBe(401);
	});
});
