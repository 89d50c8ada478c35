import { m } from '#lib/messages/messages.ts';
import type { Change } from '#lib/proposal/snapshot-changes.ts';
import { languageWords } from '../language-options.ts';

/** A difference between two versions: what kind it is, and the words that are new or gone. */
export function changeWords(change: Change): { readonly label: string; readonly text: string } {
	switch (change.is) {
		case 'title':
			return { label: m.proposal_change_of_title(), text: change.now };
		case 'language':
			return { label: m.proposal_change_of_language(), text: languageWords(change.now) };
		case 'party-new':
			return { label: m.proposal_change_party_new({ name: change.name }), text: '' };
		case 'party-gone':
			return { label: m.proposal_change_party_gone({ name: change.name }), text: '' };
		case 'role':
			return { label: m.proposal_change_of_role({ name: change.name }), text: '' };
		case 'contribution':
			return { label: m.proposal_change_of_contribution({ name: change.name }), text: change.now };
		case 'step-new':
			return { label: m.proposal_change_step_new(), text: change.what };
		case 'step-gone':
			return { label: m.proposal_change_step_gone(), text: change.what };
		case 'step':
			return { label: m.proposal_change_of_step(), text: change.what };
		case 'line-new':
			return { label: m.proposal_change_line_new(), text: change.text };
		case 'line-gone':
			return { label: m.proposal_change_line_gone(), text: change.text };
	}
}
