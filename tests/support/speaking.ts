import type { Actor } from '#lib/domain/command.ts';
import type { Speaker } from '../../server/board/actors.ts';

/** Somebody whose standing stays what it is. */
export function speaking(actor: Actor): Speaker {
	return { personId: actor.personId, standing: () => actor };
}
