import { describe, expect, it } from 'vitest';
import type { SnapshotMessage } from '#lib/protocol/frame.ts';
import type { Me, WorkshopRow } from '#lib/protocol/rest.ts';
import type { CodeSheets } from '#lib/protocol/rest-centres.ts';
import { challenge, partnership, running } from '../../domain/given.ts';
import { id, paivi } from '../../domain/story.ts';
import { agreedBy, agreedForum } from '../exports/agreed-forum.ts';
import { centresOf, joining, runningForum, sampleOrganisation } from './forum.ts';
import { openHouse } from './house.ts';

describe('a delegate who changes to another centre', () => {
	it('speaks for it from now on and is not verified, on every device and after a restart', async () => {
		const forum = await agreedForum(partnership());
		const { phones, known, house, workshop } = forum;
		const centre = { id: known(id('plovdiv')) };
		expect((await phones.paivi.get<Me>('/me')).body.person.verified).toBe(true);
		const { status, body } = await phones.paivi.put<Me>('/me/centre', { centre });
		expect(status).toBe(200);
		expect(body).toMatchObject({ centre: { id: centre.id }, person: { verified: false, name: 'Päivi Sundström' } });
		const { body: seen } = await phones.gergana.get<SnapshotMessage>(`/boards/${workshop.id}/seen`);
		expect(seen.directory.persons[known(paivi.personId)]).toMatchObject({ centreId: centre.id, verified: false });
		await house.close();
		const { directory } = await openHouse({}, house.folder, house.clock);
		expect(directory.person(known(paivi.personId))).toMatchObject({ centreId: centre.id, verified: false });
	});

	it('reads nothing more of what the centre before agreed, and its cards stay with it', async () => {
		const forum = await agreedForum(partnership().did(paivi, challenge('need')));
		const { phones, known, workshop, centreId } = forum;
		expect(await agreedBy(forum, phones.paivi)).toHaveLength(1);
		await phones.paivi.put('/me/centre', { centre: { id: known(id('plovdiv')) } });
		expect(await agreedBy(forum, phones.paivi)).toEqual([]);
		const { body } = await phones.paivi.get<SnapshotMessage>(`/boards/${workshop.id}/seen`);
		expect(body.seen.drafts).toEqual({});
		expect(body.seen.cards?.[id('need')]).toMatchObject({ centreId });
	});

	it('becomes verified for the new one with its code, and not with the code of the one before', async () => {
		const forum = await agreedForum(running());
		const { phones, known, organiser, centreId } = forum;
		const { body: codes } = await organiser.get<CodeSheets>('/centres/codes');
		const codeOf = (centre: string) => codes.sheets.find((sheet) => sheet.centreId === centre)?.code;
		const centre = { id: known(id('plovdiv')) };
		await phones.guest.put('/me/centre', { centre });
		const wrong = await phones.guest.post('/me/verify', { delegationCode: codeOf(centreId) });
		expect(wrong).toMatchObject({ status: 422, body: { code: 'delegation-code-wrong' } });
		const { body } = await phones.guest.post<Me>('/me/verify', { delegationCode: codeOf(centre.id) });
		expect(body.person.verified).toBe(true);
	});

	it('is never verified for the new one by a verification that was on its way for the one before', async () => {
		const forum = await agreedForum(running());
		const { phones, known, sheet, house } = forum;
		const [person, centreId] = [
			house.directory.person((await phones.guest.get<Me>('/me')).body.person.id),
			known(id('plovdiv'))
		];
		const verify = phones.guest.post('/me/verify', { delegationCode: sheet.code });
		const move = phones.guest.put('/me/centre', { centre: { id: centreId } });
		await Promise.all([verify, move]);
		expect(house.directory.person(person?.id ?? '')).toMatchObject({ centreId, verified: false });
		const write = {
			is: 'verify-person',
			personId: person?.id ?? '',
			centreId: forum.centreId,
			by: null,
			at: 1
		} as const;
		const late = [{ ...write, how: 'code' as const }];
		await house.store.commit({ boards: [], documents: [], directory: late });
		house.directory.applied(late);
		expect(house.directory.person(person?.id ?? '')).toMatchObject({ centreId, verified: false });
		await house.close();
		const again = await openHouse({}, house.folder, house.clock);
		expect(again.directory.person(person?.id ?? '')).toMatchObject({ centreId, verified: false });
	});

	it('stays verified when they choose the one that they speak for, and must choose one of the roster', async () => {
		const forum = await agreedForum(running());
		const { phones, centreId } = forum;
		expect((await phones.paivi.put<Me>('/me/centre', { centre: { id: centreId } })).body.person.verified).toBe(true);
		const refused = await phones.paivi.put('/me/centre', { centre: { id: id('nobody') } });
		expect(refused).toMatchObject({ status: 422, body: { code: 'centre-unknown', field: 'centre' } });
		expect((await forum.organiser.put('/me/centre', { centre: { id: centreId } })).status).toBe(401);
	});
});

