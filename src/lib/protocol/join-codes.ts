/**
 * Codes that people read, say and type: Crockford's base 32, which has no I, L, O or U. A join code of a workshop has 8
 * characters (40 bits), a delegation code of a centre 12 (60 bits). Source: https://www.crockford.com/base32.html
 */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const joinCodeLength = 8;
export const delegationCodeLength = 12;

/**
 * Reads a code as somebody typed it: any case, spaces and dashes anywhere, O for 0, I and L for 1.
 * @returns the code without dashes, or null when it cannot be a code of this length
 */
export function readCode(typed: string, length: number): string | null {
	const bare = withoutGaps(typed).toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
	return bare.length === length && [...bare].every((character) => codeAlphabet.includes(character)) ? bare : null;
}

/** The length of the kind of code that this was most likely meant to be. */
export function nearestCodeLength(typed: string): number {
	return 2 * withoutGaps(typed).length > joinCodeLength + delegationCodeLength ? delegationCodeLength : joinCodeLength;
}

function withoutGaps(typed: string): string {
	return typed.replace(/[\s\-\u2010-\u2015._]/g, '');
}

/** The code as it is shown and said: groups of four, `K7QF-M2XT`. */
export function showCode(code: string): string {
	return code.match(/.{1,4}/g)?.join('-') ?? '';
}

/** What a link to the join page carries behind `#`, where no server and no log sees it: `K7QFM2XT` or `K7QFM2XT.9D4T…` or `.9D4T…`. */
export function joinFragment(codes: { readonly join: string | null; readonly delegation: string | null }): string {
	return codes.delegation === null ? (codes.join ?? '') : `${codes.join ?? ''}.${codes.delegation}`;
}

/** Reads what `joinFragment` wrote, with or without the `#`; a part that is no code is null. */
export function readJoinFragment(fragment: string): {
	readonly join: string | null;
	readonly delegation: string | null;
} {
	const [join = '', delegation = ''] = fragment.replace(/^#/, '').split('.');
	return { join: readCode(join, joinCodeLength), delegation: readCode(delegation, delegationCodeLength) };
}
