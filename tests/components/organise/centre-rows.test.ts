import { describe, expect, test } from 'vitest';
import { centreRequest, centresFound, newCentre } from '#lib/organise/centre-rows.ts';
import { listAddress } from '#lib/organise/list-address.ts';
import type { CentreRow } from '#lib/protocol/rest-centres.ts';

const row = (id: string, facts: Partial<CentreRow>): CentreRow => ({
	...newCentre,
	id,
	people: 0,
	verified: 0,
	askedBy: null,
	...facts
});
const rows = [
	row('1', { name: 'MOSAIC', isNetwork: true, city: null }),
	row('2', { name: 'Lycée du bois', city: 'Mouchard', networkIds: ['1'] }),
	row('3', { name: 'Omnia', city: 'Espoo', approved: false })
];
const networkName = (id: string) => rows.find((one) => one.id === id)?.name ?? '';
const found = (show: Parameters<typeof centresFound>[1], query: string) =>
	centresFound(rows, show, query, networkName).map(({ id }) => id);

describe('the roster is searched', () => {
	test('without accents and in any order of words', () => expect(found('all', 'bois lycee')).toEqual(['2']));
	test('by city', () => expect(found('all', 'espoo')).toEqual(['3']));
	test('by the name of a network, which also finds its members', () => {
		expect(found('all', 'mosaic')).toEqual(['1', '2']);
	});
	test('among networks, organisations, or what waits for approval', () => {
		expect(found('networks', '')).toEqual(['1']);
		expect(found('organisations', '')).toEqual(['2', '3']);
		expect(found('asked', '')).toEqual(['3']);
	});
});

test('a centre is sent back with its facts and nothing of what the server counts', () => {
	expect(centreRequest(row('1', { name: 'MOSAIC', city: null, people: 4 }))).toEqual({ ...newCentre, name: 'MOSAIC' });
});

test('a list is asked for the forum, or for one workshop', () => {
	expect(listAddress('partnerships', '', 'xlsx')).toBe('/api/partnerships?scope=forum&format=xlsx');
	expect(listAddress('waiting', 'abc', 'csv')).toBe('/api/partnerships/waiting?scope=workshop&format=csv&workshop=abc');
});
