import { describe, expect, it } from 'vitest';
import type { CentreHits, CentreOfCode, Joined, JoinPage, Me, PeopleList, WorkshopRow } from '#lib/protocol/rest.ts';
import { greenShift, joining, runningForum } from './forum.ts';
import { openHouse } from './house.ts';

describe('the join page', () => {
	it('shows the workshop, who is responsible and until when, before anybody is in', async () => {
		const house = await openHouse();
		const { workshop } = await runningForum(house);
		const { status, body } = await house.browser().get<JoinPage>(`/join/${workshop.joinCode}`);
		expect(status).toBe(200);
		expect(body).toMatchObject({
			about: {
				forum: { controller: 'Sample Agency Lyon', retentionDate: '2025-03-12' },
				workshop: { id: workshop.id, title: greenShift.title, startsAt: Date.UTC(2024, 8, 10, 11, 30) }
			},
			people: 0,
			centres: 0,
			you: null,
			privacyNotice: 'We keep your name until the retention date.'
		});
	});

	it('reads a code in any case, with spaces and dashes, O for 0, I and L for 1', async () => {
		const house = await openHouse();
		const { workshop } = await runningForum(house);
		const sloppy = workshop.joinCode.toLowerCase().replace('-', ' - ').replaceAll('0', 'o').replaceAll('1', 'l');
		const answer = await house.browser().get<JoinPage>(`/join/${encodeURIComponent(sloppy)}`);
		expect(answer.body.about.workshop.id).toBe(workshop.id);
	});

	it.each(['00000000', 'K7QF', 'UUUU-UUUU', '%F0%9F%92%99'])(
		'says clearly that no room has the code %s',
		async (code) => {
			const house = await openHouse();
			await runningForum(house);
			const answer = await house.browser().get(`/join/${code}`);
			expect(answer).toMatchObject({ status: 404, body: { code: 'join-code-wrong' } });
		}
	);

	it('says that a code was replaced, and where the new one is', async () => {
		const house = await openHouse();
		const { workshop, organiser } = await runningForum(house);
		const { body: renewed } = await organiser.post<WorkshopRow>(`/workshops/${workshop.id}/new-join-code`);
		expect(await house.browser().get(`/join/${workshop.joinCode}`)).toMatchObject({
			status: 410,
			body: { code: 'join-code-replaced' }
		});
		expect((await house.browser().get(`/join/${renewed.joinCode}`)).status).toBe(200);
	});

	it('finds the organisation by part of its name, without accents, or by its city', async () => {
		const house = await openHouse();
		const { workshop, centreId } = await runningForum(house);
		const search = (q: string) =>
			house.browser().get<CentreHits>(`/join/${workshop.joinCode}/centres?q=${encodeURIComponent(q)}`);
		const { body } = await search('tamp');
		expect(body.hits).toEqual([
			{ centre: expect.objectContaining({ id: centreId }), display: 'Sample Puuala, Tampere', ranges: [[15, 19]] }
		]);
		expect((await search('PÜU')).body.hits[0]).toMatchObject({ display: 'Sample Puuala', ranges: [[7, 10]] });
		expect((await search('nobody')).body.hits).toEqual([]);
	});

	it('searches nothing without the code of a room', async () => {
		const house = await openHouse();
		await runningForum(house);
		expect((await house.browser().get('/join/00000000/centres?q=a')).status).toBe(404);
	});
});

describe('joining', () => {
	it('takes a name and an organisation, and the person is in', async () => {
		const house = await openHouse();
		const { workshop, centreId, delegate } = await runningForum(house);
		const { phone, joined } = await delegate();
		expect(joined).toMatchObject({
			board: workshop.id,
			you: { name: 'Päivi Sundström', centreId, role: 'delegate', verified: false }
		});
		expect(house.directory.isMember(workshop.id, joined.you.personId)).toBe(true);
		const { body: page } = await phone.get<JoinPage>(`/join/${workshop.joinCode}`);
		expect(page.you).toMatchObject({ name: 'Päivi Sundström', joined: true, centre: { id: centreId } });
	});

	it.each([
		[{ name: ' ' }, 'input-invalid', 'name'],
		[{ name: 'x'.repeat(61) }, 'input-invalid', 'name'],
		[{ centre: { id: '0123456789abcdefghij' } }, 'centre-unknown', 'centre'],
		[{ centre: {} }, 'input-invalid', 'centre.id'],
		[{ role: 'organiser' }, 'input-invalid', 'role'],
		[{ centre: { asked: { name: '', city: '', country: null, kind: null } } }, 'input-invalid', 'centre.asked.name'],
		[{ centre: { asked: { name: 'S', city: '', country: 'XX', kind: null } } }, 'input-invalid', 'centre.asked.country']
	])('refuses %o, names the field, and nobody is in', async (wrong, code, field) => {
		const house = await openHouse();
		const { workshop, centreId } = await runningForum(house);
		const phone = house.browser();
		const answer = await joining(phone, workshop, { name: 'Päivi', centre: { id: centreId }, ...wrong });
		expect(answer).toMatchObject({ status: 422, body: { code, field } });
		expect(house.directory.people.inWorkshop(workshop.id)).toEqual([]);
		expect(phone.cookies.size).toBe(0);
	});

	it('sent twice because the answer was lost makes one person', async () => {
		const house = await openHouse();
		const { workshop, centreId } = await runningForum(house);
		const request = { name: 'Päivi', centre: { id: centreId }, attempt: 'attempt0000000000001' };
		const first = await joining(house.browser(), workshop, request);
		const second = await joining(house.browser(), workshop, request);
		expect(second.body.you.personId).toBe(first.body.you.personId);
		expect(house.directory.people.inWorkshop(workshop.id)).toHaveLength(1);
	});

	it('with the same attempt much later is another person, as is joining another workshop with it', async () => {
		const house = await openHouse();
		const { workshop, centreId, organiser } = await runningForum(house);
		const { body: other } = await organiser.post<WorkshopRow>('/workshops', { ...greenShift, title: 'Water' });
		const request = { name: 'Päivi', centre: { id: centreId }, attempt: 'attempt0000000000001' };
		const ids = [await joining(house.browser(), workshop, request), await joining(house.browser(), other, request)];
		house.clock.now += 11 * 60 * 1000;
		ids.push(await joining(house.browser(), workshop, request));
		expect(new Set(ids.map(({ body }) => body.you.personId)).size).toBe(3);
	});

	it('works for a workshop that has ended', async () => {
		const house = await openHouse();
		const { workshop, centreId } = await runningForum(house);
		house.clock.now = Date.UTC(2024, 8, 20);
		expect((await joining(house.browser(), workshop, { name: 'Päivi', centre: { id: centreId } })).status).toBe(200);
	});
});

