import { Router, type Request, type Response } from 'express';
import * as v from 'valibot';
import { isRefusal } from '#lib/domain/cards.ts';
import { reject, type Refusal } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { PartnershipList, WaitingList } from '#lib/protocol/partnership-list.ts';
import type { Boards } from '../../app.ts';
import { partnershipsCsv, partnershipsXlsx, waitingCsv, waitingXlsx } from '../../exports/list-files.ts';
import {
	confirmedPartnerships,
	waitingConfirmations,
	type Names,
	type ReadBoard
} from '../../exports/partnership-list.ts';
import { sectorLabel } from '../../exports/sector-labels.ts';
import { preferredLanguage } from '../language.ts';
import { answerRefusal } from './answering.ts';
import type { Desk } from './desk.ts';
import type { Speaker } from './speakers.ts';

const querySchema = v.object({
	scope: v.optional(v.picklist(['workshop', 'centre', 'forum']), 'forum'),
	workshop: v.optional(v.string()),
	centre: v.optional(v.string()),
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
			.flatMap((one) => confirmedPartnerships(one, asked.names))
			.filter(({ parties }) => asked.isListed(parties.map(({ centreId }) => centreId)));
		const list: PartnershipList = { ...heading(desk, now), partnerships };
		await send(response, asked, 'partnerships', list, {
			csv: () => partnershipsCsv(partnerships, asked.language),
			xlsx: () => partnershipsXlsx(partnerships, asked.language)
		});
	});
	router.get('/partnerships/waiting', async (request, response) => {
		const asked = await asking(desk, boards, request);
		if (isRefusal(asked)) return answerRefusal(response, asked);
		const waiting = asked.boards
			.flatMap((one) => waitingConfirmations(one, asked.names))
			.filter(({ partyIds }) => asked.isListed(partyIds))
			.map(({ waiting }) => waiting);
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
	readonly names: Names;
	readonly isListed: (partyIds: readonly Id[]) => boolean;
	readonly format: Query['format'];
	readonly language: string;
};

function heading(desk: Desk, now: () => number) {
	return { forum: desk.directory.forum.get()?.name ?? '', madeAt: new Date(now()).toISOString() };
}

/** Who asks, and for which boards. */
async function asking(desk: Desk, boards: Boards, request: Request): Promise<Asked | Refusal> {
	const query = v.safeParse(querySchema, request.query);
	if (!query.success) {
		return reject('input-invalid', 'This list does not exist. Go back and choose again.', { field: 'scope' });
	}
	// My organisation's list is a delegate's, whoever else this browser is as well.
	const isOwn = query.output.scope === 'centre' && query.output.centre === undefined;
	const speaker = await desk.speakers.one(request, isOwn ? ['delegate'] : ['organiser', 'delegate']);
	if (isRefusal(speaker)) return speaker;
	const reader = readerOf(desk, speaker);
	const wanted = boardsFor(desk, speaker, reader, query.output);
	if (isRefusal(wanted)) return wanted;
	const read = await Promise.all(
		wanted.map(async (id): Promise<ReadBoard> => {
			const { room } = await boards.rooms.open(id);
			return { board: room.board, reader, workshop: { id, title: desk.directory.about(id)?.workshop.title ?? '' } };
		})
	);
	const stillIn = read.filter(({ board }) => !board.members.get(speaker.personId)?.removed);
	const language = preferredLanguage(request, ['en', 'fr']) ?? 'en';
	const centreId = speaker.kind === 'delegate' ? reader.centreId : (query.output.centre ?? null);
	return {
		boards: stillIn,
		names: {
			personEntry: (id) => desk.directory.personEntry(id),
			centreEntry: (id) => desk.directory.centreEntry(id),
			sectorName: (code) => sectorLabel(code, language)
		},
		isListed: (partyIds) => centreId === null || partyIds.includes(centreId),
		format: query.output.format,
		language
	};
}

/**
 * An organiser reads every workshop, of one centre if they like. A delegate reads those that they joined; who is verified
 * speaks for the centre and takes its whole list home, whichever colleague was in the room.
 */
function boardsFor(
	{ directory }: Desk,
	{ kind, personId }: Speaker,
	{ verified, centreId }: ReadBoard['reader'],
	{ scope, workshop, centre }: Query
): readonly Id[] | Refusal {
	if (centre !== undefined && kind === 'delegate' && centre !== centreId) {
		return reject('not-allowed', 'The list of another organisation is not for you. Ask the organiser.');
	}
	if (centre !== undefined && !directory.centre(centre)) {
		return reject('centre-unknown', 'This organisation is not in the roster. Choose another.', { field: 'centre' });
	}
	if (scope === 'workshop' && workshop === undefined) {
		return reject('input-invalid', 'Say of which workshop. Go back and choose again.', { field: 'workshop' });
	}
	const isWhole = kind === 'organiser' || (scope === 'centre' && verified);
	const mine = isWhole ? directory.boards() : directory.people.boardsOf(personId);
	const wanted = workshop === undefined ? mine : mine.filter((id) => id === workshop);
	if (workshop !== undefined && wanted.length === 0) {
		return reject('workshop-unknown', 'There is no such workshop, or you have not joined it.');
	}
	return wanted;
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
