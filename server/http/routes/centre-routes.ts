import { Router, type Request } from 'express';
import { isRefusal } from '#lib/domain/cards.ts';
import type { CentreList, CodeSheets } from '#lib/protocol/rest-centres.ts';
import { noCentreFacts, type CentreRow } from '../../directory/records.ts';
import { partOf, queryOf, type Answer } from './answering.ts';
import type { Desk } from './desk.ts';
import { centreInput } from './input.ts';
import { workshopUnknown } from './speakers.ts';

/** The organiser's roster. */
export function centreRoutes({ directory, speakers, shown, notices }: Desk): Router {
	const { centres, people } = directory;
	const router = Router();
	const row = (centre: CentreRow) => shown.centreRow(centre, people.countByCentre());

	router.get(
		'/centres',
		speakers.route(['organiser'], (): CentreList => {
			const counts = people.countByCentre();
			return { centres: byName(centres.all()).map((centre) => shown.centreRow(centre, counts)) };
		})
	);

	router.post(
		'/centres',
		speakers.routeWith(['organiser'], centreInput, async ({ personId }, { facts }) => {
			const centre = await centres.add({ ...noCentreFacts, ...facts }, personId);
			return isRefusal(centre) ? centre : row(centre);
		})
	);

	router.put(
		'/centres/:id',
		speakers.routeWith(['organiser'], centreInput, async ({ personId }, { facts, approved }, request) => {
			const centre = await centres.edit(partOf(request, 'id'), facts, approved, personId);
			if (isRefusal(centre)) return centre;
			await notices.centresChanged([centre.id], personId);
			return row(centre);
		})
	);

	router.delete(
		'/centres/:id',
		speakers.route(['organiser'], (_speaker, request) =>
			centres.remove(partOf(request, 'id'), (id) => notices.isOnBoard(id))
		)
	);

	return router;
}

/** The sheets with the centres' codes, to be printed. */
export function codeRoutes(desk: Desk): Router {
	const { directory, speakers, shown } = desk;
	const router = Router();

	router.get(
		'/centres/codes',
		speakers.route(['organiser'], (_speaker, request) => codeSheets(desk, request))
	);

	router.post(
		'/centres/:id/new-code',
		speakers.route(['organiser'], async (_speaker, request) => {
			const centre = await directory.centres.renewCode(partOf(request, 'id'));
			return isRefusal(centre) ? centre : shown.codeSheet(centre, null);
		})
	);

	return router;
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function byName(centres: readonly CentreRow[]): readonly CentreRow[] {
	return centres.toSorted((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

function codeSheets({ directory, shown }: Desk, request: Request): Answer {
	const board = queryOf(request, 'workshop');
	const workshop = board === '' ? null : directory.workshops.get(board);
	if (workshop === undefined) return workshopUnknown;
	const approved = byName(directory.centres.all()).filter((row) => row.approved !== null);
	const sheets = approved.map((row) => shown.codeSheet(row, workshop?.joinCode ?? null));
	return { forum: directory.forum.get()?.name ?? '', sheets } satisfies CodeSheets;
}