describe('a device that has joined', () => {
	it('joins the next workshop with one tap, as the same person', async () => {
		const house = await openHouse();
		const { organiser, delegate } = await runningForum(house);
		const { body: next } = await organiser.post<WorkshopRow>('/workshops', { ...greenShift, title: 'Water' });
		const { phone, joined } = await delegate();
		const { body: page } = await phone.get<JoinPage>(`/join/${next.joinCode}`);
		expect(page.you).toMatchObject({ personId: joined.you.personId, joined: false });
		const again = await phone.post<Joined>(`/join/${next.joinCode}/again`);
		expect(again).toMatchObject({ status: 200, body: { board: next.id, you: { personId: joined.you.personId } } });
		const { body: me } = await phone.get<Me>('/me');
		expect(me.workshops.map(({ title, joined: is }) => [title, is])).toEqual([
			['Skills for the green shift', true],
			['Water', true]
		]);
	});

	it('cannot do so with a wrong code, and a device without a seat cannot with a right one', async () => {
		const house = await openHouse();
		const { workshop, delegate } = await runningForum(house);
		const { phone } = await delegate();
		expect((await phone.post('/join/00000000/again')).status).toBe(404);
		expect(await house.browser().post(`/join/${workshop.joinCode}/again`)).toMatchObject({
			status: 401,
			body: { code: 'session-needed', values: { kind: 'delegate' } }
		});
	});

	it('changes its owner’s name, and the board hears of it', async () => {
		const house = await openHouse();
		const { workshop, delegate } = await runningForum(house);
		const { phone, joined } = await delegate();
		const { body } = await phone.put<Me>('/me', { name: ' Päivi  Sundström-Aho ' });
		expect(body.person.name).toBe('Päivi Sundström-Aho');
		expect(await house.store.loadBoard(workshop.id)).toMatchObject([
			{ type: 'directory-changed', by: joined.you.personId, data: { persons: [joined.you.personId], centres: [] } }
		]);
		expect(await phone.put('/me', { name: '' })).toMatchObject({ status: 422, body: { field: 'name' } });
	});
});

describe('an organisation that is missing', () => {
	const asked = { asked: { name: 'Sample Metsäkoulu', city: 'Kuopio', country: 'FI', kind: 'vet-provider' } };

	it('is asked for while joining, and waits for the facilitator', async () => {
		const house = await openHouse();
		const { workshop, facilitator } = await runningForum(house);
		const { body: joined } = await joining(house.browser(), workshop, { name: 'Oskari', centre: asked });
		const centreId = joined.you.centreId ?? '';
		expect(house.directory.centre(centreId)).toMatchObject({ name: 'Sample Metsäkoulu', approved: false });
		const { body: people } = await (await facilitator()).get<PeopleList>(`/workshops/${workshop.id}/people`);
		expect(people.waiting).toEqual([{ centreId, askedBy: joined.you.personId, askedAt: house.clock.now }]);
		expect(people.centres[centreId]).toMatchObject({ city: 'Kuopio' });
		const [event] = await house.store.loadBoard(workshop.id);
		expect(event).toMatchObject({ type: 'directory-changed', data: { centres: [centreId] } });
	});

	it('is there once when two delegates ask for it, and is found by the third', async () => {
		const house = await openHouse();
		const { workshop } = await runningForum(house);
		const first = await joining(house.browser(), workshop, { name: 'Oskari', centre: asked });
		const again = { asked: { ...asked.asked, name: 'sample METSAKOULU' } };
		const second = await joining(house.browser(), workshop, { name: 'Tuomas', centre: again });
		expect(second.body.you.centreId).toBe(first.body.you.centreId);
		const { body } = await house.browser().get<CentreHits>(`/join/${workshop.joinCode}/centres?q=metsa`);
		expect(body.hits).toHaveLength(1);
	});
});

describe('the code on a sheet', () => {
	it('tells whose it is, so that the organisation need not be searched', async () => {
		const house = await openHouse();
		const { sheet, centreId } = await runningForum(house);
		const { body } = await house.browser().post<CentreOfCode>('/centre-of-code', { delegationCode: sheet.code });
		expect(body.centre).toMatchObject({ id: centreId, name: 'Sample Puuala' });
		const wrong = await house.browser().post('/centre-of-code', { delegationCode: '0000-0000-0000' });
		expect(wrong).toMatchObject({ status: 422, body: { code: 'delegation-code-wrong', field: 'delegationCode' } });
	});
});
