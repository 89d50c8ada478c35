import { phases, type Phase } from '#lib/domain/board.ts';
import { m } from '#lib/messages/messages.ts';
import type { Station } from '#lib/ui/station.ts';

/** The phases that are stations of the line; after the last one the workshop is finished. */
export const stations = phases.filter((phase) => phase !== 'closed');

const words: Readonly<Record<Phase, () => string>> = {
	gather: () => m.facilitate_phase_gather(),
	explore: () => m.facilitate_phase_explore(),
	match: () => m.facilitate_phase_match(),
	'co-write': () => m.facilitate_phase_co_write(),
	confirm: () => m.facilitate_phase_confirm(),
	closed: () => m.facilitate_phase_closed()
};

export function phaseWord(phase: Phase): string {
	return words[phase]();
}

/** The place of a phase on the line, counted from 1; null for the end, which has no number. */
export function phaseNumber(phase: Phase): number | null {
	return phase === 'closed' ? null : phases.indexOf(phase) + 1;
}

/** "2 Read", or "Finished". */
export function numberedPhase(phase: Phase): string {
	const number = phaseNumber(phase);
	return number === null ? phaseWord(phase) : m.facilitate_numbered({ number, phase: phaseWord(phase) });
}

/** What delegates may do in it, in one sentence. @param day the confirm-by day in words */
export function phaseMeans(phase: Phase, day: string): string {
	const means: Readonly<Record<Phase, () => string>> = {
		gather: () => m.facilitate_means_gather(),
		explore: () => m.facilitate_means_explore(),
		match: () => m.facilitate_means_match(),
		'co-write': () => m.facilitate_means_co_write(),
		confirm: () => m.facilitate_means_confirm(),
		closed: () => m.facilitate_means_closed({ day })
	};
	return means[phase]();
}

/** The line for a phone: five short words beside each other. */
export function phaseStations(): readonly Station[] {
	return stations.map((phase) => {
		if (phase === 'match') return { label: m.facilitate_phase_short_match() };
		return { label: phase === 'co-write' ? m.facilitate_phase_short_co_write() : phaseWord(phase) };
	});
}

/** Where the workshop stands on that line: -1 before the start, the number of stations when it is finished. */
export function stationNow(phase: Phase | null): number {
	return phase === null ? -1 : phases.indexOf(phase);
}

/** The phase that comes after this one; null after the end. */
export function phaseAfter(phase: Phase | null): Phase | null {
	return phases[stationNow(phase) + 1] ?? null;
}

/** The big button, the question that it asks once, and the answer that names what happens. */
export function phaseStep(to: Phase): { readonly button: string; readonly question: string; readonly answer: string } {
	const [number, phase] = [phaseNumber(to), phaseWord(to)];
	if (number === null) {
		return {
			button: m.facilitate_next_finish(),
			question: m.facilitate_finish_question(),
			answer: m.facilitate_finish_confirm()
		};
	}
	return {
		button: m.facilitate_next({ number, phase }),
		question: m.facilitate_move_question({ number, phase }),
		answer: m.facilitate_move_confirm({ number, phase })
	};
}

/** The same for the first step of all. */
export function firstStep(): ReturnType<typeof phaseStep> {
	return {
		button: m.facilitate_start({ phase: phaseWord('gather') }),
		question: m.facilitate_start_question(),
		answer: m.facilitate_start_confirm()
	};
}
