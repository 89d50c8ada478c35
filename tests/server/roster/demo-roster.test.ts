import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { centreKinds } from '#lib/protocol/rest.ts';
import { isSectorCode } from '#lib/domain/sector-codes.ts';
import { sampleNetworks, sampleOrganisations } from '../../../server/demo/sample-centres.ts';
import { emptyRecord, recordLimits, type ExistingCentre } from '../../../server/roster/centre-record.ts';
import { countryCode } from '../../../server/roster/countries.ts';
import { nameKey } from '../../../server/roster/name-key.ts';
import { readRosterFile } from '../../../server/roster/read-roster-file.ts';
import { isImportable, previewRoster, type RosterPreview } from '../../../server/roster/roster-preview.ts';

function previewFile(name: string, existing: readonly ExistingCentre[]): RosterPreview {
	const table = readRosterFile(readFileSync(new URL(`../../../server/demo/roster/${name}`, import.meta.url)));
	if ('kind' in table) throw new Error(table.sentence);
	const made = previewRoster({ table, kind: null, existing, isSectorCode, sectorNamed: () => null });
	if ('code' in made) throw new Error(made.sentence);
	return made;
}

const imported = ({ rows }: RosterPreview): ExistingCentre[] =>
	rows.flatMap(({ centre }, at) => (centre ? [{ ...centre, id: `${centre.isNetwork}-${at}` }] : []));

describe('the real roster of the demonstration', () => {
	const networks = previewFile('networks.csv', []);
	const organisations = previewFile('organisations.csv', imported(networks));

	it('is imported without a bad row', () => {
		expect(networks).toMatchObject({ kind: 'networks', counts: { add: 24, update: 0, unchanged: 0, bad: 0 } });
		expect(organisations).toMatchObject({
			kind: 'organisations',
			counts: { add: 14, update: 0, unchanged: 0, bad: 0 }
		});
		expect(isImportable(networks) && isImportable(organisations)).toBe(true);
	});

	it('knows the networks of its organisations', () => {
		expect(organisations.rows[0]?.centre).toMatchObject({
			name: 'SEPR',
			city: 'Lyon',
			country: 'FR',
			kind: 'vet-provider',
			networks: ['MOSAIC', 'Auto-CoVE 2.0']
		});
	});

	it('names a sector and a source in every row, and the import says that it ignores the source', () => {
		for (const preview of [networks, organisations]) {
			expect(preview.columns.at(-1)).toEqual({ header: 'source', field: null });
			expect(preview.rows.filter(({ centre }) => centre?.sectors.length === 0)).toEqual([]);
		}
	});

	it('changes nothing when it is imported again', () => {
		const all = [...imported(networks), ...imported(organisations)];
		expect(previewFile('networks.csv', all).counts).toEqual({ add: 0, update: 0, unchanged: 24, bad: 0 });
		expect(previewFile('organisations.csv', all).counts).toEqual({ add: 0, update: 0, unchanged: 14, bad: 0 });
	});
});

describe('the invented centres of the demonstration', () => {
	const organisations = Object.values(sampleOrganisations);
	const networks = Object.values(sampleNetworks);
	const centres = [...organisations, ...networks];

	it('are all called Sample, and no two alike', () => {
		expect(centres.filter(({ name }) => !name.startsWith('Sample '))).toEqual([]);
		expect(organisations.filter(({ legalName }) => !legalName.startsWith('Sample '))).toEqual([]);
		expect(new Set(centres.map(({ name }) => nameKey(name))).size).toBe(centres.length);
	});

	it('are at least 14 organisations of 9 countries and of every kind, and 3 networks', () => {
		expect(organisations.length).toBeGreaterThanOrEqual(14);
		expect(new Set(organisations.map(({ country }) => country)).size).toBeGreaterThanOrEqual(9);
		expect(new Set(organisations.map(({ kind }) => kind))).toEqual(new Set(centreKinds));
		expect(networks).toHaveLength(3);
	});

	it('keep to the limits and the vocabulary of the roster', () => {
		for (const { name, sectors, website } of centres) {
			expect([...name].length).toBeLessThanOrEqual(recordLimits.shortName);
			expect(sectors.filter((code) => !isSectorCode(code))).toEqual([]);
			expect(new URL(website).hostname).toMatch(/\.example$/);
		}
		for (const { country } of organisations) expect(countryCode(country)).toBe(country);
	});

	it('are coordinated by organisations that exist, whose country the network names', () => {
		for (const { coordinator, coordinatorCountry, countries } of networks) {
			expect(organisations.find(({ name }) => name === coordinator)?.country).toBe(coordinatorCountry);
			expect(countries).toContain(coordinatorCountry);
		}
		for (const { networks: keys, country } of organisations) {
			for (const key of keys) expect(sampleNetworks[key].countries).toContain(country);
		}
	});

	it('have every fact that a record of the roster has, apart from codes that could belong to somebody', () => {
		expect(Object.keys(emptyRecord('organisations'))).toEqual(
			expect.arrayContaining(Object.keys(organisations[0] ?? {}))
		);
		expect(Object.keys(emptyRecord('networks'))).toEqual(expect.arrayContaining(Object.keys(networks[0] ?? {})));
	});
});
