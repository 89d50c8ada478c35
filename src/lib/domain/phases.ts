import type { Phase } from './board.ts';
import type { Capability } from './command.ts';

const everything: readonly Capability[] = ['post', 'edit', 'mark', 'propose', 'confirm'];

/** What delegates may do in each phase. Closed ends posting, never proposals: those go on until the confirm-by date. */
export const phaseRules: Readonly<Record<Phase, readonly Capability[]>> = {
	gather: ['post', 'edit', 'mark'],
	explore: ['post', 'edit', 'mark'],
	match: everything,
	'co-write': everything,
	confirm: ['edit', 'mark', 'propose', 'confirm'],
	closed: ['propose', 'confirm']
};

export function phaseAllows(phase: Phase, capability: Capability): boolean {
	return phaseRules[phase].includes(capability);
}
