import { joinCodeLength, joinFragment, readCode, showCode } from '#lib/protocol/join-codes.ts';

/** The way into a workshop, or to the page that asks for its code when we do not know it. */
export function joinAddress(joinCode: string | undefined): string {
	return joinCode ? `/join#${joinFragment({ join: joinCode, delegation: null })}` : '/';
}

/** A room code as it stands on the wall. */
export function shownCode(joinCode: string): string {
	return showCode(readCode(joinCode, joinCodeLength) ?? joinCode);
}
