import { describe, expect, it } from 'vitest';
import type { Directory } from '../../../server/directory/directory.ts';
import { noCentreFacts } from '../../../server/directory/records.ts';
import { applyDirectoryWrite } from '../../../server/store/sqlite/directory-sql.ts';
import { inTransaction } from '../../../server/store/sqlite/transaction.ts';
import { StoreConflict } from '../../../server/store/store.ts';
import { forumOfLyon, greenShift } from '../rest/forum.ts';
import { openDirectory, type OpenDirectory } from './open-directory.ts';

function given<Value extends object>(value: Value | { readonly kind: 'refused' }): Exclude<Value, { kind: 'refused' }> {
	if ('kind' in value && value.kind === 'refused') throw new Error('Refused');
	return value as Exclude<Value, { kind: 'refused' }>;
}

/** One network, one organisation in it, one workshop with one delegate and one facilitator. */
async function fill({ directory }: Pick<OpenDirectory, 'directory'>) {
	await directory.forum.save(forumOfLyon);
	const network = given(
		await directory.centres.add(
			{
				...noCentreFacts,
				isNetwork: true,
				name: 'SAMPLEX',
				members: ['Sample A'],
				start: '2022',
				initiative: 'european'
			},
			null
		)
	);
	const facts = { ...noCentreFacts, name: 'Sample A', legalName: 'Sample A', country: 'FI', networkIds: [network.id] };
	const centre = given(await directory.centres.add({ ...facts, sectors: ['isced:07'] }, null));
	const workshop = given(await directory.workshops.create(greenShift));
	const joining = { board: workshop.id, name: 'Päivi', centre: { id: centre.id }, attempt: 'one' };
	const { personId } = given(await directory.people.join(joining));
	const { path } = await directory.links.make({ kind: 'facilitator', board: workshop.id, name: 'Fabien' });
	const facilitator = given(await directory.claims.facilitator(path.split('#')[1] ?? '', null, null));
	return { network, centre, workshop, personId, facilitatorId: facilitator.personId };
}

function everything(directory: Directory, board: string, personId: string) {
	return {
		forum: directory.forum.get(),
		centres: directory.centres.all().toSorted((a, b) => (a.id < b.id ? -1 : 1)),
		workshops: directory.workshops.all(),
		members: directory.people.inWorkshop(board),
		facilitators: directory.people.facilitatorsOf(board),
		person: directory.person(personId),
		about: directory.about(board)
	};
}

