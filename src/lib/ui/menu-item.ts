import type { IconName } from './icon-shapes.ts';

export type MenuItem = {
	readonly label: string;
	readonly detail?: string;
	readonly icon?: IconName;
	/** Makes it a link. */
	readonly href?: string;
	readonly onchoose?: () => void;
};
