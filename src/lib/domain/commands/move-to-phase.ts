import * as v from 'valibot';
import { phases, type Phase } from '../board.ts';
import { accept, defineCommand, defineEvent, reject } from '../command.ts';

export const phaseChanged = defineEvent<{ phase: Phase }, Record<never, string>>({
	type: 'phase-changed',
	evolve: (board, { data, at }) => ({ ...board, room: { ...board.room, phase: data.phase, phaseSince: at } }),
	touches: () => ['room/room']
});

/** Starts the workshop (gather), moves between its phases in either direction, and closes it. */
export const moveToPhase = defineCommand({
	name: 'move-to-phase',
	input: v.strictObject({ phase: v.picklist(phases) }),
	allow: { delegate: 'no', facilitator: true, organiser: true },
	needs: null,
	events: [phaseChanged],
	decide: (board, { phase }) =>
		board.room.phase === phase
			? reject('phase-same', 'The workshop is in this phase already.')
			: accept(phaseChanged.of({ phase }, {}))
});
