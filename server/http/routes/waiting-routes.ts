import { Router } from 'express';
import type { Id } from '#lib/domain/ids.ts';
import type { MeWaiting, WaitingInForum } from '#lib/protocol/rest.ts';
import type { Desk } from './desk.ts';

/** What waits for a delegate, whichever room of the forum they are in. */
export function waitingRoutes(desk: Desk): Router {
	const router = Router();

	router.get(
		'/me/waiting',
		desk.speakers.route(['delegate'], async ({ personId }): Promise<MeWaiting> => {
			return { waiting: await waitingFor(desk, personId) };
		})
	);

	return router;
}

/** An invitation goes to a centre of the forum, whichever of its rooms the centre's people are in. */
async function waitingFor({ directory, shown, waits }: Desk, personId: Id): Promise<WaitingInForum[]> {
	const { centreId = null, verified = false } = directory.person(personId) ?? {};
	if (centreId === null || !verified) return [];
	const asked = await Promise.all(
		directory.workshops.all().map(async (row) => {
			const { id, title, language, joinCode } = shown.workshop(row);
			const workshop = { id, title, language, joinCode, joined: directory.isMember(id, personId) };
			return (await waits.askedOn(id, { personId, centreId })).map((one) => ({ ...one, workshop }));
		})
	);
	return asked.flat().sort((a, b) => b.at - a.at);
}
