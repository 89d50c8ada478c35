import { describe, expect, it, vi } from 'vitest';
import type { SnapshotMessage } from '#lib/protocol/frame.ts';
import type { ForumPeople, OneTimeLink } from '#lib/protocol/rest.ts';
import { offer, openDraft, partnership, running, yes } from '../../domain/given.ts';
import { amelie, facilitator, guest, id, paivi } from '../../domain/story.ts';
import { agreedBy, agreedForum, download, rowsOf } from '../exports/agreed-forum.ts';
import { boardSocket } from './board-socket.ts';
import { joining, runningForum, tokenIn } from './forum.ts';
import { openHouse } from './house.ts';

/** Two centres' yes; Amélie's names Amélie, Päivi's names a colleague who is not at the forum. */
function namedByThemselves() {
	const story = openDraft();
	const { contact, ...rest } = yes(story).input as { contact: object };
	const own = { ...contact, name: 'Päivi Sundström', email: 'paivi@canary.example', function: 'canary of a function' };
	const first = { name: 'confirm-proposal', input: { ...rest, contact: own } };
	return story.did(paivi, first).did(amelie, yes(story));
}

describe('a delegate who asks to be forgotten', () => {
	it('is no longer named in any byte: not on disk, not on the board, not in a list, not in a file', async () => {
		const forum = await agreedForum(namedByThemselves());
		const { house, phones, workshop } = forum;
		const canaries = ['Sundström', 'paivi@canary.example', 'canary of a function'];
		expect(canaries.filter((word) => (house.onDisk() + utf8(house.onDisk())).includes(word))).toHaveLength(3);
		expect((await phones.paivi.send('DELETE', '/me', undefined, 'delegate')).status).toBe(204);
		const answers = [house.onDisk(), utf8(house.onDisk()), house.log.join('\n')];
		for (const [browser, as] of [
			[phones.amelie, 'delegate'],
			[forum.organiser, 'organiser']
		] as const) {
			answers.push(JSON.stringify((await browser.get(`/boards/${workshop.id}/seen`, as)).body));
			for (const format of ['json', 'csv']) {
				answers.push((await download(forum, browser, `/partnerships?format=${format}`)).bytes.toString('utf8'));
			}
		}
		answers.push(JSON.stringify((await forum.organiser.get('/people')).body));
		answers.push(JSON.stringify((await forum.organiser.get(`/workshops/${workshop.id}/people`)).body));
		for (const answer of answers) expect(canaries.filter((word) => answer.includes(word))).toEqual([]);
	});

	it('leaves the agreement of the centre as it is: the same version, hash and partners', async () => {
		const forum = await agreedForum(namedByThemselves());
		const [before] = await agreedBy(forum, forum.phones.amelie);
		await forum.phones.paivi.send('DELETE', '/me', undefined, 'delegate');
		const [after] = await agreedBy(forum, forum.phones.amelie);
		const without = (one: typeof before) => one?.parties.map(({ contact: _c, confirmedBy: _b, ...party }) => party);
		expect(without(after)).toEqual(without(before));
		expect({ ...after, parties: [] }).toEqual({ ...before, parties: [] });
		const own = after?.parties.find(({ centreId }) => centreId === forum.centreId);
		expect(own).toMatchObject({ contact: null, confirmedBy: null, decision: 'agreed' });
		const others = after?.parties.find(({ centreId }) => centreId !== forum.centreId);
		expect(others).toMatchObject({ contact: { email: 'amelie@sample.example' }, confirmedBy: 'Amélie Roux' });
		const rows = rowsOf(await download(forum, forum.phones.amelie, '/partnerships?format=csv'));
		expect(rows.map((row) => row['Confirmed by']).sort()).toEqual(['Amélie Roux', 'name erased']);
	});

	it('is the same after a restart: the log replays without what was erased, and says when and by whom', async () => {
		const forum = await agreedForum(namedByThemselves());
		const { house, workshop, phones, known } = forum;
		const person = known(paivi.personId);
		await phones.paivi.send('DELETE', '/me', undefined, 'delegate');
		const seen = async (port: number) => {
			const cookie = [...phones.amelie.cookies].map((pair) => pair.join('=')).join('; ');
			const answer = await fetch(`http://127.0.0.1:${port}/api/boards/${workshop.id}/seen`, { headers: { cookie } });
			const { seen, directory, version } = (await answer.json()) as SnapshotMessage;
			return { seen, directory, version };
		};
		const before = await seen(house.port);
		await house.close();
		const again = await openHouse({}, house.folder, house.clock);
		expect(await seen(again.port)).toEqual(before);
		expect(before.directory.persons[person]).toMatchObject({ name: null });
		const log = await again.store.loadBoard(workshop.id);
		expect(log.at(-1)).toMatchObject({ type: 'person-forgotten', by: person, data: { personId: person } });
		const confirmed = log.filter(({ type }) => type === 'proposal-confirmed').map(({ texts }) => texts);
		expect(confirmed).toEqual([{}, expect.objectContaining({ contactName: 'Amélie Roux' })]);
	});

	it('is signed out everywhere, and no link of theirs opens anything', async () => {
		const forum = await agreedForum(partnership());
		const { phones, house } = forum;
		const { body: link } = await phones.paivi.post<OneTimeLink>('/me/device-links');
		const laptop = house.browser();
		const { body: other } = await phones.paivi.post<OneTimeLink>('/me/device-links');
		await laptop.post('/device/claim', { token: tokenIn(other) });
		const cookies = new Map(phones.paivi.cookies);
		await phones.paivi.send('DELETE', '/me', undefined, 'delegate');
		expect(phones.paivi.cookies.size).toBe(0);
		for (const [name, value] of cookies) phones.paivi.cookies.set(name, value);
		expect((await phones.paivi.get('/me')).status).toBe(401);
		expect((await laptop.get('/me')).status).toBe(401);
		expect((await house.browser().post('/device/claim', { token: tokenIn(link) })).status).toBe(404);
	});

	it('speaks nowhere any more before the first of their words is erased', async () => {
		const forum = await agreedForum(namedByThemselves());
		const { phones, house, workshop } = forum;
		const laptop = house.browser();
		const { body: link } = await phones.paivi.post<OneTimeLink>('/me/device-links');
		await laptop.post('/device/claim', { token: tokenIn(link) });
		const socket = await boardSocket(house, laptop, 'delegate', workshop.id);
		await socket.greet();
		const erase = house.store.eraseTexts.bind(house.store);
		const answers: unknown[] = [];
		vi.spyOn(house.store, 'eraseTexts').mockImplementation(async (...texts) => {
			const late = { board: workshop.id, submissionId: id('late'), command: offer('late') };
			answers.push((await laptop.get('/me')).status, (await phones.paivi.get('/me')).status);
			answers.push((await laptop.get(`/boards/${workshop.id}/seen`)).status);
			answers.push(await socket.emitWithAck('submit', late), await socket.greet());
			return erase(...texts);
		});
		expect((await phones.paivi.send('DELETE', '/me', undefined, 'delegate')).status).toBe(204);
		expect(answers).toMatchObject([
			...[401, 401, 403],
			{ is: 'again', code: 'session-ended' },
			{ is: 'refused', code: 'session-ended' }
		]);
		expect(await socket.greet()).toMatchObject({ is: 'refused', code: 'session-ended' });
	});

	it('may ask again when the disk broke off', async () => {
		const { phones, house } = await agreedForum(namedByThemselves());
		vi.spyOn(house.store, 'eraseTexts').mockRejectedValueOnce(new Error('broken off'));
		expect((await phones.paivi.send('DELETE', '/me', undefined, 'delegate')).status).toBe(500);
		expect((await phones.paivi.get('/me')).status).toBe(200);
		expect((await phones.paivi.send('DELETE', '/me', undefined, 'delegate')).status).toBe(204);
		expect(utf8(house.onDisk())).not.toContain('Sundström');
	});

	it('takes along the contact data that somebody else of their centre gave for them', async () => {
		const story = openDraft();
		story.did(paivi, yes(story)).did(amelie, yes(story));
		const forum = await agreedForum(story);
		const second = forum.house.browser();
		const centre = { id: forum.known(id('lyon')) };
		await joining(second, forum.workshop, { name: 'amelie  ROUX', centre });
		// Amélie's yes names Amélie; a person of her name and centre is her, on whatever device the yes was given.
		await second.send('DELETE', '/me', undefined, 'delegate');
		const [agreed] = await agreedBy(forum, forum.phones.paivi);
		const contacts = agreed?.parties.map(({ centreId, contact }) => [centreId, contact?.name ?? null]);
		expect(new Map(contacts as [string, string | null][]).get(centre.id)).toBeNull();
	});

	it('has what a moderator wrote about them erased, too', async () => {
		const story = running().did(facilitator, {
			name: 'remove-person',
			input: { personId: guest.personId, reason: 'a canary about the guest' }
		});
		const forum = await agreedForum(story);
		const { organiser, house, workshop, known } = forum;
		expect(house.onDisk()).toContain('a canary about the guest');
		expect((await organiser.send('DELETE', `/people/${known(guest.personId)}`, undefined)).status).toBe(204);
		expect(house.onDisk()).not.toContain('a canary about the guest');
		const { body } = await organiser.get<SnapshotMessage>(`/boards/${workshop.id}/seen`, 'organiser');
		expect(JSON.stringify(body)).not.toContain('a canary about the guest');
		expect(body.seen.members).toMatchObject({ [known(guest.personId)]: { removed: { reason: '' } } });
	});

	it('gets no name back by a change that was on its way', async () => {
		const forum = await agreedForum(running());
		const { house, phones, known } = forum;
		await phones.paivi.send('DELETE', '/me', undefined, 'delegate');
		await house.directory.people.rename(known(paivi.personId), 'Päivi Sundström');
		expect(house.directory.personEntry(known(paivi.personId))).toMatchObject({ name: null });
		expect(utf8(house.onDisk())).not.toContain('Sundström');
	});
});

