import { Router } from 'express';
import { reject } from '#lib/domain/command.ts';
import type { ForumPeople } from '#lib/protocol/rest.ts';
import { partOf } from './answering.ts';
import type { Desk } from './desk.ts';

const forgotten = reject('person-forgotten', 'This person is not here, or their name is erased already.');
const organiserStays = reject('organiser-stays', 'An organiser’s name stays while they run the forum.');

/** Everybody at the forum, for the organiser: who they are, and forgetting one. */
export function peopleRoutes({ directory, speakers, notices }: Desk): Router {
	const { people } = directory;
	const router = Router();

	router.get(
		'/people',
		speakers.route(['organiser'], (): ForumPeople => {
			const shown = people.all().map(({ id, name, centreId, organiser, verified }) => ({
				personId: id,
				name,
				is: organiser ? ('organiser' as const) : centreId === null ? ('facilitator' as const) : ('delegate' as const),
				centre: (centreId !== null && directory.centre(centreId)) || null,
				verified: verified !== null,
				workshops: new Set([...people.boardsOf(id), ...directory.facilitatedBy(id)]).size
			}));
			return { people: shown };
		})
	);

	router.delete(
		'/people/:id',
		speakers.route(['organiser'], async ({ personId }, request) => {
			const person = people.get(partOf(request, 'id'));
			if (!person || person.forgottenAt !== null) return forgotten;
			if (person.organiser) return organiserStays;
			await notices.forget(person.id, personId);
			return null;
		})
	);

	return router;
}
