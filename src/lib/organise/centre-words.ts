import { m } from '#lib/messages/messages.ts';
import type { Initiative } from '#lib/protocol/rest.ts';

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
