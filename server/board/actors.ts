import type { Actor } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { Reader } from '#lib/domain/seen.ts';
import type { Ack, HelloRefusal, You } from '#lib/protocol/messages.ts';
import type { DirectoryReader, Session } from '../store/store.ts';

/** Who a session is on a board, or why it may not be there. Asked anew for every hello and every command. */
export function standingOn(
	directory: DirectoryReader,
	session: Session | null,
	board: Id
): { readonly reader: Reader; readonly actor: Actor | null } | HelloRefusal {
	if (!directory.about(board)) return 'board-unknown';
	if (!session) return 'session-ended';
	if (session.kind === 'screen') {
		if (session.board !== board) return 'not-joined';
		return { reader: { role: 'screen', personId: null, centreId: null, verified: false }, actor: null };
	}
	const person = session.personId === null ? undefined : directory.person(session.personId);
	if (!person) return 'session-ended';
	const may = {
		delegate: directory.isMember(board, person.id),
		facilitator: directory.facilitates(board, person.id),
		organiser: person.organiser
	}[session.kind];
	if (!may) return 'not-joined';
	const delegate = session.kind === 'delegate';
	const facts = {
		role: session.kind,
		personId: person.id,
		centreId: delegate ? person.centreId : null,
		verified: delegate && person.verified
	} as const;
	return { reader: facts, actor: facts };
}

/** Who speaks commands. Their standing is asked when a command is decided: it may have waited, and they may be another by then. */
export type Speaker = {
	readonly personId: Id;
	/** As whom they act now, or what is answered to whoever may not. */
	readonly standing: () => Actor | Ack;
};

/** As whom somebody of this standing acts, or what their command is answered. */
export function actorOr(standing: ReturnType<typeof standingOn>): Actor | Ack {
	if (standing === 'session-ended') return { is: 'again', code: 'session-ended', sentence: helloSentences[standing] };
	if (typeof standing === 'string')
		return { is: 'refused', code: standing, sentence: helloSentences[standing], values: {} };
	return (
		standing.actor ?? { is: 'refused', code: 'role-screen', sentence: 'A screen only shows the board.', values: {} }
	);
}

/** What a phone is told about itself. */
export function youAre(directory: DirectoryReader, reader: Reader): You {
	const entry = reader.personId === null ? undefined : directory.personEntry(reader.personId);
	const centre = reader.centreId === null ? undefined : directory.centre(reader.centreId);
	return {
		personId: reader.personId ?? '',
		name: entry?.name ?? null,
		centreId: reader.centreId,
		role: reader.role,
		verified: reader.verified,
		networkIds: centre?.networkIds ?? []
	};
}

export const helloSentences: Readonly<Record<HelloRefusal, string>> = {
	'session-ended': 'You were signed out on this device. Scan the room code to come back.',
	'not-joined': 'You have not joined this workshop yet. Enter its room code.',
	'person-removed': 'The facilitator removed you from this workshop. Please talk to the facilitator.',
	'board-unknown': 'There is no such workshop. Check the address or scan the code again.',
	'protocol-old': 'There is a new version. The page loads itself again.',
	'try-later': 'The server is busy. Your device tries again by itself.'
};