describe('the organiser', () => {
	it('sees everybody whose name is there, and takes the name of one away on request', async () => {
		const forum = await agreedForum(partnership());
		const { organiser, known } = forum;
		const names = async () => (await organiser.get<ForumPeople>('/people')).body.people.map(({ name }) => name);
		expect(await names()).toEqual(['Amélie Roux', 'Gergana Ilieva', 'Guest of Tampere', 'Odile', 'Päivi Sundström']);
		expect((await organiser.send('DELETE', `/people/${known(amelie.personId)}`, undefined)).status).toBe(204);
		expect(await names()).not.toContain('Amélie Roux');
		const again = await organiser.send('DELETE', `/people/${known(amelie.personId)}`, undefined);
		expect(again).toMatchObject({ status: 404, body: { code: 'person-forgotten' } });
		expect((await forum.phones.amelie.get('/me')).status).toBe(401);
	});

	it('can have a facilitator forgotten, whose link held the name as well', async () => {
		const house = await openHouse();
		const { organiser, facilitator: come } = await runningForum(house);
		const laptop = await come();
		expect(house.onDisk()).toContain('Fabien');
		const { body } = await organiser.get<ForumPeople>('/people');
		const fabien = body.people.find(({ is }) => is === 'facilitator');
		expect(fabien).toMatchObject({ name: 'Fabien', workshops: 1, centre: null });
		await organiser.send('DELETE', `/people/${fabien?.personId}`, undefined);
		expect(house.onDisk()).not.toContain('Fabien');
		expect((await laptop.get('/sessions')).body).toMatchObject({ facilitator: null });
	});

	it('is not forgotten, and nobody else may forget anybody', async () => {
		const forum = await agreedForum(partnership());
		const { organiser, phones, known } = forum;
		const { body } = await organiser.get<ForumPeople>('/people');
		const odile = body.people.find(({ is }) => is === 'organiser')?.personId;
		const refused = await organiser.send('DELETE', `/people/${odile}`, undefined);
		expect(refused).toMatchObject({ status: 409, body: { code: 'organiser-stays' } });
		const laptop = await forum.facilitator();
		for (const browser of [phones.paivi, laptop, forum.house.browser()]) {
			expect((await browser.send('DELETE', `/people/${known(amelie.personId)}`, undefined)).status).toBe(401);
			expect((await browser.get('/people')).status).toBe(401);
		}
		expect((await phones.amelie.get('/me')).status).toBe(200);
	});
});

/** The bytes of the database, read as the text that they hold. */
function utf8(latin1: string): string {
	return Buffer.from(latin1, 'latin1').toString('utf8');
}
