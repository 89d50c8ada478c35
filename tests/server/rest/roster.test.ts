import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RosterPreview } from '#lib/protocol/rest-roster.ts';
import { centresOf, organiserOf, runningForum } from './forum.ts';
import { openHouse } from './house.ts';

const csv = (...lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n'));

const networks = csv(
	'short_name,field,coordinator,coordinator_country,countries,members',
	'SAMPLEX,Water,Sample Wasser,DE,DE NL,Sample Wasser; Sample Vesi',
	'SAMPLEY,Wood,,,FI,'
);
const organisations = csv(
	'short_name;legal_or_full_name;city;country;kind;networks',
	'Sample Wasser;Sample Wasserschule Köln;Köln;DE;VET provider;SAMPLEY',
	'Sample Vesi;;Espoo;FI;enterprise;'
);

describe('the preview of a roster', () => {
	it('says what would come in, and writes nothing', async () => {
		const house = await openHouse();
		const organiser = await organiserOf(house);
		const { status, body } = await organiser.post<RosterPreview>('/roster/preview?kind=networks', networks);
		expect(status).toBe(200);
		expect(body).toMatchObject({
			kind: 'networks',
			encoding: 'utf-8',
			delimiter: ',',
			counts: { rows: 2, added: 2, changed: 0, same: 0 },
			problems: [],
			sample: [
				{ line: 2, is: 'added', name: 'SAMPLEX' },
				{ line: 3, name: 'SAMPLEY' }
			]
		});
		expect(await centresOf(organiser)).toEqual([]);
	});

	it('reads Excel’s semicolons and its encoding', async () => {
		const house = await openHouse();
		const organiser = await organiserOf(house);
		const bytes = Uint8Array.from('short_name;city\r\nSample Forêt;Besançon\r\n', (letter) => letter.charCodeAt(0));
		const { body } = await organiser.post<RosterPreview>('/roster/preview?encoding=windows-1252', bytes);
		expect(body).toMatchObject({ delimiter: ';', sample: [{ name: 'Sample Forêt', city: 'Besançon' }] });
	});

	it('names every bad row and column', async () => {
		const house = await openHouse();
		const organiser = await organiserOf(house);
		const file = csv('short_name,country,kind', 'Sample A,Atlantis,enterprise', 'Sample B,FI,castle', ',FI,');
		const { body } = await organiser.post<RosterPreview>('/roster/preview?kind=organisations', file);
		expect(body.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
			[2, 'country', 'country-unknown'],
			[3, 'kind', 'kind-unknown'],
			[4, 'short_name', 'name-missing']
		]);
	});

	it.each([
		['an empty file', csv(''), 'roster-empty'],
		['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'roster-is-workbook'],
		['a table without names', csv('colour,taste', 'red,sweet'), 'roster-kind-unclear']
	])('refuses %s', async (_what, bytes, code) => {
		const house = await openHouse();
		const organiser = await organiserOf(house);
		expect(await organiser.post('/roster/preview', bytes)).toMatchObject({ status: 422, body: { code } });
	});

	it('refuses an encoding that it does not know, and more than 2 MB', async () => {
		const house = await openHouse();
		const organiser = await organiserOf(house);
		const answer = await organiser.post('/roster/preview?encoding=ebcdic', networks);
		expect(answer).toMatchObject({ status: 422, body: { code: 'input-invalid', field: 'encoding' } });
		const large = await organiser.post('/roster/preview', new Uint8Array(2 * 1024 * 1024 + 1).fill(65));
		expect(large).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
	});
});

describe('the import of a roster', () => {
	it('brings networks and organisations in, and joins them whichever file names the other', async () => {
		const house = await openHouse();
		const organiser = await organiserOf(house);
		expect((await organiser.post('/roster/import?kind=networks', networks)).status).toBe(200);
		const { body } = await organiser.post<RosterPreview>('/roster/import?kind=organisations', organisations);
		expect(body.counts).toEqual({ rows: 2, added: 2, changed: 0, same: 0 });
		const centres = await centresOf(organiser);
		const idOf = (name: string) => centres.find((one) => one.name === name)?.id;
		expect(centres.map(({ name, approved }) => [name, approved])).toEqual([
			['Sample Vesi', true],
			['Sample Wasser', true],
			['SAMPLEX', true],
			['SAMPLEY', true]
		]);
		const wasser = centres.find(({ name }) => name === 'Sample Wasser');
		expect(wasser).toMatchObject({
			legalName: 'Sample Wasserschule Köln',
			city: 'Köln',
			country: 'DE',
			kind: 'vet-provider'
		});
		expect(new Set(wasser?.networkIds)).toEqual(new Set([idOf('SAMPLEX'), idOf('SAMPLEY')]));
		expect(centres.find(({ name }) => name === 'Sample Vesi')?.networkIds).toEqual([idOf('SAMPLEX')]);
	});

	it('writes nothing at all while one row is bad', async () => {
		const house = await openHouse();
		const organiser = await organiserOf(house);
		const file = csv('short_name,country', 'Sample A,FI', 'Sample B,Atlantis');
		const answer = await organiser.post('/roster/import?kind=organisations', file);
		expect(answer).toMatchObject({ status: 422, body: { code: 'roster-has-problems', values: { rows: 1 } } });
		expect(await centresOf(organiser)).toEqual([]);
	});

	it('done twice changes nothing; what is different is changed, keeps its id and its code, and boards hear of it', async () => {
		const house = await openHouse();
		const { organiser, workshop, centreId, delegate, sheet } = await runningForum(house);
		await delegate();
		const file = csv('short_name,city,country,website', 'Sample Puuala,Turku,FI,https://puuala.example');
		const { body: first } = await organiser.post<RosterPreview>('/roster/import?kind=organisations', file);
		expect(first.counts).toEqual({ rows: 1, added: 0, changed: 1, same: 0 });
		const { body: second } = await organiser.post<RosterPreview>('/roster/import?kind=organisations', file);
		expect(second.counts).toEqual({ rows: 1, added: 0, changed: 0, same: 1 });
		expect(await centresOf(organiser)).toMatchObject([{ id: centreId, city: 'Turku', people: 1 }]);
		expect(house.directory.centres.ofCode(sheet.code.replaceAll('-', ''))?.id).toBe(centreId);
		expect(await house.store.loadBoard(workshop.id)).toMatchObject([
			{ type: 'directory-changed', data: { persons: [], centres: [centreId] } }
		]);
	});

	it('takes the real roster of the demonstration', async () => {
		const house = await openHouse();
		const organiser = await organiserOf(house);
		for (const kind of ['networks', 'organisations']) {
			const bytes = readFileSync(new URL(`../../../server/demo/roster/${kind}.csv`, import.meta.url));
			expect(await organiser.post(`/roster/import?kind=${kind}`, bytes)).toMatchObject({ status: 200 });
		}
		const centres = await centresOf(organiser);
		const mosaic = centres.find(({ name }) => name === 'MOSAIC');
		expect(centres.find(({ name }) => name === 'SEPR')?.networkIds).toContain(mosaic?.id);
	});

	it('is for organisers only', async () => {
		const house = await openHouse();
		await organiserOf(house);
		expect((await house.browser().post('/roster/import?kind=networks', networks)).status).toBe(401);
		expect((await house.browser().post('/roster/preview?kind=networks', networks)).status).toBe(401);
	});
});
