import { Router } from 'express';
import { isRefusal } from '#lib/domain/cards.ts';
import type { Refusal } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { Centre, PeopleList, WorkshopList } from '#lib/protocol/rest.ts';
import type { Directory } from '../../directory/directory.ts';
import type { WorkshopRow } from '../../directory/records.ts';
import { partOf } from './answering.ts';
import type { Desk } from './desk.ts';
import { facilitatorLinkInput, workshopInput } from './input.ts';
import { workshopUnknown } from './speakers.ts';

/** The programme. */
export function workshopRoutes({ directory, speakers, shown }: Desk): Router {
	const { workshops } = directory;
	const router = Router();
	const shownUnlessRefused = (row: WorkshopRow | Refusal) => (isRefusal(row) ? row : shown.workshopRow(row));

	router.get(
		'/workshops',
		speakers.route(['organiser'], (): WorkshopList => {
			return { workshops: workshops.all().map((row) => shown.workshopRow(row)) };
		})
	);

	router.post(
		'/workshops',
		speakers.routeWith(['organiser'], workshopInput, async (_speaker, input) => {
			return shownUnlessRefused(await workshops.create(input));
		})
	);

	router.get(
		'/workshops/:id',
		speakers.moderatorRoute((row) => shown.workshopRow(row))
	);

	router.put(
		'/workshops/:id',
		speakers.routeWith(['organiser'], workshopInput, async (_speaker, input, request) => {
			return shownUnlessRefused(await workshops.edit(partOf(request, 'id'), input));
		})
	);

	router.delete(
		'/workshops/:id',
		speakers.route(['organiser'], (_speaker, request) => workshops.remove(partOf(request, 'id')))
	);

	router.post(
		'/workshops/:id/new-join-code',
		speakers.moderatorRoute(async ({ id }) => shownUnlessRefused(await workshops.renewJoinCode(id)))
	);

	return router;
}

/** Who is in a workshop, and the links into its roles. */
export function workshopPeopleRoutes({ directory, speakers, shown }: Desk): Router {
	const router = Router();

	router.get(
		'/workshops/:id/people',
		speakers.moderatorRoute(({ id }) => peopleOf(directory, id))
	);

	router.post(
		'/workshops/:id/facilitator-links',
		speakers.routeWith(['organiser'], facilitatorLinkInput, async (_speaker, { name }, request) => {
			const board = partOf(request, 'id');
			if (!directory.workshops.get(board)) return workshopUnknown;
			return shown.link(await directory.links.make({ kind: 'facilitator', board, name }));
		})
	);

	router.post(
		'/workshops/:id/screen-links',
		speakers.moderatorRoute(async ({ id }) => shown.link(await directory.links.make({ kind: 'screen', board: id })))
	);

	return router;
}

function peopleOf(directory: Directory, board: Id): PeopleList {
	const people = directory.people.inWorkshop(board);
	const waiting = directory.centres
		.all()
		.flatMap(({ id, asked, approved }) =>
			asked?.board === board && !approved ? [{ centreId: id, askedBy: asked.by, askedAt: asked.at }] : []
		);
	const centres: Record<Id, Centre> = {};
	for (const id of [...people.map(({ row }) => row.centreId), ...waiting.map(({ centreId }) => centreId)]) {
		const centre = id === null ? undefined : directory.centre(id);
		if (centre) centres[centre.id] = centre;
	}
	return {
		people: people.map(({ row: { id, name, centreId, verified }, joinedAt }) => ({
			personId: id,
			name,
			centreId,
			verified: verified !== null,
			verifiedHow: verified?.how ?? null,
			joinedAt
		})),
		centres,
		waiting
	};
}
