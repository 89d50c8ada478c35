import type { IncomingMessage } from 'node:http';
import type { ServerOptions } from 'socket.io';
import type { Origins } from './origin.ts';
import { socketPath } from './upgrade-router.ts';

/**
 * No state recovery: it skips the middlewares, and a session that has ended would come back into its rooms. No
 * compression per message: at 600 clients it takes seconds. Foreign upgrades are left to the upgrade router.
 */
export const socketOptions = {
	path: socketPath,
	serveClient: false,
	transports: ['websocket', 'polling'],
	destroyUpgrade: false,
	perMessageDeflate: false,
	maxHttpBufferSize: 256 * 1024
} satisfies Partial<ServerOptions>;

/**
 * Cookies ride on every handshake, whoever's page opened it, so the origin must be ours exactly. Long polling reads with
 * plain GETs, on which browsers send no `Origin` at all to the page's own server; what those answer, no other site can read.
 */
export function acceptsSocket(origins: Origins, closing: AbortSignal): ServerOptions['allowRequest'] {
	return (request, answer) => {
		if (closing.aborted) return answer('The server is stopping. Come back in a moment.', false);
		const { origin, upgrade } = request.headers;
		const polls = origin === undefined && upgrade === undefined && isRead(request);
		if (polls || origins.allows(origin)) return answer(null, true);
		answer('This connection came from another site. Open the page from the address that you were given.', false);
	};
}

function isRead({ method }: IncomingMessage): boolean {
	return method === 'GET';
}
