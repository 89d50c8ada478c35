import { Router } from 'express';
import { isRefusal } from '#lib/domain/cards.ts';
import type { FacilitatorClaimed, ScreenClaimed } from '#lib/protocol/rest.ts';
import { bodyOf, route } from './answering.ts';
import type { Desk } from './desk.ts';
import { claimInput, facilitatorClaimInput } from './input.ts';
import { workshopUnknown } from './speakers.ts';

/** The ways in of those who run a room: its facilitators and its screen. */
export function roomRoutes({ directory, sessions, speakers, shown }: Desk): Router {
	const router = Router();

	router.post(
		'/facilitator/claim',
		route(async (request, response) => {
			const body = bodyOf(facilitatorClaimInput, request);
			if (isRefusal(body)) return body;
			const { token, name = null } = body.input;
			const here = await speakers.find(request, 'facilitator');
			const claimed = await directory.claims.facilitator(token, name, here?.personId ?? null);
			if (isRefusal(claimed)) return claimed;
			const { personId, board } = claimed;
			const about = directory.about(board);
			if (!about) return workshopUnknown;
			await sessions.begin(request, response, 'facilitator', personId);
			const claimedName = directory.person(personId)?.name ?? null;
			return { board, personId, name: claimedName, about } satisfies FacilitatorClaimed;
		})
	);

	router.post(
		'/screen/claim',
		route(async (request, response) => {
			const body = bodyOf(claimInput, request);
			if (isRefusal(body)) return body;
			const board = await directory.claims.screen(body.input.token);
			if (typeof board !== 'string') return board;
			const [about, row] = [directory.about(board), directory.workshops.get(board)];
			if (!about || !row) return workshopUnknown;
			await sessions.begin(request, response, 'screen', board);
			return { board, about, joinUrl: shown.joinUrl(row) } satisfies ScreenClaimed;
		})
	);

	return router;
}