describe('the directory', () => {
	it('is the same after a restart', async () => {
		const open = await openDirectory();
		const { workshop, personId, centre } = await fill(open);
		await open.directory.workshops.renewJoinCode(workshop.id);
		await open.directory.people.verify(personId, centre.id);
		const before = everything(open.directory, workshop.id, personId);
		const { directory } = await open.reopened();
		expect(everything(directory, workshop.id, personId)).toEqual(before);
		expect(directory.workshops.ofJoinCode(workshop.joinCode)).toMatchObject({ code: 'join-code-replaced' });
	});

	it('tells rooms who a person is, where they are in, and until when centres confirm', async () => {
		const open = await openDirectory();
		const { centre, network, workshop, personId, facilitatorId } = await fill(open);
		const { directory } = open;
		expect(directory.person(personId)).toEqual({
			id: personId,
			name: 'Päivi',
			centreId: centre.id,
			verified: false,
			organiser: false
		});
		expect(directory.personEntry(personId)).toEqual({ name: 'Päivi', centreId: centre.id, verified: false });
		expect(directory.centreEntry(centre.id)).toEqual({
			isNetwork: false,
			name: 'Sample A',
			legalName: 'Sample A',
			city: null,
			country: 'FI',
			kind: null,
			sectors: ['isced:07'],
			networkIds: [network.id],
			approved: true
		});
		expect([directory.isMember(workshop.id, personId), directory.facilitates(workshop.id, personId)]).toEqual([
			true,
			false
		]);
		expect(directory.facilitates(workshop.id, facilitatorId)).toBe(true);
		expect(directory.boards()).toEqual([workshop.id]);
		const context = directory.contextOf(workshop.id);
		expect(context.forum.confirmBy).toBe(Date.UTC(2024, 8, 26, 22) - 1);
		expect(context.centre(network.id)).toMatchObject({ isNetwork: true, name: 'SAMPLEX' });
		expect(context.person(personId)).toMatchObject({ centreId: centre.id, verified: false });
		expect(directory.about('nowhere')).toBeUndefined();
	});

	it('tells a board who is in it, who runs it, and who is only in another one', async () => {
		const open = await openDirectory();
		const { workshop, personId, facilitatorId } = await fill(open);
		const { roleHere } = open.directory.contextOf(workshop.id);
		expect([personId, facilitatorId, 'stranger'].map(roleHere)).toEqual(['delegate', 'moderator', null]);
		expect([personId, facilitatorId].map(open.directory.contextOf('elsewhere').roleHere)).toEqual([null, null]);
	});

	it('follows the facts that a board wrote, once, and a later rename does not undo them', async () => {
		const open = await openDirectory();
		const { workshop, personId, centre } = await fill(open);
		const { directory, database } = open;
		const asked = { name: 'Sample B', city: '', country: null, kind: null };
		const newcomer = given(
			await directory.people.join({ board: workshop.id, name: 'Oskari', centre: { asked }, attempt: null })
		);
		const writes = [
			{ is: 'verify-person', personId, centreId: centre.id, by: null, at: 1, how: 'facilitator' },
			{ is: 'verify-person', personId, centreId: centre.id, by: personId, at: 2, how: 'code' },
			{ is: 'approve-centre', centreId: newcomer.centreId, by: null, at: 3 }
		] as const;
		// As a store does it: the rename falls between the commit and the moment at which the memory follows.
		inTransaction(database.db, () => writes.forEach((write) => applyDirectoryWrite(database.db, write)));
		await directory.people.rename(personId, 'Päivi S.');
		directory.applied(writes);
		expect(directory.people.get(personId)).toMatchObject({
			name: 'Päivi S.',
			verified: { how: 'facilitator', by: null, at: 1 }
		});
		await directory.people.rename(personId, 'Päivi S.');
		expect(directory.personEntry(personId)).toMatchObject({ verified: true });
		const again = await open.reopened();
		expect(again.directory.people.get(personId)).toMatchObject({
			name: 'Päivi S.',
			verified: { how: 'facilitator', at: 1 }
		});
		expect(again.directory.centreEntry(newcomer.centreId)).toMatchObject({ approved: true });
	});

	it('forgets a person: the name is in no file, what they did stays by id', async () => {
		const open = await openDirectory();
		const { workshop, personId, centre } = await fill(open);
		await open.directory.people.forget(personId);
		await open.directory.people.rename(personId, 'Back again');
		expect(open.directory.personEntry(personId)).toEqual({ name: null, centreId: centre.id, verified: false });
		expect(open.directory.isMember(workshop.id, personId)).toBe(true);
		const { directory } = await open.reopened();
		expect(directory.people.get(personId)).toMatchObject({ name: null, attemptHash: null });
	});

	it('changes neither the disk nor the memory when one of several changes cannot be written', async () => {
		const open = await openDirectory();
		const { workshop, network } = await fill(open);
		const { approved: _approved, ...row } = network;
		const broken = [
			{ is: 'centre', row: { ...row, name: 'RENAMED' } },
			{ is: 'link-used', tokenHash: 'no such link', at: 1 }
		] as const;
		await expect(open.tables.write(broken)).rejects.toBeInstanceOf(StoreConflict);
		const { directory } = await open.reopened();
		expect(directory.centre(network.id)).toMatchObject({ name: 'SAMPLEX' });
		expect(directory.about(workshop.id)).toBeDefined();
	});

	it('does what is asked at the same moment one after the other', async () => {
		const { directory } = await openDirectory();
		const filled = await fill({ directory });
		const { path } = await directory.links.make({ kind: 'device', personId: filled.personId });
		const claims = [1, 2, 3].map(() => directory.claims.device(path.split('#')[1] ?? ''));
		const answers = (await Promise.all(claims)).map((answer) => (typeof answer === 'string' ? answer : answer.code));
		expect(answers).toEqual([filled.personId, 'link-used', 'link-used']);
		const joining = { board: filled.workshop.id, name: 'Oskari', centre: { id: filled.centre.id }, attempt: 'two' };
		const joined = await Promise.all([1, 2, 3].map(() => directory.people.join(joining)));
		expect(new Set(joined.map((one) => given(one).personId)).size).toBe(1);
	});

	it('lets work go on after one that failed', async () => {
		const open = await openDirectory();
		const { workshop } = await fill(open);
		await expect(open.directory.people.joinAgain('nobody', workshop.id)).rejects.toThrow();
		expect(open.directory.isMember(workshop.id, 'nobody')).toBe(false);
		expect(await open.directory.workshops.renewJoinCode(workshop.id)).toMatchObject({ id: workshop.id });
	});

	it('drops links long after they ended', async () => {
		const open = await openDirectory();
		const { path } = await open.directory.links.make({ kind: 'organiser', holds: -40 * 24 * 60 * 60 * 1000 });
		expect(await open.directory.links.read('organiser', path.split('#')[1] ?? '')).toMatchObject({
			code: 'link-expired'
		});
		const { directory } = await open.reopened();
		expect(await directory.links.read('organiser', path.split('#')[1] ?? '')).toMatchObject({ code: 'link-wrong' });
	});
});
