import type { IncomingHttpHeaders } from 'node:http';
import type { Id } from '#lib/domain/ids.ts';
import type { Reader } from '#lib/domain/seen.ts';
import { closeCodes, type TextSeat } from '#lib/protocol/close-codes.ts';
import type { ProposalSeats, SeatOfReader } from '../board/ports.ts';
import type { DirectoryReader, Session, SessionReader } from '../store/store.ts';
import type { CloseCode } from './seat.ts';

export type JudgePorts = {
	readonly sessions: SessionReader;
	readonly directory: Pick<DirectoryReader, 'person'>;
	readonly seats: ProposalSeats;
};

/** What a connection asks for: which text, with which of its sessions, and of which epoch it has a copy. */
export type Wish = {
	readonly proposalId: Id;
	readonly headers: Pick<IncomingHttpHeaders, 'cookie' | 'authorization'>;
	readonly as: Session['kind'] | null;
	/** null when it has no copy. */
	readonly epoch: number | null;
};

export type Judgement =
	| { readonly is: 'refused'; readonly code: CloseCode }
	| { readonly is: 'seated'; readonly personId: Id; readonly kind: TextSeat; readonly version: number };

/** Reads `?as=delegate|organiser&epoch=3`. Without `as` it is a delegate's connection. */
export function wishOf(
	proposalId: Id,
	request: { readonly url?: string | undefined; readonly headers: IncomingHttpHeaders }
): Wish {
	const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
	const as = searchParams.get('as') ?? 'delegate';
	const epoch = searchParams.get('epoch');
	const { cookie, authorization } = request.headers;
	return {
		proposalId,
		headers: { cookie, authorization },
		as: as === 'delegate' || as === 'organiser' ? as : null,
		epoch: epoch === null || !/^\d{1,9}$/.test(epoch) ? null : Number(epoch)
	};
}

/** Who this is and what they may do, by the session, the directory and the committed board of this moment. */
export async function judge(wish: Wish, ports: JudgePorts): Promise<Judgement> {
	if (wish.as === null) return { is: 'refused', code: closeCodes.noAccess };
	const session = await ports.sessions.read(wish.headers, wish.as);
	if (!session) return { is: 'refused', code: closeCodes.sessionEnded };
	const reader = readerOf(wish, session.personId, ports);
	return 'is' in reader ? reader : judgementOf(reader, await ports.seats.seat(wish.proposalId, reader));
}

/**
 * What somebody who sits already may do, by the directory and the committed board, without waiting: between a change of
 * the board and this judgement no byte of the text is sent. Whether the session still is one is asked at the next beat.
 */
export function judgeNow(wish: Wish, personId: Id, ports: Omit<JudgePorts, 'sessions'>): Judgement {
	const reader = readerOf(wish, personId, ports);
	if ('is' in reader) return reader;
	const seat = ports.seats.seatNow(wish.proposalId, reader);
	return seat ? judgementOf(reader, seat) : { is: 'refused', code: closeCodes.judgedAgain };
}

type Refused = Extract<Judgement, { readonly is: 'refused' }>;
type PersonReader = Reader & { readonly personId: Id };

function readerOf(
	{ as }: Wish,
	personId: Id | null,
	{ directory }: Pick<JudgePorts, 'directory'>
): PersonReader | Refused {
	const person = personId === null ? undefined : directory.person(personId);
	// Without a name: forgotten, and no longer anybody's session.
	if (!person || person.name === null) return { is: 'refused', code: closeCodes.sessionEnded };
	if (as === 'organiser' && !person.organiser) return { is: 'refused', code: closeCodes.noAccess };
	return {
		role: as === 'organiser' ? 'organiser' : 'delegate',
		personId: person.id,
		centreId: person.centreId,
		verified: person.verified
	};
}

function judgementOf({ personId }: PersonReader, { is: kind, version }: SeatOfReader): Judgement {
	if (kind === 'gone') return { is: 'refused', code: closeCodes.gone };
	if (kind === 'none') return { is: 'refused', code: closeCodes.noAccess };
	return { is: 'seated', personId, kind, version };
}
