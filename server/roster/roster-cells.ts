import { lengthOf } from '#lib/domain/texts.ts';
import type { CentreKind, Initiative } from '#lib/protocol/rest.ts';
import { recordLimits } from './centre-record.ts';
import { countryCode } from './countries.ts';
import { nameKey } from './name-key.ts';
import { shorten, type RosterProblemCode } from './roster-problems.ts';

/** A cell read: its value, or why it cannot be read. */
export type Read<Value> =
	| { readonly ok: true; readonly value: Value }
	| {
			readonly ok: false;
			readonly code: RosterProblemCode;
			readonly params: Readonly<Record<string, string | number>>;
	  };

export const right = <Value>(value: Value): Read<Value> => ({ ok: true, value });
export const wrong = (code: RosterProblemCode, params: Record<string, string | number> = {}): Read<never> => ({
	ok: false,
	code,
	params
});

/** Control characters, marks that turn the reading direction around, and invisible ones that make equal names differ. */
const unwanted = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** What a cell says: one line in NFC, without control characters and spaces around. */
export function tidyCell(cell: string): string {
	return cell.normalize('NFC').replace(/\s+/g, ' ').replace(unwanted, '').trim();
}

export function readText(cell: string, most: number): Read<string> {
	return lengthOf(cell) <= most ? right(cell) : wrong('too-long', { most });
}

function pieces(cell: string, separator: RegExp): string[] {
	return cell
		.split(separator)
		.map((piece) => piece.trim())
		.filter((piece) => piece !== '');
}

/** Entries separated by `;`, each read by `one`; an entry that stands there twice counts once. */
export function readList(
	cell: string,
	mostItems: number,
	one: (piece: string) => Read<string>,
	separator = /;/
): Read<readonly string[]> {
	const values = new Set<string>();
	for (const piece of pieces(cell, separator)) {
		const read = one(piece);
		if (!read.ok) return read;
		values.add(read.value);
	}
	return values.size <= mostItems ? right([...values]) : wrong('too-many', { most: mostItems });
}

export function readCountry(cell: string): Read<string> {
	const code = countryCode(cell);
	if (code !== null) return right(code);
	const several = pieces(cell, /[\s,;/]+/);
	return several.length > 1 && several.every((piece) => countryCode(piece) !== null)
		? wrong('one-country')
		: wrong('country-unknown', { given: shorten(cell) });
}

/** Codes separated by spaces, commas or semicolons; names of countries where no space separates. */
export function readCountries(cell: string): Read<readonly string[]> {
	const parts = pieces(cell, /[,;/]/).flatMap((part) => (countryCode(part) === null ? pieces(part, /\s+/) : [part]));
	return readList(parts.join(';'), recordLimits.countries, readCountry);
}

const kindWords: Readonly<Record<CentreKind, string>> = {
	'vet-provider':
		'vet provider, vet, vet school, vet centre, vocational school, vocational college, training provider, training centre, ' +
		'organisme de formation, centre de formation, etablissement de formation, lycee professionnel, cfa, efp, ' +
		'prestataire d efp, etablissement de formation professionnelle, enseignement professionnel',
	'higher-education':
		'higher education, higher education institution, hei, university, university of applied sciences, ' +
		'enseignement superieur, etablissement d enseignement superieur, universite',
	enterprise: 'enterprise, company, business, firm, employer, sme, entreprise, societe, pme, employeur',
	'sector-body':
		'sector body, industry body, industry or sector body, sector organisation, chamber, association of enterprises, social partner, ' +
		'organisme sectoriel, organisation sectorielle, branche professionnelle, organisation professionnelle, ' +
		'chambre consulaire, partenaire social',
	'public-authority':
		'public authority, authority, region, municipality, ministry, public body, autorite publique, collectivite, ' +
		'collectivite territoriale, ministere, organisme public',
	research: 'research, research centre, research institute, research organisation, recherche, centre de recherche',
	other: 'other, autre'
};

const kindByWord = new Map(
	(Object.entries(kindWords) as [CentreKind, string][]).flatMap(([kind, words]) =>
		words.split(', ').map((word): [string, CentreKind] => [word, kind])
	)
);

export function readKind(cell: string): Read<CentreKind> {
	const kind = kindByWord.get(nameKey(cell));
	return kind ? right(kind) : wrong('kind-unknown', { given: shorten(cell) });
}

const initiativeByWord = new Map<string, Initiative>([
	['european', 'european'],
	['europeen', 'european'],
	['europeenne', 'european'],
	['eu', 'european'],
	['national', 'national'],
	['nationale', 'national'],
	['other', 'other'],
	['autre', 'other']
]);

export function readInitiative(cell: string): Read<Initiative> {
	const initiative = initiativeByWord.get(nameKey(cell));
	return initiative ? right(initiative) : wrong('initiative-unknown', { given: shorten(cell) });
}

export function readPic(cell: string): Read<string> {
	const digits = cell.replace(/\s/g, '');
	return /^[0-9]{9}$/.test(digits) ? right(digits) : wrong('pic-wrong');
}

export function readOid(cell: string): Read<string> {
	const code = cell.replace(/\s/g, '').toUpperCase();
	return /^E[0-9]{8}$/.test(code) ? right(code) : wrong('oid-wrong');
}

export function readWebsite(cell: string): Read<string> {
	const most = recordLimits.website;
	if (lengthOf(cell) > most) return wrong('too-long', { most });
	const address = /^[a-z][a-z0-9+.-]*:/i.test(cell) ? cell : `https://${cell}`;
	if (/\s/.test(cell) || !URL.canParse(address)) return wrong('website-wrong');
	const { protocol, hostname, username } = new URL(address);
	const web = (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') && username === '';
	return web ? right(address) : wrong('website-wrong');
}

/** ISO 8601 as far as it is known (a year, a month, a day), or a day as 30.09.2024 and 30/09/2024. */
export function readDate(cell: string): Read<string> {
	const written = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(cell);
	const [, day = '', month = '', year = ''] = written ?? [];
	const iso = written ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell;
	const parts = /^((?:19|20)\d{2})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
	if (!parts) return wrong('date-wrong');
	const whole = `${parts[1]}-${parts[2] ?? '01'}-${parts[3] ?? '01'}`;
	const time = Date.parse(`${whole}T00:00:00Z`);
	// 30 February is read as 1 March by Date, so the day is compared with what was written.
	const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(whole);
	return exists ? right(iso) : wrong('date-wrong');
}
