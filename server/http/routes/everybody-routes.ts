import { Router, type Request } from 'express';
import { reject } from '#lib/domain/command.ts';
import type { ForumAnswer, SessionsHere } from '#lib/protocol/rest.ts';
import { route } from './answering.ts';
import type { Desk } from './desk.ts';
import { kindNamed, type PersonKind } from './speakers.ts';

/** What needs no session, or any: the forum's own facts, which sessions this browser holds, and ending them. */
export function everybodyRoutes(desk: Desk): Router {
	const { directory, sessions, speakers, notices } = desk;
	const router = Router();

	router.get(
		'/forum',
		route((): ForumAnswer => ({ forum: directory.forum.get() }))
	);

	router.get(
		'/sessions',
		route((request) => sessionsHere(desk, request))
	);

	router.post(
		'/sign-out',
		route(async (request, response) => {
			const kind = kindNamed(request);
			if (kind === null) return reject('input-invalid', 'Say which session ends.', { field: 'X-Session' });
			const speaker = kind === 'screen' ? null : await speakers.find(request, kind);
			await sessions.end(request, response, kind);
			if (speaker) await notices.sessionsEnded(speaker.personId);
			return null;
		})
	);

	router.post(
		'/sign-out-everywhere',
		speakers.route(['delegate', 'facilitator', 'organiser'], async ({ kind, personId }, request, response) => {
			await sessions.endEverywhere(personId);
			await sessions.end(request, response, kind);
			await notices.sessionsEnded(personId);
			return null;
		})
	);

	return router;
}

async function sessionsHere({ directory, sessions, speakers, shown }: Desk, request: Request): Promise<SessionsHere> {
	const person = async (kind: PersonKind) => {
		const speaker = await speakers.find(request, kind);
		if (!speaker) return null;
		const { personId } = speaker;
		return { personId, name: directory.person(personId)?.name ?? null };
	};
	const facilitator = await person('facilitator');
	const board = (await sessions.read({ cookie: request.headers.cookie }, 'screen'))?.board ?? '';
	const screen = directory.workshops.get(board);
	const rows = directory.workshops
		.all()
		.filter(({ id }) => facilitator && directory.facilitates(id, facilitator.personId));
	return {
		delegate: await person('delegate'),
		facilitator: facilitator && { ...facilitator, workshops: rows.map((row) => shown.workshop(row)) },
		organiser: await person('organiser'),
		screen: screen ? { board, title: screen.title, joinUrl: shown.joinUrl(screen) } : null
	};
}
