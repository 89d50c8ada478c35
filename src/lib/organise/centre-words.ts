import { m } from '#lib/messages/messages.ts';
import type { CentreKind, Initiative } from '#lib/protocol/rest.ts';

const kinds: Readonly<Record<CentreKind, () => string>> = {
	'vet-provider': () => m.organise_kind_vet_provider(),
	'higher-education': () => m.organise_kind_higher_education(),
	enterprise: () => m.organise_kind_enterprise(),
	'sector-body': () => m.organise_kind_sector_body(),
	'public-authority': () => m.organise_kind_public_authority(),
	research: () => m.organise_kind_research(),
	other: () => m.organise_kind_other()
};

/** The kind of an organisation in words; a word that is no kind is shown as it is. */
export function kindWords(kind: string): string {
	return (kinds as Readonly<Record<string, (() => string) | undefined>>)[kind]?.() ?? kind;
}

const initiatives: Readonly<Record<Initiative, () => string>> = {
	european: () => m.organise_initiative_european(),
	national: () => m.organise_initiative_national(),
	other: () => m.organise_initiative_other()
};

export function initiativeWords(initiative: Initiative): string {
	return initiatives[initiative]();
}

const roles: Readonly<Record<string, (() => string) | undefined>> = {
	coordinator: () => m.organise_role_coordinator(),
	partner: () => m.organise_role_partner(),
	associated: () => m.organise_role_associated()
};

export function roleWords(role: string): string {
	return roles[role]?.() ?? role;
}

const cardKinds: Readonly<Record<string, (() => string) | undefined>> = {
	challenge: () => m.organise_card_challenge(),
	sector: () => m.organise_card_sector(),
	offer: () => m.organise_card_offer()
};

export function cardKindWords(kind: string): string {
	return cardKinds[kind]?.() ?? kind;
}
