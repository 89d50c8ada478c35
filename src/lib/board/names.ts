import type { CentreEntry } from '#lib/protocol/frame.ts';

export function nameOf(centre: CentreEntry | undefined): string {
	return centre?.name ?? '';
}
