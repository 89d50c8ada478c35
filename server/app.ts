import { createServer, type Server } from 'node:http';
import compression from 'compression';
import express, { type RequestHandler } from 'express';
import helmet from 'helmet';
import { Server as SocketServer } from 'socket.io';
import type { ClientToServer, ServerToClient } from '#lib/protocol/messages.ts';
import { createBoardGateway } from './board/board-gateway.ts';
import type { ProposalSeats } from './board/ports.ts';
import { seenRoute } from './board/seen-route.ts';
import { isEncrypted, type Config } from './config.ts';
import type { BoardNotices } from './directory/board-notices.ts';
import { closeHouse } from './http/closing.ts';
import { createMetrics, healthRoute, metricsRoute, type Metrics } from './http/health.ts';
import { faultsTo, logRequests, type Faults, type Logger } from './http/logging.ts';
import { allowedOrigins, refuseForeignChanges, type Origins } from './http/origin.ts';
import { answerFaults, notFound } from './http/problems.ts';
import { acceptsSocket, socketOptions } from './http/socket-options.ts';
import { servePages } from './http/static.ts';
import { routeUpgrades, type HandleUpgrade } from './http/upgrade-router.ts';
import { createProposalGateway, type ProposalGateway } from './proposals/proposal-gateway.ts';
import type { GroupCommit } from './store/group-commit.ts';
import type { DirectoryReader, SessionReader, Store } from './store/store.ts';

export type Boards = ReturnType<typeof createBoardGateway>;

/** What the REST routes get from the house that they stand in. */
export type House = {
	readonly boards: Boards;
	readonly notices: BoardNotices;
	readonly origins: Origins;
	readonly faults: Faults;
};

export type AppDependencies = {
	readonly config: Config;
	readonly logger: Logger;
	/** `isWritable`: whether the disk takes data now; throws when the store does not even answer. */
	readonly store: Store & { readonly isWritable: () => Promise<boolean> };
	readonly commit: GroupCommit;
	readonly directory: DirectoryReader;
	readonly sessions: SessionReader;
	/** What tells the boards of the directory's changes, made once for the routes and for whatever else speaks to them. */
	readonly notices: (boards: Boards) => BoardNotices;
	/** Makes the routes below `/api`. JSON bodies up to 64 kB are read, origins are checked, before they are asked. */
	readonly restRouter: (house: House) => RequestHandler;
	/** The folder that `vite build` wrote, or Vite itself. */
	readonly pages: string | { readonly pages: RequestHandler; readonly upgrade: HandleUpgrade };
};

export type App = {
	/** Not listening yet. */
	readonly server: Server;
	readonly boards: Boards;
	readonly proposals: ProposalGateway;
	readonly notices: BoardNotices;
	readonly origins: Origins;
	readonly faults: Faults;
	/** Stops accepting, brings everything that was accepted to the disk, answers it, then closes every connection. */
	readonly close: () => Promise<void>;
};

/**
 * Wires the house together: HTTP, the boards' sockets and the proposals' texts on one server.
 * @throws BuildMissing when the folder of pages holds none
 */
export function createApp(dependencies: AppDependencies): App {
	const { config, logger, store, commit, pages } = dependencies;
	const handler = express();
	const server = createServer(handler);
	const origins = allowedOrigins(config, () => portOf(server));
	const closing = new AbortController();
	const io = new SocketServer<ClientToServer, ServerToClient>(server, {
		...socketOptions,
		allowRequest: acceptsSocket(origins, closing.signal)
	});
	const metrics = createMetrics(
		() => io.engine.clientsCount,
		() => store.isWritable()
	);
	const faults = faultsTo(logger, metrics.countFault);
	const { boards, proposals } = connectRooms(dependencies, io, faults);
	const notices = dependencies.notices(boards);
	routeUpgrades(server, {
		origins,
		proposal: (...connection) => proposals.handleUpgrade(...connection),
		development: typeof pages === 'string' ? null : pages.upgrade
	});
	mountRoutes(handler, dependencies, { house: { boards, notices, origins, faults }, metrics });
	const close = closeHouse({ server, io, closing, flush: [boards, proposals, { close: () => commit.flush() }] });
	return { server, boards, proposals, notices, origins, faults, close };
}

function portOf(server: Server): number {
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server does not listen yet.');
	return address.port;
}

/** Boards ask of the texts, and texts of the boards, through two ports: neither folder knows the other. */
function connectRooms(
	{ store, commit, directory, sessions, logger }: AppDependencies,
	io: SocketServer<ClientToServer, ServerToClient>,
	faults: Faults
): { boards: Boards; proposals: ProposalGateway } {
	const seats: ProposalSeats = {
		seat: (proposalId, reader) => boards.rooms.seat(proposalId, reader),
		seatNow: (proposalId, reader) => boards.rooms.seatNow(proposalId, reader),
		boardOf: (proposalId) => boards.rooms.boardOf(proposalId)
	};
	const proposals = createProposalGateway({ store, commit, directory, sessions, seats, logger });
	const boards = createBoardGateway({
		io,
		sessions,
		store,
		commit,
		directory,
		texts: proposals.texts,
		now: Date.now,
		fault: (cause) => void faults.report(cause, { at: 'board' })
	});
	return { boards, proposals };
}

/** In the order that a request meets them. */
function mountRoutes(
	handler: express.Express,
	{ config, logger, store, directory, sessions, restRouter, pages }: AppDependencies,
	{ house, metrics }: { house: House; metrics: Metrics }
): void {
	const { origins, faults, boards } = house;
	const encrypted = isEncrypted(config);
	handler.disable('x-powered-by');
	// What the routes answer is kept by nobody, and the files have tags of their own.
	handler.disable('etag');
	handler.use(metrics.measure, logRequests(logger), secureHeaders(encrypted));
	handler.get(
		'/healthz',
		healthRoute(() => store.isWritable(), faults)
	);
	handler.get('/metrics', metricsRoute(metrics));
	handler.use(refuseForeignChanges(origins));
	const api = express.Router();
	api.use(neverKept, compression(), express.json({ limit: '64kb' }));
	api.get('/boards/:id/seen', seenRoute(boards.rooms, directory, sessions, Date.now));
	api.use(restRouter(house), notFound);
	handler.use('/api', api);
	handler.use(typeof pages === 'string' ? servePages(pages, origins, encrypted) : pages.pages);
	handler.use(answerFaults(faults));
}

/** What somebody may see stays in no cache on the way. */
const neverKept: RequestHandler = (_request, response, next) => {
	response.set('Cache-Control', 'no-store');
	next();
};

/** The policy for scripts is each page's own. What browsers ignore with a warning on plain http is left out there. */
function secureHeaders(encrypted: boolean): RequestHandler {
	return helmet({
		contentSecurityPolicy: false,
		crossOriginOpenerPolicy: encrypted,
		originAgentCluster: encrypted,
		strictTransportSecurity: encrypted,
		xFrameOptions: { action: 'deny' },
		// `no-referrer` would make forms send `Origin: null`.
		referrerPolicy: { policy: 'same-origin' }
	});
}
