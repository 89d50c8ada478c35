import { m } from '#lib/messages/messages.ts';
import { closeCodes } from '#lib/protocol/close-codes.ts';
import type { SaveState } from './text-copy.ts';

/** Where what was written stands, in a few words. */
export function saveWords(save: SaveState): string {
	switch (save.is) {
		case 'opening':
			return m.proposal_text_opening();
		case 'saved':
			return m.proposal_text_saved();
		case 'saving':
			return m.proposal_text_saving();
		case 'offline-kept':
			return m.proposal_text_offline_kept();
		case 'not-kept':
			return m.proposal_text_not_kept();
		case 'read-only':
			return save.frozen ? m.proposal_text_frozen() : m.proposal_text_read_only();
		case 'refused':
			return m.proposal_text_refused();
	}
}

/** What the server's last word was, and what to do now. */
export function refusedWords(code: number): string {
	switch (code) {
		case closeCodes.sessionEnded:
			return m.proposal_text_refused_session();
		case closeCodes.noAccess:
			return m.proposal_text_refused_access();
		case closeCodes.gone:
			return m.proposal_text_refused_gone();
		case closeCodes.tooLarge:
			return m.proposal_text_refused_long();
		case closeCodes.tooMany:
			return m.proposal_text_refused_many();
		default:
			return m.proposal_text_refused_other();
	}
}

/** Whether the person can begin again with the server's text: what was refused is this copy, not the person. */
export function canStartAgain(code: number): boolean {
	return code === closeCodes.tooLarge || code === closeCodes.tooMany || code === closeCodes.malformed;
}
