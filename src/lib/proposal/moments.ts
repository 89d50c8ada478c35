import type { Moment } from '#lib/domain/board.ts';

/** What sent an open or confirmed version back to writing, or kept it from opening. */
const interruptions = new Set(['change-asked', 'reopened', 'party-withdrawn', 'party-left', 'party-taken-out']);

/** Why a draft is being written again: the last such moment after the last version was opened; null on a first writing. */
export function interruption(moments: readonly Moment[]): Moment | null {
	for (let at = moments.length - 1; at >= 0; at -= 1) {
		const moment = moments[at];
		if (!moment || moment.what === 'opened' || moment.what === 'opening-announced') return null;
		if (moment.what.startsWith('opening-failed-')) return moment;
		if (interruptions.has(moment.what) && hadOpened(moments, at)) return moment;
	}
	return null;
}

function hadOpened(moments: readonly Moment[], before: number): boolean {
	return moments.slice(0, before).some((moment) => moment.what === 'opened');
}

/** Centres whose yes the last interruption made void. */
export function voidedYes(moments: readonly Moment[]): readonly string[] {
	const centres: string[] = [];
	for (let at = moments.length - 1; at >= 0; at -= 1) {
		const moment = moments[at];
		if (!moment || moment.what === 'opened') break;
		if (moment.what === 'confirmation-voided' && moment.centreId) centres.unshift(moment.centreId);
	}
	return centres;
}
