import { describe, expect, it } from 'vitest';
import type { Me, WorkshopList, WorkshopRow } from '#lib/protocol/rest.ts';
import { forumOfLyon, greenShift, organiserOf, runningForum } from './forum.ts';
import { openHouse } from './house.ts';

describe('the programme', () => {
	it('holds workshops with a code of eight characters, in order of time', async () => {
		const house = await openHouse();
		const { organiser, workshop } = await runningForum(house);
		expect(workshop.joinCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
		expect(workshop).toMatchObject({
			...greenShift,
			startsAt: Date.UTC(2024, 8, 10, 11, 30),
			endsAt: Date.UTC(2024, 8, 10, 13, 15),
			joinUrl: `http://localhost:${house.port}/join#${workshop.joinCode.replace('-', '')}`,
			people: 0,
			facilitators: []
		});
		await organiser.post('/workshops', { ...greenShift, title: 'Early', startsLocal: '2024-09-10T09:00' });
		const { body } = await organiser.get<WorkshopList>('/workshops');
		expect(body.workshops.map(({ title }) => title)).toEqual(['Early', 'Skills for the green shift']);
	});

	it('counts who has joined and names who facilitates', async () => {
		const house = await openHouse();
		const { organiser, workshop, delegate, facilitator } = await runningForum(house);
		await delegate();
		const laptop = await facilitator();
		const { body } = await organiser.get<WorkshopRow>(`/workshops/${workshop.id}`);
		expect(body).toMatchObject({ people: 1, facilitators: [{ name: 'Fabien' }] });
		expect((await laptop.get<WorkshopRow>(`/workshops/${workshop.id}`)).body).toEqual(body);
	});

	it('is edited, and delegates see the new times', async () => {
		const house = await openHouse();
		const { organiser, workshop, delegate } = await runningForum(house);
		const { phone } = await delegate();
		const edited = { ...greenShift, room: 'Hall A', endsLocal: '2024-09-10T16:00' };
		expect((await organiser.put<WorkshopRow>(`/workshops/${workshop.id}`, edited)).body).toMatchObject(edited);
		expect((await phone.get<Me>('/me')).body.workshops).toMatchObject([
			{ room: 'Hall A', endsAt: Date.UTC(2024, 8, 10, 14) }
		]);
	});

	it('keeps its times on the clock when the forum’s time zone is corrected', async () => {
		const house = await openHouse();
		const { organiser, workshop } = await runningForum(house);
		await organiser.put('/forum', { ...forumOfLyon, timeZone: 'Europe/Helsinki' });
		const { body } = await organiser.get<WorkshopRow>(`/workshops/${workshop.id}`);
		expect(body).toMatchObject({ startsLocal: '2024-09-10T13:30', startsAt: Date.UTC(2024, 8, 10, 10, 30) });
	});

	it.each([
		[{ title: '' }, 'input-invalid', 'title'],
		[{ endsLocal: '2024-09-10T13:30' }, 'workshop-times', 'endsLocal'],
		[{ startsLocal: '2024-09-10' }, 'input-invalid', 'startsLocal'],
		[{ language: 'English' }, 'input-invalid', 'language']
	])('refuses %o, and names the field', async (wrong, code, field) => {
		const house = await openHouse();
		const { organiser, workshop } = await runningForum(house);
		const created = await organiser.post('/workshops', { ...greenShift, ...wrong });
		expect(created).toMatchObject({ status: 422, body: { code, field } });
		const edited = await organiser.put(`/workshops/${workshop.id}`, { ...greenShift, ...wrong });
		expect(edited).toMatchObject({ status: 422, body: { code, field } });
		expect((await organiser.get<WorkshopList>('/workshops')).body.workshops).toEqual([workshop]);
	});

	it('needs a forum first', async () => {
		const house = await openHouse();
		const organiser = await organiserOf(house);
		const answer = await organiser.post('/workshops', greenShift);
		expect(answer).toMatchObject({ status: 409, body: { code: 'forum-missing' } });
	});

	it('does not know what is not in it', async () => {
		const house = await openHouse();
		const { organiser } = await runningForum(house);
		const answers = [
			await organiser.get('/workshops/nowhere'),
			await organiser.put('/workshops/nowhere', greenShift),
			await organiser.get('/workshops/nowhere/people'),
			await organiser.post('/workshops/nowhere/facilitator-links', { name: 'F' }),
			await organiser.post('/workshops/nowhere/screen-links'),
			await organiser.post('/workshops/nowhere/new-join-code')
		];
		expect(answers.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual(
			answers.map(() => [404, 'workshop-unknown'])
		);
	});

	it('is made by organisers only', async () => {
		const house = await openHouse();
		const { workshop, facilitator } = await runningForum(house);
		const laptop = await facilitator();
		expect((await laptop.get('/workshops')).status).toBe(401);
		expect((await laptop.post('/workshops', greenShift)).status).toBe(401);
		expect((await laptop.put(`/workshops/${workshop.id}`, greenShift)).status).toBe(401);
		expect((await laptop.post(`/workshops/${workshop.id}/facilitator-links`, { name: 'F' })).status).toBe(401);
	});

	it('gives a facilitator a new room code when the old one has leaked', async () => {
		const house = await openHouse();
		const { workshop, facilitator } = await runningForum(house);
		const laptop = await facilitator();
		const { body } = await laptop.post<WorkshopRow>(`/workshops/${workshop.id}/new-join-code`);
		expect(body.joinCode).not.toBe(workshop.joinCode);
		expect(house.directory.about(workshop.id)?.workshop.joinCode).toBe(body.joinCode);
	});
});
