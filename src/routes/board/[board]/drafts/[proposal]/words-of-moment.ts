import type { Moment } from '#lib/domain/board.ts';
import { momentWords } from '#lib/proposal/proposal-words.ts';
import type { ProposalHere } from '../proposal-here.svelte.ts';

/** One line of the history with the names that this page knows. */
export function wordsOfMoment(here: ProposalHere, moment: Moment): string {
	const centre = here.centreName(moment.centreId ?? here.live.person(moment.by)?.centreId ?? null);
	return momentWords(moment, { who: here.personName(moment.by), centre });
}
