import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const rosters = join(import.meta.dirname, '../../server/demo/roster');

/** The real networks of Lyon 2024. */
export const networks = { name: 'networks.csv', bytes: readFileSync(join(rosters, 'networks.csv')) };
export const networkCount = networks.bytes.toString('utf8').trim().split(/\r?\n/).length - 1;

/** As Excel in Western Europe saves it: semicolons, and one byte a letter. */
const saved = (rows: readonly string[]) => Buffer.from(`${rows.join('\r\n')}\r\n`, 'latin1');
const columns = 'short_name;legal_or_full_name;city;country;kind;networks;sectors';

export const centres = {
	utrecht: 'Sample Gracht College, Utrecht',
	aarhus: 'Sample Søndervang Skole, Århus',
	lyon: 'Sample Lycée des Métiers, Lyon'
} as const;

export const organisations = {
	name: 'organisations.csv',
	bytes: saved([
		columns,
		`${centres.utrecht};Stichting Sample Gracht;Utrecht;NL;VET provider;MOSAIC;isced:0716`,
		`${centres.aarhus};Sample Søndervang;Århus;DK;VET provider;;eco:mobility`,
		`${centres.lyon};Sample Lycée;Lyon;FR;VET provider;Auto-CoVE 2.0;isced:0716`
	])
};
export const organisationCount = 3;

/** Two rows that nobody can import, and one that could be. */
export const broken = {
	name: 'broken.csv',
	bytes: saved([
		columns,
		`${centres.utrecht};Stichting;Utrecht;NL;VET provider;;`,
		'Sample Nowhere;Nowhere;Nowhere;XX;VET provider;;',
		';No name;Lyon;FR;VET provider;No such network;'
	])
};
