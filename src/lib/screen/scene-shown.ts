import type { Scene } from '#lib/domain/board.ts';
import type { Seen, SeenCard } from '#lib/domain/seen.ts';

export type SceneShown = { readonly is: Exclude<Scene, 'card'> } | { readonly is: 'card'; readonly card: SeenCard };

/** The scene that the facilitator chose. A card that has left the board leaves the newest ones. */
export function sceneShown(seen: Seen): SceneShown {
	const room = seen.room.get('room');
	if (!room) return { is: 'join' };
	if (room.scene !== 'card') return { is: room.scene };
	const card = room.sceneCardId === null ? undefined : seen.cards.get(room.sceneCardId);
	return card?.state.is === 'published' ? { is: 'card', card } : { is: 'newest' };
}
