import { Router, type Request, type Response } from 'express';
import { isRefusal } from '#lib/domain/cards.ts';
import { reject, type Refusal } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import { delegationCodeLength, joinCodeLength, readCode } from '#lib/protocol/join-codes.ts';
import type { CentreHits, CentreOfCode, Joined, JoinPage } from '#lib/protocol/rest.ts';
import { bodyOf, partOf, queryOf, route, type Answer } from './answering.ts';
import type { Desk } from './desk.ts';
import { codeInput, joinInput } from './input.ts';

export const hitsShown = 8;

export const codeWrong = reject(
	'delegation-code-wrong',
	'This is not the code of this organisation. Check it on your sheet.',
	{ field: 'delegationCode' }
);

/** Coming in: by the code of a room, in ten seconds, without an account. */
export function joinRoutes(desk: Desk): Router {
	const { directory, speakers } = desk;
	const router = Router();

	router.get(
		'/join/:code',
		inRoom(desk, async (board, request): Promise<JoinPage> => {
			return joinPage(desk, board, (await speakers.find(request, 'delegate'))?.personId ?? null);
		})
	);

	router.get(
		'/join/:code/centres',
		inRoom(desk, (_board, request): CentreHits => ({ hits: directory.searchCentres(queryOf(request, 'q'), hitsShown) }))
	);

	router.post(
		'/join/:code',
		inRoom(desk, (board, request, response) => join(desk, board, request, response))
	);

	router.post(
		'/join/:code/again',
		inRoom(desk, async (board, request) => {
			const speaker = await speakers.one(request, ['delegate']);
			if (isRefusal(speaker)) return speaker;
			await directory.people.joinAgain(speaker.personId, board);
			return joined(desk, board, speaker.personId);
		})
	);

	router.post(
		'/centre-of-code',
		route((request, response) => centreOfCode(desk, request, response))
	);

	return router;
}

/** A route below a room's code: nothing of the room is told before its code is right. */
function inRoom(
	{ directory, guesses }: Desk,
	work: (board: Id, request: Request, response: Response) => Promise<Answer> | Answer
) {
	return route((request, response) => {
		const board = directory.workshops.ofJoinCode(readCode(partOf(request, 'code'), joinCodeLength) ?? '');
		if (typeof board === 'string') return work(board, request, response);
		return board.code === 'join-code-replaced' ? board : guesses.wrong(request, response, null, board);
	});
}

async function joinPage({ directory, shown, here }: Desk, board: Id, personId: Id | null): Promise<JoinPage> {
	const about = directory.about(board);
	const forum = directory.forum.get();
	if (!about || !forum) throw new Error('A workshop without a forum');
	const page = { about, ...(await here.countHere(board)), privacyNotice: forum.privacyNotice };
	if (personId === null) return { ...page, you: null };
	const you = shown.delegate(personId);
	const centre = (you.centreId !== null && directory.centre(you.centreId)) || null;
	return { ...page, you: { ...you, centre, joined: directory.isMember(board, personId) } };
}

async function join(desk: Desk, board: Id, request: Request, response: Response): Promise<Answer> {
	const { directory, sessions, notices, guesses, deeds, speakers } = desk;
	const body = bodyOf(joinInput, request);
	if (isRefusal(body)) return body;
	const { name, centre, delegationCode, attempt = null } = body.input;
	const chosen = 'id' in centre ? centre.id : null;
	const proves = delegationCode !== undefined && delegationCode !== '';
	if (proves && !isCodeOf(desk, chosen, delegationCode)) {
		return guesses.wrong(request, response, chosen && `centre ${chosen}`, codeWrong);
	}
	const isAgain = (await speakers.find(request, 'delegate')) !== null;
	const refused = deeds.newcomer(request, response, board, isAgain);
	if (refused) return refused;
	const newcomer = await directory.people.join({ board, name, centre, attempt });
	if (isRefusal(newcomer)) return newcomer;
	const { personId, centreId, centreIsNew } = newcomer;
	if (centreIsNew) await notices.centreAsked(board, centreId, personId);
	if (proves && !directory.person(personId)?.verified) await notices.verifiedByCode(personId, chosen);
	await sessions.begin(request, response, 'delegate', personId);
	return joined(desk, board, personId);
}

function joined({ directory, shown }: Desk, board: Id, personId: Id): Joined {
	const about = directory.about(board);
	if (!about) throw new Error('A workshop without a forum');
	return { board, you: shown.delegate(personId), about };
}

async function centreOfCode(
	{ directory, guesses }: Desk,
	request: Request,
	response: Response
): Promise<CentreOfCode | Refusal> {
	const body = bodyOf(codeInput, request);
	if (isRefusal(body)) return body;
	const code = readCode(body.input.delegationCode, delegationCodeLength);
	const row = code === null ? undefined : directory.centres.ofCode(code);
	const centre = row && directory.centre(row.id);
	if (centre) return { centre };
	const sentence = 'No organisation has this code. Check it on your sheet.';
	const unknown = reject('delegation-code-wrong', sentence, { field: 'delegationCode' });
	return guesses.wrong(request, response, null, unknown);
}

/** Whether somebody typed the delegation code of this centre. */
export function isCodeOf({ directory }: Pick<Desk, 'directory'>, centreId: Id | null, typed: string): boolean {
	const code = readCode(typed, delegationCodeLength);
	return code !== null && centreId !== null && directory.centres.ofCode(code)?.id === centreId;
}
