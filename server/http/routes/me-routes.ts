import { Router } from 'express';
import { isRefusal } from '#lib/domain/cards.ts';
import type { CentreHits, DeviceLinkOf, Me, OneTimeLink } from '#lib/protocol/rest.ts';
import { bodyOf, queryOf, route } from './answering.ts';
import type { Desk } from './desk.ts';
import { claimInput, codeInput, meCentreInput, meInput } from './input.ts';
import { codeWrong, hitsShown, isCodeOf } from './join-routes.ts';

/** A delegate's own facts, and verification. */
export function meRoutes(desk: Desk): Router {
	const { directory, speakers, shown, notices, guesses, deeds } = desk;
	const router = Router();

	router.get(
		'/me',
		speakers.route(['delegate'], ({ personId }): Me => shown.me(personId))
	);

	router.put(
		'/me',
		speakers.routeWith(['delegate'], meInput, async ({ personId }, { name }, _request, response) => {
			if (directory.person(personId)?.name === name) return shown.me(personId) satisfies Me;
			const refused = deeds.deed('seat', personId, response);
			if (refused) return refused;
			await directory.people.rename(personId, name);
			await notices.personChanged(personId, personId);
			return shown.me(personId) satisfies Me;
		})
	);

	router.post(
		'/me/verify',
		speakers.routeWith(['delegate'], codeInput, async ({ personId }, { delegationCode }, request, response) => {
			const { centreId = null, verified = false } = directory.person(personId) ?? {};
			if (!isCodeOf(desk, centreId, delegationCode)) {
				return guesses.wrong(request, response, `centre ${centreId}`, codeWrong);
			}
			if (!verified) await notices.verifiedByCode(personId, centreId);
			return shown.me(personId);
		})
	);

	router.get(
		'/centres/search',
		speakers.route(['delegate', 'facilitator', 'organiser'], (_speaker, request): CentreHits => {
			return { hits: directory.searchCentres(queryOf(request, 'q'), hitsShown) };
		})
	);

	return router;
}

/** What a delegate decides about their seat: to speak for another centre, or to be forgotten. */
export function seatRoutes({ directory, sessions, speakers, shown, notices, deeds }: Desk): Router {
	const router = Router();

	router.put(
		'/me/centre',
		speakers.routeWith(['delegate'], meCentreInput, async ({ personId }, { centre }, _request, response) => {
			const refused =
				deeds.deed('seat', personId, response) ?? (await directory.people.changeCentre(personId, centre.id));
			if (refused) return refused;
			await notices.personChanged(personId, personId);
			return shown.me(personId) satisfies Me;
		})
	);

	router.delete(
		'/me',
		speakers.route(['delegate'], async ({ personId }, request, response) => {
			await notices.forget(personId, personId);
			await sessions.end(request, response, 'delegate');
			return null;
		})
	);

	return router;
}

/** Moving to another device: a link made on the first one, opened on the second. */
export function deviceRoutes({ directory, sessions, speakers, shown, deeds }: Desk): Router {
	const router = Router();

	router.post(
		'/me/device-links',
		speakers.route(['delegate'], async ({ personId }, _request, response) => {
			const refused = deeds.deed('link', personId, response);
			if (refused) return refused;
			return shown.link(await directory.links.make({ kind: 'device', personId })) satisfies OneTimeLink;
		})
	);

	router.post(
		'/device/look',
		route(async (request) => {
			const body = bodyOf(claimInput, request);
			if (isRefusal(body)) return body;
			const personId = await directory.claims.deviceOf(body.input.token);
			if (typeof personId !== 'string') return personId;
			return { personId, name: directory.person(personId)?.name ?? null } satisfies DeviceLinkOf;
		})
	);

	router.post(
		'/device/claim',
		route(async (request, response) => {
			const body = bodyOf(claimInput, request);
			if (isRefusal(body)) return body;
			const personId = await directory.claims.device(body.input.token);
			if (typeof personId !== 'string') return personId;
			await sessions.begin(request, response, 'delegate', personId);
			return shown.me(personId) satisfies Me;
		})
	);

	return router;
}
