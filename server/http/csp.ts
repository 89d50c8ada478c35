import { createHash } from 'node:crypto';

const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/gi;

/** The hash of every inline script of a page, as a policy names it. Kit's start script differs from page to page. */
export function scriptHashes(html: string): string[] {
	return [...html.matchAll(inlineScript)].map(([, script = '']) => {
		return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
	});
}

/**
 * The policy of one page. Kit writes one into the page too, and a browser keeps to both; frames can only be refused in a
 * header, and the script that chooses the theme stands before kit's.
 *
 * @param sockets origins for WebSockets, which Safari before 15.4 does not count as 'self'
 */
export function pagePolicy(hashes: readonly string[], sockets: readonly string[], encrypted: boolean): string {
	const directives = [
		"default-src 'self'",
		["script-src 'self'", ...hashes].join(' '),
		"style-src 'self' 'unsafe-inline'",
		"img-src 'self' data:",
		["connect-src 'self'", ...sockets].join(' '),
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
		...(encrypted ? ['upgrade-insecure-requests'] : [])
	];
	return directives.join('; ');
}
