import { Router } from 'express';
import type { House } from '../../app.ts';
import type { Clock, Random } from '../../directory/chance.ts';
import type { Directory } from '../../directory/directory.ts';
import type { Sessions } from '../sessions.ts';
import { centreRoutes, codeRoutes } from './centre-routes.ts';
import { DeedLimits } from './deed-limits.ts';
import type { Desk } from './desk.ts';
import { everybodyRoutes } from './everybody-routes.ts';
import { GuessLimits } from './guess-limits.ts';
import { boardPorts } from './house-ports.ts';
import { joinRoutes } from './join-routes.ts';
import { listRoutes } from './list-routes.ts';
import { deviceRoutes, meRoutes, seatRoutes } from './me-routes.ts';
import { organiserRoutes } from './organiser-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { roomRoutes } from './room-routes.ts';
import { rosterRoutes } from './roster-routes.ts';
import { Shown } from './shown.ts';
import { Speakers } from './speakers.ts';
import { waitingRoutes } from './waiting-routes.ts';
import { workshopPeopleRoutes, workshopRoutes } from './workshop-routes.ts';

export type RestPorts = {
	readonly directory: Directory;
	readonly sessions: Sessions;
	readonly now: Clock;
	readonly random: Random;
	/** People may also come by plain http. */
	readonly acceptsPlainHttp: boolean;
	/** Holds the answer to a wrong guess back; tests pass their own. */
	readonly wait?: (ms: number) => Promise<void>;
};

/**
 * The directory's REST routes, to be mounted below `/api`. JSON bodies are read, and the `Origin` of what changes
 * something is checked, before they are asked.
 */
export function restRouter(ports: RestPorts, house: House): Router {
	const { directory, sessions, now } = ports;
	const boards = boardPorts(house.boards);
	const desk: Desk = {
		directory,
		sessions,
		speakers: new Speakers(sessions, directory),
		shown: new Shown(directory, () => house.origins.forOthers()),
		notices: house.notices,
		guesses: new GuessLimits(ports),
		deeds: new DeedLimits(ports),
		here: boards,
		waits: boards
	};
	const router = Router();
	router.use(everybodyRoutes(desk), organiserRoutes(desk), rosterRoutes(desk), joinRoutes(desk), meRoutes(desk));
	router.use(
		seatRoutes(desk),
		waitingRoutes(desk),
		deviceRoutes(desk),
		centreRoutes(desk),
		codeRoutes(desk),
		workshopRoutes(desk),
		workshopPeopleRoutes(desk),
		roomRoutes(desk),
		peopleRoutes(desk),
		listRoutes(desk, house.boards, now)
	);
	return router;
}
