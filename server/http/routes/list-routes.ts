import { Router, type Request, type Response } from 'express';
import * as v from 'valibot';
import { isRefusal } from '#lib/domain/cards.ts';
import { reject, type Refusal } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { PartnershipList, WaitingList } from '#lib/protocol/partnership-list.ts';
import type { Boards } from '../../app.ts';
import { partnershipsCsv, partnershipsXlsx, waitingCsv, waitingXlsx } from '../../exports/list-files.ts';
import { confirmedPartnerships, waitingConfirmations, type ReadBoard } from '../../exports/partnership-list.ts';
import { preferredLanguage } from '../language.ts';
import { answerRefusal } from './answering.ts';
import type { Desk } from './desk.ts';
import type { Speaker } from './speakers.ts';

const querySchema = v.object({
	scope: v.optional(v.picklist(['workshop', 'centre', 'forum'])),
	workshop: v.optional(v.string()),
	format: v.optional(v.picklist(['json', 'csv', 'xlsx']), 'json')
});
type Query = v.InferOutput<typeof querySchema>;

/** The agreed partnerships, and what still waits for whom: on screen and as files. */
export function listRoutes(desk: Desk, boards: Boards, now: () => number): Router {
	const router = Router();
	router.get('/partnerships', async (request, response) => {
		const asked = await asking(desk, boards, request);
		if (isRefusal(asked)) return answerRefusal(response, asked);
		const partnerships = asked.boards
			.flatMap((one) => confirmedPartnerships(one, desk.directory))
			.filter(asked.isListed);
		const list: PartnershipList = { ...heading(desk, now), partnerships };
		await send(response, asked, 'partnerships', list, {
			csv: () => partnershipsCsv(partnerships, asked.language),
			xlsx: () => partnershipsXlsx(partnerships, asked.language)
		});
	});
	router.get('/partnerships/waiting', async (request, response) => {
		const asked = await asking(desk, boards, request);
		if (isRefusal(asked)) return answerRefusal(response, asked);
		const waiting = asked.boards.flatMap((one) => waitingConfirmations(one, desk.directory));
		const list: WaitingList = { ...heading(desk, now), waiting };
		await send(response, asked, 'waiting', list, {
			csv: () => waitingCsv(waiting, asked.language),
			xlsx: () => waitingXlsx(waiting, asked.language)
		});
	});
	return router;
}

type Asked = {
	readonly boards: readonly ReadBoard[];
	readonly isListed: (one: { readonly parties: readonly { readonly centreId: Id }[] }) => boolean;
	readonly format: Query['format'];
	readonly language: string;
};

function heading(desk: Desk, now: () => number) {
	return { forum: desk.directory.forum.get()?.name ?? '', madeAt: new Date(now()).toISOString() };
}

/** Who asks, and for which boards. An organiser sees every workshop; a delegate those that they joined. */
async function asking(desk: Desk, boards: Boards, request: Request): Promise<Asked | Refusal> {
	const query = v.safeParse(querySchema, request.query);
	if (!query.success)
		return reject('input-invalid', 'This list does not exist. Go back and choose again.', { field: 'scope' });
	const speaker = await desk.speakers.one(request, ['organiser', 'delegate']);
	if (isRefusal(speaker)) return speaker;
	const { workshop, format } = query.output;
	const reader = readerOf(desk, speaker);
	const mine =
		speaker.kind === 'organiser' ? desk.directory.boards() : desk.directory.people.boardsOf(speaker.personId);
	const wanted = workshop === undefined ? mine : mine.filter((id) => id === workshop);
	if (workshop !== undefined && wanted.length === 0) {
		return reject('workshop-unknown', 'There is no such workshop, or you have not joined it.');
	}
	const read = await Promise.all(
		wanted.map(async (id): Promise<ReadBoard> => {
			const { room } = await boards.rooms.open(id);
			return { board: room.board, reader, workshop: { id, title: desk.directory.about(id)?.workshop.title ?? '' } };
		})
	);
	const centreId = speaker.kind === 'delegate' ? reader.centreId : null;
	const isListed: Asked['isListed'] = ({ parties }) =>
		centreId === null || parties.some((party) => party.centreId === centreId);
	return { boards: read, isListed, format, language: preferredLanguage(request, ['en', 'fr']) ?? 'en' };
}

function readerOf(desk: Desk, { kind, personId }: Speaker): ReadBoard['reader'] {
	const person = desk.directory.person(personId);
	const delegate = kind === 'delegate';
	return {
		role: kind,
		personId,
		centreId: delegate ? (person?.centreId ?? null) : null,
		verified: delegate && (person?.verified ?? false)
	};
}

async function send(
	response: Response,
	{ format }: Asked,
	name: string,
	list: object,
	files: { readonly csv: () => string; readonly xlsx: () => Promise<Buffer> }
): Promise<void> {
	if (format === 'json') return void response.attachment(`${name}.json`).json(list);
	response.attachment(`${name}.${format}`);
	if (format === 'csv') response.type('text/csv; charset=utf-8').send(files.csv());
	else response.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(await files.xlsx());
}
