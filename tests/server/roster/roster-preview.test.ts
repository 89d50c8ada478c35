import { describe, expect, it } from 'vitest';
import { emptyRecord } from '../../../server/roster/centre-record.ts';
import { isImportable } from '../../../server/roster/roster-preview.ts';
import { actions, centres, network, preview, problems, refusal } from './preview-of.ts';

describe('the columns of a roster', () => {
	it('are recognised in English, in any order, and what is not known is named as ignored', () => {
		const { kind, columns } = preview(['Country;Legal name;Notes;SHORT_NAME', 'FR;Lycée X;hello;X']);
		expect(kind).toBe('organisations');
		expect(columns).toEqual([
			{ header: 'Country', field: 'country' },
			{ header: 'Legal name', field: 'legalName' },
			{ header: 'Notes', field: null },
			{ header: 'SHORT_NAME', field: 'name' }
		]);
	});

	it('are recognised in French, with and without accents', () => {
		const organisations = preview([
			'Nom court;Raison sociale;Ville;Pays;Type;Réseaux;Secteurs d’activité;Site web',
			';A;;;;;;'
		]);
		expect(organisations.columns.map(({ field }) => field)).toEqual([
			'name',
			'legalName',
			'city',
			'country',
			'kind',
			'networks',
			'sectors',
			'website'
		]);
		const networks = preview(['Réseau;Domaine;Chef de file;Pays du chef de file;Pays;Début;Fin', 'A;;;;;;']);
		expect(networks.kind).toBe('networks');
		expect(networks.columns.map(({ field }) => field)).toEqual([
			'name',
			'field',
			'coordinator',
			'coordinatorCountry',
			'countries',
			'start',
			'end'
		]);
	});

	it('that fit both kinds are refused until the organiser says which', () => {
		const lines = ['short_name;website', 'A;'];
		expect(refusal(lines)).toEqual(['roster-kind-unclear', {}]);
		expect(preview(lines, { kind: 'networks' }).kind).toBe('networks');
	});

	it('without a name, or with two of one meaning, are refused', () => {
		expect(refusal(['city;country;kind', 'Lyon;FR;other'])).toEqual(['roster-no-name', {}]);
		expect(refusal(['short_name;city;Ville', 'A;Lyon;Lyon'])).toEqual([
			'roster-column-twice',
			{ columns: 'city, Ville' }
		]);
	});

	it('without any row are refused', () => {
		expect(refusal(['short_name;city', ';'])).toEqual(['roster-no-rows', {}]);
	});
});

