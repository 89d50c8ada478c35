import { Router, type Request, type Response } from 'express';
import { isRefusal } from '#lib/domain/cards.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { OrganiserLinkOf, OrganiserSignedIn } from '#lib/protocol/rest.ts';
import { nameKey } from '../../roster/name-key.ts';
import { bodyOf, route, type Answer } from './answering.ts';
import type { Desk } from './desk.ts';
import { claimInput, forumInput, organiserClaimInput, signInInput } from './input.ts';

/** The organiser's ways in, and the forum itself. */
export function organiserRoutes(desk: Desk): Router {
	const router = Router();

	router.post(
		'/organiser/look',
		route((request) => look(desk, request))
	);

	router.post(
		'/organiser/claim',
		route((request, response) => claim(desk, request, response))
	);

	router.post(
		'/organiser/sign-in',
		route((request, response) => signIn(desk, request, response))
	);

	router.put(
		'/forum',
		desk.speakers.routeWith(['organiser'], forumInput, (_speaker, input) => desk.directory.forum.save(input))
	);

	return router;
}

/** A link that was used is an answer here, not a refusal: whoever opens it has asked for nothing that failed. */
async function look({ directory }: Desk, request: Request): Promise<Answer> {
	const body = bodyOf(claimInput, request);
	if (isRefusal(body)) return body;
	const chooses = await directory.claims.organiserChooses(body.input.token);
	if (typeof chooses === 'string') return { chooses } satisfies OrganiserLinkOf;
	const { code, sentence } = chooses;
	return { chooses: null, problem: { code, sentence } } satisfies OrganiserLinkOf;
}

async function claim(desk: Desk, request: Request, response: Response): Promise<Answer> {
	const body = bodyOf(organiserClaimInput, request);
	if (isRefusal(body)) return body;
	const { token, name = null, passphrase = null } = body.input;
	const personId = await desk.directory.claims.organiser({ token, name, passphrase });
	if (typeof personId !== 'string') return personId;
	// Whoever knew the old passphrase knows nothing any more.
	if (passphrase !== null) {
		await desk.sessions.endEverywhere(personId);
		await desk.notices.sessionsEnded(personId);
	}
	return signedIn(desk, personId, request, response);
}

async function signIn(desk: Desk, request: Request, response: Response): Promise<Answer> {
	const body = bodyOf(signInInput, request);
	if (isRefusal(body)) return body;
	const { name, passphrase } = body.input;
	const lane = desk.guesses.hasCleanHands(request) ? 'known' : 'other';
	const personId = await desk.directory.claims.signIn(name, passphrase, lane);
	if (typeof personId === 'string') return signedIn(desk, personId, request, response);
	if (personId.code === 'try-later') {
		// With its cookie it waits in the other lane the next time.
		desk.guesses.know(request, response);
		return personId;
	}
	return desk.guesses.wrong(request, response, `organiser ${nameKey(name)}`, personId);
}

async function signedIn(
	{ directory, sessions }: Desk,
	personId: Id,
	request: Request,
	response: Response
): Promise<OrganiserSignedIn> {
	await sessions.begin(request, response, 'organiser', personId);
	return { personId, name: directory.person(personId)?.name ?? null };
}
