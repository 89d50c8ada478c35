import { networkInterfaces } from 'node:os';
import type { RequestHandler } from 'express';
import type { Config } from '../config.ts';
import { sendProblem } from './problems.ts';

/** Which origins a browser may speak from. */
export type Origins = {
	/** @param origin the `Origin` header as it came; a missing one is not allowed */
	readonly allows: (origin: string | undefined) => boolean;
	/** The origin to put into links for people at other devices. */
	readonly forOthers: () => string;
	/** The origin to put into links for the person at this machine. */
	readonly forHere: () => string;
};

/**
 * With `PUBLIC_ORIGIN` exactly that one; otherwise, and for a laptop in the room also, this machine's own names at its
 * port. The port is asked late, since the system may choose it, and so are the addresses: a laptop changes its network.
 */
export function allowedOrigins(
	config: Pick<Config, 'publicOrigin' | 'plainHttpRoom' | 'host'>,
	portNow: () => number
): Origins {
	const { publicOrigin, plainHttpRoom, host } = config;
	const at = (name: string) => new URL(`http://${name}:${portNow()}`).origin;
	const only = oneAddress(host);
	const here = () => (publicOrigin !== null && !plainHttpRoom ? publicOrigin : at(only ?? 'localhost'));
	return {
		allows: (origin) => {
			if (origin === undefined) return false;
			if (origin === publicOrigin) return true;
			if (publicOrigin !== null && !plainHttpRoom) return false;
			const names = ['localhost', '127.0.0.1', ...(reachesNetwork(host, plainHttpRoom) ? ownAddresses() : [])];
			return names.some((name) => origin === at(name));
		},
		forOthers: () => {
			if (publicOrigin !== null) return publicOrigin;
			const address = reachesNetwork(host, plainHttpRoom) ? (only ?? roomAddress()) : undefined;
			return address === undefined ? here() : at(address);
		},
		forHere: here
	};
}

function reachesNetwork(host: string | null, plainHttpRoom: boolean): boolean {
	return plainHttpRoom && host !== '127.0.0.1' && host !== 'localhost' && host !== '::1';
}

/** The address that `HOST` names when it is neither every address nor this machine's own; as it stands in an origin. */
function oneAddress(host: string | null): string | null {
	if (host === null || ['0.0.0.0', '::', 'localhost', '127.0.0.1', '::1'].includes(host)) return null;
	return host.includes(':') ? `[${host}]` : host;
}

/** The addresses of this machine as they stand in an origin. Link-local IPv6 needs a zone, which no origin can have. */
function ownAddresses(): string[] {
	return Object.values(networkInterfaces())
		.flatMap((addresses) => addresses ?? [])
		.filter(({ family, address }) => family === 'IPv4' || !address.startsWith('fe80:'))
		.map(({ family, address }) => (family === 'IPv4' ? address : `[${address}]`));
}

/** Bridges of containers and virtual machines: no phone in the room reaches them. */
const virtual = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|lo)/;

/** The address that phones in the room most likely reach: a private one of a real network first. */
function roomAddress(): string | undefined {
	const addresses = Object.entries(networkInterfaces()).flatMap(([name, all]) =>
		(all ?? [])
			.filter(({ family, internal }) => family === 'IPv4' && !internal)
			.map(({ address }) => ({ name, address }))
	);
	const likely = addresses.find(({ name, address }) => !virtual.test(name) && /^(192\.168|10|172)\./.test(address));
	return (likely ?? addresses[0])?.address;
}

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whatever may change something must come from a page of ours. Browsers send `Origin` with every such request; together
 * with SameSite cookies this is the whole defence against requests forged by other sites.
 */
export function refuseForeignChanges(origins: Origins): RequestHandler {
	return (request, response, next) => {
		if (reading.has(request.method) || origins.allows(request.get('origin'))) return next();
		sendProblem(response, 403, {
			code: 'origin-refused',
			sentence: 'This request came from another site. Open this page from the address that you were given.'
		});
	};
}
