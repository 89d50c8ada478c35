import type { IncomingHttpHeaders } from 'node:http';
import type { Id } from '#lib/domain/ids.ts';
import type { Reader } from '#lib/domain/seen.ts';
import { closeCodes, type TextSeat } from '#lib/protocol/close-codes.ts';
import type { ProposalSeats } from '../board/ports.ts';
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
	const person = session.personId === null ? undefined : ports.directory.person(session.personId);
	if (!person) return { is: 'refused', code: closeCodes.sessionEnded };
	if (wish.as === 'organiser' && !person.organiser) return { is: 'refused', code: closeCodes.noAccess };
	const reader: Reader = {
		role: wish.as === 'organiser' ? 'organiser' : 'delegate',
		personId: person.id,
		centreId: person.centreId,
		verified: person.verified
	};
	const { is: kind, version } = await ports.seats.seat(wish.proposalId, reader);
	if (kind === 'gone') return { is: 'refused', code: closeCodes.gone };
	if (kind === 'none') return { is: 'refused', code: closeCodes.noAccess };
	return { is: 'seated', personId: person.id, kind, version };
}
