import type { Request, Response } from 'express';
import { newId } from '#lib/domain/ids.ts';
import type { Random } from '../../directory/chance.ts';
import { cookieName, readCookies, writeCookie } from '../cookies.ts';
import { styleFor } from '../sessions.ts';

const deviceKept = 24 * 60 * 60 * 1000;

export type DeviceCookiePorts = { readonly random: Random; readonly acceptsPlainHttp: boolean };

/** The device that asks, by its cookie; null when it brings none. */
export function deviceIn(request: Request, { acceptsPlainHttp }: Pick<DeviceCookiePorts, 'acceptsPlainHttp'>) {
	const cookies = readCookies(request.get('cookie'));
	const plain = acceptsPlainHttp ? cookies.get(cookieName('device', 'room')) : undefined;
	return (cookies.get(cookieName('device', 'host')) || plain) ?? null;
}

/** The same; one without a cookie gets one with this answer. */
export function deviceOf(request: Request, response: Response, ports: DeviceCookiePorts): string | null {
	const device = deviceIn(request, ports);
	if (device !== null) return device;
	response.append('set-cookie', writeCookie('device', styleFor(request), newId(ports.random), deviceKept));
	return null;
}
