import type { SessionKind } from '#lib/protocol/messages.ts';

export type CookieKind = SessionKind | 'device';

/**
 * `host`: bound to this origin and to encryption, which browsers grant to localhost too. `room`: for plain http to a
 * laptop in the room, where browsers take no Secure cookie.
 */
export type CookieStyle = 'host' | 'room';

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Safari takes no Secure cookie from http, not even from localhost. */
function refusesSecureOnLoopback(userAgent: string): boolean {
	return /\bVersion\/[\d.]+.*\bSafari\//.test(userAgent) && !/\b(Chrome|Chromium|CriOS|Android)\b/.test(userAgent);
}

/**
 * The style for the page that asks. Its own `Origin` says how the browser came here, whatever stands between.
 * @param origin the request's `Origin`, checked before; undefined for what is no page
 */
export function cookieStyle(origin: string | undefined, userAgent: string | undefined): CookieStyle {
	if (origin === undefined || !URL.canParse(origin)) return 'host';
	const { protocol, hostname } = new URL(origin);
	if (protocol === 'https:') return 'host';
	return loopback.test(hostname) && !refusesSecureOnLoopback(userAgent ?? '') ? 'host' : 'room';
}

export function cookieName(kind: CookieKind, style: CookieStyle): string {
	return style === 'host' ? `__Host-cove-${kind}` : `cove-room-${kind}`;
}

/** The values of a `Cookie` header by name; of two with one name the first. */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
	const values = new Map<string, string>();
	for (const pair of (header ?? '').split(';')) {
		const equals = pair.indexOf('=');
		const name = pair.slice(0, equals).trim();
		if (equals > 0 && !values.has(name)) values.set(name, pair.slice(equals + 1).trim());
	}
	return values;
}

/** A `Set-Cookie` header. @param maxAge milliseconds; 0 takes the cookie away */
export function writeCookie(kind: CookieKind, style: CookieStyle, value: string, maxAge: number): string {
	const seconds = Math.max(0, Math.floor(maxAge / 1000));
	const secure = style === 'host' ? '; Secure' : '';
	return `${cookieName(kind, style)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}
