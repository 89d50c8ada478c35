import { describe, expect, it } from 'vitest';
import { readJoinFragment } from '#lib/protocol/join-codes.ts';
import type { CentreHits } from '#lib/protocol/rest.ts';
import type { CentreRow, CodeSheet, CodeSheets } from '#lib/protocol/rest-centres.ts';
import { centresOf, joining, organiserOf, runningForum, sampleOrganisation } from './forum.ts';
import { openHouse } from './house.ts';

describe('the roster', () => {
	it('takes a network and an organisation that belongs to it', async () => {
		const house = await openHouse();
		const organiser = await organiserOf(house);
		const network = { ...sampleOrganisation, isNetwork: true, name: 'SAMPLEX', field: 'Wood', initiative: 'national' };
		const { body: samplex } = await organiser.post<CentreRow>('/centres', network);
		expect(samplex).toMatchObject({
			isNetwork: true,
			field: 'Wood',
			initiative: 'national',
			kind: null,
			approved: true
		});
		const { status, body } = await organiser.post<CentreRow>('/centres', {
			...sampleOrganisation,
			networkIds: [samplex.id],
			sectors: ['isced:0722', 'eco:construction'],
			website: 'https://puuala.example',
			pic: '123456789',
			oid: 'E12345678'
		});
		expect(status).toBe(200);
		expect(body).toMatchObject({ legalName: 'Sample Puuala', networkIds: [samplex.id], people: 0, askedBy: null });
		expect((await centresOf(organiser)).map(({ name }) => name)).toEqual(['Sample Puuala', 'SAMPLEX']);
	});

	it('edits a centre, and the boards hear of it', async () => {
		const house = await openHouse();
		const { organiser, workshop, centreId, delegate } = await runningForum(house);
		await delegate();
		const edited = { ...sampleOrganisation, name: 'Sample Puuala II', city: 'Turku' };
		const { body } = await organiser.put<CentreRow>(`/centres/${centreId}`, edited);
		expect(body).toMatchObject({ id: centreId, name: 'Sample Puuala II', city: 'Turku', people: 1, verified: 0 });
		expect(house.directory.centreEntry(centreId)).toMatchObject({ name: 'Sample Puuala II' });
		expect(await house.store.loadBoard(workshop.id)).toMatchObject([
			{ type: 'directory-changed', data: { centres: [centreId] } }
		]);
	});

	it.each([
		[{ name: '' }, 'input-invalid', 'name'],
		[{ name: 'sample PUUALA' }, 'centre-exists', 'name'],
		[{ country: 'EU' }, 'input-invalid', 'country'],
		[{ kind: 'castle' }, 'input-invalid', 'kind'],
		[{ pic: '12345678' }, 'input-invalid', 'pic'],
		[{ oid: '123456789' }, 'input-invalid', 'oid'],
		[{ website: 'javascript:alert(1)' }, 'input-invalid', 'website'],
		[{ sectors: ['isced:9999'] }, 'input-invalid', 'sectors.0'],
		[{ networkIds: ['0123456789abcdefghij'] }, 'centre-unknown', 'networkIds']
	])('refuses %o, and names the field', async (wrong, code, field) => {
		const house = await openHouse();
		const organiser = await organiserOf(house);
		await organiser.post('/centres', sampleOrganisation);
		const answer = await organiser.post('/centres', { ...sampleOrganisation, name: 'Sample B', ...wrong });
		expect(answer).toMatchObject({ status: 422, body: { code, field } });
		expect(await centresOf(organiser)).toHaveLength(1);
	});

	it('keeps organisations organisations, and does not know what is not in it', async () => {
		const house = await openHouse();
		const { organiser, centreId } = await runningForum(house);
		const network = { ...sampleOrganisation, isNetwork: true };
		expect(await organiser.put(`/centres/${centreId}`, network)).toMatchObject({
			status: 422,
			body: { field: 'isNetwork' }
		});
		const unknown = await organiser.put('/centres/0123456789abcdefghij', sampleOrganisation);
		expect(unknown).toMatchObject({ status: 422, body: { code: 'centre-unknown' } });
	});

	it('approves a centre that was asked for, who asked stays known', async () => {
		const house = await openHouse();
		const { organiser, workshop } = await runningForum(house);
		const asked = { name: 'Sample Metsä', city: '', country: 'FI', kind: null };
		const { body: joined } = await joining(house.browser(), workshop, { name: 'Oskari', centre: { asked } });
		const waiting = (await centresOf(organiser)).find(({ name }) => name === 'Sample Metsä')!;
		expect(waiting).toMatchObject({ approved: false, askedBy: { personId: joined.you.personId, name: 'Oskari' } });
		const { body: sheets } = await organiser.get<CodeSheets>('/centres/codes');
		expect(sheets.sheets.map(({ name }) => name)).toEqual(['Sample Puuala']);
		const facts = { ...sampleOrganisation, name: 'Sample Metsä', city: 'Kuopio' };
		const { body } = await organiser.put<CentreRow>(`/centres/${waiting.id}`, facts);
		expect(body).toMatchObject({ approved: true, city: 'Kuopio', askedBy: { name: 'Oskari' } });
		expect(house.directory.centreEntry(waiting.id)).toMatchObject({ approved: true });
	});

	it('is for organisers only', async () => {
		const house = await openHouse();
		const { centreId, delegate, facilitator } = await runningForum(house);
		const { phone } = await delegate();
		for (const browser of [phone, await facilitator(), house.browser()]) {
			expect((await browser.get('/centres')).status).toBe(401);
			expect((await browser.post('/centres', sampleOrganisation)).status).toBe(401);
			expect((await browser.put(`/centres/${centreId}`, sampleOrganisation)).status).toBe(401);
			expect((await browser.get('/centres/codes')).status).toBe(401);
			expect((await browser.post(`/centres/${centreId}/new-code`)).status).toBe(401);
		}
	});
});

