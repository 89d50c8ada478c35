import type { Request } from 'express';

/**
 * The language to answer in: the one that the reader chose (the cookie `lang`), else the one that the browser asks for,
 * else the first.
 *
 * @param spoken languages that the page exists in; null comes back when there are none
 */
export function preferredLanguage(request: Request, spoken: readonly string[]): string | null {
	const chosen = /(?:^|;\s*)lang=([a-z]{2})(?=;|$)/.exec(request.get('cookie') ?? '')?.[1];
	if (chosen !== undefined && spoken.includes(chosen)) return chosen;
	return request.acceptsLanguages([...spoken]) || (spoken[0] ?? null);
}
