import { m } from '#lib/messages/messages.ts';

// The same words stand in the files (server/exports/file-words.ts), and a roster may say them.
const words: Readonly<Record<string, (() => string) | undefined>> = {
	'vet-provider': () => m.common_kind_vet_provider(),
	'higher-education': () => m.common_kind_higher_education(),
	enterprise: () => m.common_kind_enterprise(),
	'sector-body': () => m.common_kind_sector_body(),
	'public-authority': () => m.common_kind_public_authority(),
	research: () => m.common_kind_research(),
	other: () => m.common_kind_other()
};

/** What kind of organisation it is, in words; nothing when nobody knows, and a word that is no kind as it is. */
export function kindOfCentreWord(kind: string | null): string {
	return kind === null ? '' : (words[kind]?.() ?? kind);
}