describe('the sheets with the codes', () => {
	it('carry the code behind the # of their link, with the room’s code when there is a room', async () => {
		const house = await openHouse();
		const { organiser, workshop, sheet } = await runningForum(house);
		expect(sheet.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
		const { pathname, search, hash, origin } = new URL(sheet.url);
		expect({ origin, pathname, search }).toEqual({
			origin: `http://localhost:${house.port}`,
			pathname: '/join',
			search: ''
		});
		expect(readJoinFragment(hash)).toEqual({ join: null, delegation: sheet.code.replaceAll('-', '') });
		const { body } = await organiser.get<CodeSheets>(`/centres/codes?workshop=${workshop.id}`);
		expect(readJoinFragment(new URL(body.sheets[0]!.url).hash)).toEqual({
			join: workshop.joinCode.replace('-', ''),
			delegation: sheet.code.replaceAll('-', '')
		});
	});

	it('are the same when they are printed again, until a code is renewed', async () => {
		const house = await openHouse();
		const { organiser, sheet, centreId } = await runningForum(house);
		expect((await organiser.get<CodeSheets>('/centres/codes')).body.sheets).toEqual([sheet]);
		const { body: renewed } = await organiser.post<CodeSheet>(`/centres/${centreId}/new-code`);
		expect((await organiser.get<CodeSheets>('/centres/codes')).body.sheets).toEqual([renewed]);
	});

	it('are not there for a workshop or a centre that does not exist', async () => {
		const house = await openHouse();
		const { organiser } = await runningForum(house);
		expect((await organiser.get('/centres/codes?workshop=nowhere')).status).toBe(404);
		expect((await organiser.post('/centres/nowhere/new-code')).status).toBe(422);
	});
});

describe('searching for partners', () => {
	it('is for people who are in, over every centre of the forum', async () => {
		const house = await openHouse();
		const { delegate, centreId, facilitator, organiser } = await runningForum(house);
		const { phone } = await delegate();
		for (const browser of [phone, await facilitator(), organiser]) {
			const { body } = await browser.get<CentreHits>('/centres/search?q=puu');
			expect(body.hits).toMatchObject([{ centre: { id: centreId } }]);
		}
		expect((await house.browser().get('/centres/search?q=puu')).status).toBe(401);
	});

	it('gives eight hits at most', async () => {
		const house = await openHouse();
		const organiser = await organiserOf(house);
		for (let n = 0; n < 10; n += 1) await organiser.post('/centres', { ...sampleOrganisation, name: `Sample ${n}` });
		expect((await organiser.get<CentreHits>('/centres/search?q=sample')).body.hits).toHaveLength(8);
	});
});
