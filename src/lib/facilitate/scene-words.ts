import type { Scene } from '#lib/domain/board.ts';
import { m } from '#lib/messages/messages.ts';

type SceneWords = { readonly label: string; readonly detail: string };

export function sceneWords(scene: Scene): SceneWords {
	const words: Readonly<Record<Scene, () => SceneWords>> = {
		join: () => ({ label: m.facilitate_scene_join(), detail: m.facilitate_scene_join_detail() }),
		newest: () => ({ label: m.facilitate_scene_newest(), detail: m.facilitate_scene_newest_detail() }),
		card: () => ({ label: m.facilitate_scene_card(), detail: m.facilitate_scene_card_detail() }),
		sectors: () => ({ label: m.facilitate_scene_sectors(), detail: m.facilitate_scene_sectors_detail() }),
		partnerships: () => ({ label: m.facilitate_scene_partnerships(), detail: m.facilitate_scene_partnerships_detail() })
	};
	return words[scene]();
}