describe('the organiser takes a centre off the roster', () => {
	it('that nothing refers to: it is gone, also after a restart, and can be added again', async () => {
		const house = await openHouse();
		const { organiser } = await runningForum(house);
		const wrong = { ...sampleOrganisation, name: 'Sample Twice' };
		const { body } = await organiser.post<{ id: string }>('/centres', wrong);
		expect((await organiser.send('DELETE', `/centres/${body.id}`, undefined)).status).toBe(204);
		expect((await centresOf(organiser)).map(({ name }) => name)).toEqual(['Sample Puuala']);
		expect(house.directory.searchCentres('twice', 8)).toEqual([]);
		expect((await organiser.post('/centres', wrong)).status).toBe(200);
		const again = await organiser.send('DELETE', `/centres/${body.id}`, undefined);
		expect(again).toMatchObject({ body: { code: 'centre-unknown' } });
		await house.close();
		const { directory } = await openHouse({}, house.folder, house.clock);
		expect(directory.centres.get(body.id)).toBeUndefined();
	});

	it('and not one that a person speaks for, a network of others, or one that a draft names', async () => {
		const forum = await agreedForum(partnership());
		const { organiser, centreId, phones, known } = forum;
		const remove = (centre: string) => organiser.send('DELETE', `/centres/${centre}`, undefined);
		const network = { ...sampleOrganisation, isNetwork: true, name: 'Sample net', kind: null };
		const { body: net } = await organiser.post<{ id: string }>('/centres', network);
		const { body: member } = await organiser.post<{ id: string }>('/centres', {
			...{ ...sampleOrganisation, name: 'Sample member', networkIds: [net.id] }
		});
		// Nobody speaks for Lyon any more; the agreement still names it.
		await phones.amelie.put('/me/centre', { centre: { id: centreId } });
		for (const centre of [centreId, net.id, known(id('lyon'))]) {
			expect(await remove(centre)).toMatchObject({ status: 409, body: { code: 'centre-in-use' } });
		}
		expect((await remove(member.id)).status).toBe(204);
		expect((await remove(net.id)).status).toBe(204);
		expect(await phones.paivi.send('DELETE', `/centres/${centreId}`, undefined)).toMatchObject({ status: 401 });
	});
});

describe('the organiser takes a workshop off the programme', () => {
	it('that nobody has joined: its code opens nothing, and its screen and facilitators are gone with it', async () => {
		const house = await openHouse();
		const { organiser, workshop, facilitator } = await runningForum(house);
		const laptop = await facilitator();
		await organiser.post(`/workshops/${workshop.id}/screen-links`);
		await organiser.post(`/workshops/${workshop.id}/new-join-code`);
		expect((await organiser.send('DELETE', `/workshops/${workshop.id}`, undefined)).status).toBe(204);
		expect((await organiser.get('/workshops')).body).toEqual({ workshops: [] });
		expect((await house.browser().get(`/join/${workshop.joinCode}`)).status).toBe(404);
		expect((await laptop.get(`/workshops/${workshop.id}/people`, 'facilitator')).status).toBe(403);
		await house.close();
		const { directory } = await openHouse({}, house.folder, house.clock);
		expect(directory.boards()).toEqual([]);
	});

	it('and not one that somebody has joined', async () => {
		const house = await openHouse();
		const { organiser, workshop, centreId } = await runningForum(house);
		await joining(house.browser(), workshop, { name: 'Päivi', centre: { id: centreId } });
		const refused = await organiser.send('DELETE', `/workshops/${workshop.id}`, undefined);
		expect(refused).toMatchObject({ status: 409, body: { code: 'workshop-joined' } });
		const { body } = await organiser.get<{ workshops: readonly WorkshopRow[] }>('/workshops');
		expect(body.workshops.map(({ id: one }) => one)).toEqual([workshop.id]);
		const unknown = await organiser.send('DELETE', '/workshops/elsewhere', undefined);
		expect(unknown).toMatchObject({ status: 404, body: { code: 'workshop-unknown' } });
	});
});
