import type { IconName } from './icon-shapes.ts';

/** One place of the product in the bottom bar of a phone and in the band of a laptop. */
export type PlaceItem = {
	readonly href: string;
	readonly label: string;
	readonly icon: IconName;
	readonly current?: boolean;
	/** What waits there; 0 or nothing shows no number. */
	readonly count?: number;
	/** The number in words, said after the label. */
	readonly countLabel?: string;
};
