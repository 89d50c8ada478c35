import { joinCodeLength, readCode, showCode } from '#lib/protocol/join-codes.ts';

/** What a person types who cannot scan: the host of the join address, with its port when it has one. */
export function typedAddress(joinUrl: string): string {
	return new URL(joinUrl).host;
}

/** The room code in groups of four, as it is said. */
export function codeGroups(joinCode: string): readonly string[] {
	return showCode(readCode(joinCode, joinCodeLength) ?? joinCode).split('-');
}
