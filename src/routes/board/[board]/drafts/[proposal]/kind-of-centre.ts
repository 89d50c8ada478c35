import { m } from '#lib/messages/messages.ts';

const words: Readonly<Record<string, () => string>> = {
	'vet-provider': () => m.proposal_centre_vet(),
	'higher-education': () => m.proposal_centre_higher(),
	enterprise: () => m.proposal_centre_enterprise(),
	'sector-body': () => m.proposal_centre_sector_body(),
	'public-authority': () => m.proposal_centre_authority(),
	research: () => m.proposal_centre_research(),
	other: () => m.proposal_centre_other()
};

/** What kind of organisation it is, in words; nothing when nobody knows. */
export function kindOfCentreWord(kind: string | null): string {
	return kind === null ? '' : (words[kind]?.() ?? '');
}