describe('a row of organisations', () => {
	const header = 'short_name;legal_or_full_name;city;country;kind;networks;sectors;website;pic;oid';

	it('is read into all fields', () => {
		const names = ' A ;Lycée\u00a0A;Lyon;el;Public authority';
		const more = '"mosaic; Auto-cove 2.0 ";isced:0716,ECO:mobility;www.a.example;999 999 999;e10000001';
		const given = { existing: [network('MOSAIC')], coming: ['Auto-CoVE 2.0'] };
		const [centre] = centres(preview([header, `${names};${more}`], given));
		expect(centre).toEqual({
			...emptyRecord('organisations'),
			name: 'A',
			legalName: 'Lycée A',
			city: 'Lyon',
			country: 'GR',
			kind: 'public-authority',
			networks: ['MOSAIC', 'Auto-CoVE 2.0'],
			sectors: ['isced:0716', 'eco:mobility'],
			website: 'https://www.a.example',
			pic: '999999999',
			oid: 'E10000001'
		});
	});

	it('may leave everything but a name empty', () => {
		const made = preview([header, 'A;;;;;;;;;', ';Lycée B;;;;;;;;']);
		expect(centres(made)).toMatchObject([
			{ name: 'A', legalName: '', country: null, kind: null },
			{ name: 'Lycée B', legalName: 'Lycée B' }
		]);
		expect(made.counts).toEqual({ add: 2, update: 0, unchanged: 0, bad: 0 });
	});

	it.each([
		['Finland', 'FI'],
		['Finlande', 'FI'],
		['UK', 'GB'],
		['République tchèque', 'CZ'],
		['Türkiye', 'TR']
	])('names its country as %s', (word, code) => {
		expect(centres(preview(['short_name;country', `A;${word}`]))).toMatchObject([{ country: code }]);
	});

	it.each([
		['VET provider', 'vet-provider'],
		['vet-provider', 'vet-provider'],
		['Lycée professionnel', 'vet-provider'],
		['Enseignement supérieur', 'higher-education'],
		['Company', 'enterprise'],
		['sector body', 'sector-body'],
		['Collectivité territoriale', 'public-authority'],
		['Recherche', 'research'],
		['Autre', 'other']
	])('names its kind as %s', (word, kind) => {
		expect(centres(preview(['short_name;kind', `A;${word}`]))).toMatchObject([{ kind }]);
	});

	it('names a sector by its label too, also one with a comma', () => {
		const made = preview(['short_name\tkind\tsectors', 'A\t\tNursing, midwifery; eco:mobility']);
		expect(centres(made)).toMatchObject([{ sectors: ['isced:0913', 'eco:mobility'] }]);
	});

	it.each([
		['country', 'Atlantis', 'country-unknown'],
		['country', 'FR DE', 'one-country'],
		['kind', 'school of magic', 'kind-unknown'],
		['networks', 'MOSAIC 2', 'network-unknown'],
		['networks', 'Twin', 'network-ambiguous'],
		['sectors', 'isced:9999', 'sector-unknown'],
		['website', 'javascript:alert(1)', 'website-wrong'],
		['website', 'not a site', 'website-wrong'],
		['website', `https://a.example/${'x'.repeat(300)}`, 'too-long'],
		['pic', '12345678', 'pic-wrong'],
		['pic', '9,99E+08', 'pic-wrong'],
		['oid', 'F10000001', 'oid-wrong'],
		['legal_or_full_name', 'x'.repeat(201), 'too-long'],
		['city', 'x'.repeat(81), 'too-long'],
		['short_name', 'x'.repeat(81), 'too-long'],
		['short_name', '', 'name-missing']
	])('with %s “%s” is bad', (column, cell, code) => {
		const columns =
			column === 'short_name' ? ['short_name', 'city', 'country'] : ['short_name', column, 'Notes', 'country'];
		const unique = [...new Set(columns)];
		const cells = unique.map((one) => (one === column ? cell : one === 'short_name' ? 'B' : ''));
		if (column === 'short_name') cells[1] = 'Lyon';
		const good = unique.map((one) => (one === 'short_name' ? 'A' : ''));
		const existing = [network('Twin', '1'), network('twin', '2')];
		const tabbed = [unique, good, cells].map((row) => row.join('\t'));
		const made = preview(tabbed, { existing, kind: 'organisations' });
		expect(problems(made)).toEqual([`3 ${column} ${code}`]);
		expect(made.rows[1]).toMatchObject({ action: 'bad', centre: null });
		expect(isImportable(made)).toBe(false);
	});

	it('names every wrong cell at once, with the value, what the sentence needs, and a sentence', () => {
		const made = preview(['short_name;country;kind', 'A;FR;other', 'B;Atlantis;wizard']);
		expect(problems(made)).toEqual(['3 country country-unknown', '3 kind kind-unknown']);
		expect(made.rows[1]?.problems[0]).toEqual({
			column: 'country',
			code: 'country-unknown',
			params: { given: 'Atlantis' },
			value: 'Atlantis',
			sentence: '“Atlantis” is no country. Use its two-letter code, or leave it empty.'
		});
	});

	it('with too many or too few cells is bad as a whole', () => {
		const made = preview(['short_name;city;country', 'A;Lyon;FR;;', 'B;Lyon;FR;x', 'C;Lyon']);
		expect(actions(made)).toEqual(['2 add A', '3 bad B', '4 bad C']);
		expect(problems(made)).toEqual(['3 null too-many-cells', '4 null too-few-cells']);
	});

	it('loses control characters and marks that turn the reading direction', () => {
		expect(centres(preview(['short_name;city', 'A\u202eB\u0007;Lyon\u200b']))).toMatchObject([
			{ name: 'AB', city: 'Lyon' }
		]);
	});
});

describe('a row of networks', () => {
	it('is read into all fields, European unless it says otherwise', () => {
		const made = preview([
			'short_name,field,initiative,coordinator,coordinator_country,members,countries,project_number,start,end,website',
			'A,Crafts,,SEPR,FR,SEPR; Omnia ;SEPR,"FR EL, UK;Finland",1010,01.06.2022,2026,https://a.example',
			'B,,nationale,,,,,,2022-06,31/05/2026,'
		]);
		expect(made.rows.map(({ action }) => action)).toEqual(['add', 'add']);
		expect(centres(made)).toEqual([
			{
				...emptyRecord('networks'),
				name: 'A',
				field: 'Crafts',
				initiative: 'european',
				coordinator: 'SEPR',
				coordinatorCountry: 'FR',
				members: ['SEPR', 'Omnia'],
				countries: ['FR', 'GR', 'GB', 'FI'],
				projectNumber: '1010',
				start: '2022-06-01',
				end: '2026',
				website: 'https://a.example'
			},
			{ ...emptyRecord('networks'), name: 'B', initiative: 'national', start: '2022-06', end: '2026-05-31' }
		]);
	});

	it.each([
		['countries', 'FR XX', 'country-unknown'],
		['coordinator_country', 'Gaul', 'country-unknown'],
		['initiative', 'galactic', 'initiative-unknown'],
		['start', '2022-02-30', 'date-wrong'],
		['start', 'soon', 'date-wrong'],
		['end', '2019-12-31', 'ends-before-start'],
		['field', 'x'.repeat(201), 'too-long'],
		['members', Array.from({ length: 201 }, (_, at) => `member ${at}`).join(';'), 'too-many']
	])('with %s “%s” is bad', (column, cell, code) => {
		const columns = [
			'short_name',
			'field',
			'initiative',
			'coordinator_country',
			'members',
			'countries',
			'start',
			'end'
		];
		const row = columns.map((one) =>
			one === column ? cell : one === 'start' ? '2020' : one === 'short_name' ? 'A' : ''
		);
		expect(problems(preview([columns.join('\t'), row.join('\t')]))).toEqual([`2 ${column} ${code}`]);
	});
});
