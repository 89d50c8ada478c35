import { describe, expect, it } from 'vitest';
import type { Me, PeopleList, WorkshopRow } from '#lib/protocol/rest.ts';
import { greenShift, joining, runningForum, sampleOrganisation } from './forum.ts';
import { openHouse } from './house.ts';
import { speaking } from '../../support/speaking.ts';

describe('the code of an organisation', () => {
	it('verifies a delegate: the directory and the logs of all their boards say so', async () => {
		const house = await openHouse();
		const { workshop, organiser, delegate, sheet } = await runningForum(house);
		const { body: other } = await organiser.post<WorkshopRow>('/workshops', { ...greenShift, title: 'Water' });
		const { phone, joined } = await delegate();
		await phone.post(`/join/${other.joinCode}/again`);
		const { personId } = joined.you;
		const { status, body } = await phone.post<Me>('/me/verify', { delegationCode: sheet.code.toLowerCase() });
		expect(status).toBe(200);
		expect(body.person.verified).toBe(true);
		expect(house.directory.personEntry(personId)).toMatchObject({ verified: true });
		for (const board of [workshop.id, other.id]) {
			expect(await house.store.loadBoard(board)).toMatchObject([
				{ type: 'person-verified', by: personId, data: { personId, how: 'code' } }
			]);
		}
	});

	it('is entered while joining as well', async () => {
		const house = await openHouse();
		const { workshop, centreId, sheet } = await runningForum(house);
		const request = { name: 'Päivi', centre: { id: centreId }, delegationCode: sheet.code };
		const { body } = await joining(house.browser(), workshop, request);
		expect(body.you.verified).toBe(true);
		expect(await house.store.loadBoard(workshop.id)).toMatchObject([{ type: 'person-verified' }]);
	});

	it('that is wrong while joining is named, and nobody is in', async () => {
		const house = await openHouse();
		const { workshop, centreId } = await runningForum(house);
		const request = { name: 'Päivi', centre: { id: centreId }, delegationCode: 'K7QF-M2XT-0000' };
		const answer = await joining(house.browser(), workshop, request);
		expect(answer).toMatchObject({ status: 422, body: { code: 'delegation-code-wrong', field: 'delegationCode' } });
		expect(house.directory.people.inWorkshop(workshop.id)).toEqual([]);
	});

	it('of another organisation verifies nobody', async () => {
		const house = await openHouse();
		const { organiser, delegate } = await runningForum(house);
		const { body: other } = await organiser.post<{ id: string }>('/centres', {
			...sampleOrganisation,
			name: 'Sample B'
		});
		const { body: sheet } = await organiser.post<{ code: string }>(`/centres/${other.id}/new-code`);
		const { phone } = await delegate();
		expect(await phone.post('/me/verify', { delegationCode: sheet.code })).toMatchObject({
			status: 422,
			body: { code: 'delegation-code-wrong' }
		});
		expect((await phone.get<Me>('/me')).body.person.verified).toBe(false);
	});

	it('that was replaced verifies nobody any more, the new one does', async () => {
		const house = await openHouse();
		const { organiser, delegate, sheet, centreId } = await runningForum(house);
		const { body: fresh } = await organiser.post<{ code: string }>(`/centres/${centreId}/new-code`);
		const { phone } = await delegate();
		expect(fresh.code).not.toBe(sheet.code);
		expect((await phone.post('/me/verify', { delegationCode: sheet.code })).status).toBe(422);
		expect((await phone.post('/me/verify', { delegationCode: fresh.code })).status).toBe(200);
	});

	it('entered twice is one verification', async () => {
		const house = await openHouse();
		const { workshop, delegate, sheet } = await runningForum(house);
		const { phone } = await delegate();
		await phone.post('/me/verify', { delegationCode: sheet.code });
		expect((await phone.post('/me/verify', { delegationCode: sheet.code })).status).toBe(200);
		expect(await house.store.loadBoard(workshop.id)).toHaveLength(1);
	});

	it('needs a person who has joined', async () => {
		const house = await openHouse();
		const { sheet } = await runningForum(house);
		const answer = await house.browser().post('/me/verify', { delegationCode: sheet.code });
		expect(answer).toMatchObject({ status: 401, body: { code: 'session-needed' } });
	});

	it('still stands after the server was started again, and so do the sheets', async () => {
		const house = await openHouse();
		const { delegate, sheet, centreId } = await runningForum(house);
		const { phone, joined } = await delegate();
		await phone.post('/me/verify', { delegationCode: sheet.code });
		await house.close();
		const next = await openHouse({}, house.folder, house.clock);
		expect(next.directory.person(joined.you.personId)).toMatchObject({ verified: true, name: 'Päivi Sundström' });
		const centre = next.directory.centres.get(centreId)!;
		expect(next.directory.centres.codeOf(centre)).toBe(sheet.code.replaceAll('-', ''));
	});
});

describe('a verification by the facilitator', () => {
	it('reaches the directory with the board’s event', async () => {
		const house = await openHouse();
		const { workshop, delegate, facilitator } = await runningForum(house);
		const { joined } = await delegate();
		const laptop = await facilitator();
		const { personId } = joined.you;
		const [fabien] = house.directory.people.facilitatorsOf(workshop.id);
		const actor = {
			personId: fabien!.id,
			centreId: null,
			role: 'facilitator',
			verified: false
		} as const;
		const { room } = await house.app.boards.rooms.open(workshop.id);
		const moved = { name: 'verify-person', input: { personId, centreId: 'a'.repeat(20) } };
		expect(await room.submit(speaking(actor), { submissionId: 'submission0000000000', command: moved })).toMatchObject({
			code: 'person-moved'
		});
		const command = { name: 'verify-person', input: { personId, centreId: joined.you.centreId } };
		expect(await room.submit(speaking(actor), { submissionId: 'submission0000000001', command })).toMatchObject({
			is: 'saved'
		});
		const { body } = await laptop.get<PeopleList>(`/workshops/${workshop.id}/people`);
		expect(body.people).toMatchObject([{ personId, verified: true, verifiedHow: 'facilitator' }]);
	});
});
