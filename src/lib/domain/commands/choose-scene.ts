import * as v from 'valibot';
import type { Scene } from '../board.ts';
import { accept, defineCommand, defineEvent } from '../command.ts';
import { isRefusal, openCard } from '../cards.ts';
import { idSchema } from '../ids.ts';

export const sceneChosen = defineEvent<{ scene: Scene; cardId: string | null }, Record<never, string>>({
	type: 'scene-chosen',
	evolve: (board, { data }) => ({ ...board, room: { ...board.room, scene: data.scene, sceneCardId: data.cardId } }),
	touches: () => ['room/room']
});

/** Chooses what the projector shows. A card must be on the board for everybody. */
export const chooseScene = defineCommand({
	name: 'choose-scene',
	input: v.variant('scene', [
		v.strictObject({ scene: v.literal('card'), cardId: idSchema }),
		v.strictObject({ scene: v.picklist(['join', 'newest', 'sectors', 'partnerships'] satisfies Scene[]) })
	]),
	allow: { delegate: 'no', facilitator: true, organiser: true },
	needs: null,
	events: [sceneChosen],
	decide: (board, input) => {
		if (input.scene !== 'card') return accept(sceneChosen.of({ scene: input.scene, cardId: null }, {}));
		const card = openCard(board, input.cardId);
		return isRefusal(card) ? card : accept(sceneChosen.of({ scene: 'card', cardId: input.cardId }, {}));
	}
});
