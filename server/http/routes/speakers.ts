import type { Request, RequestHandler, Response } from 'express';
import type * as v from 'valibot';
import { isRefusal } from '#lib/domain/cards.ts';
import { reject, type Refusal } from '#lib/domain/command.ts';
import type { Id } from '#lib/domain/ids.ts';
import type { SessionKind } from '#lib/protocol/messages.ts';
import { sessionHeader } from '#lib/protocol/rest.ts';
import type { Directory } from '../../directory/directory.ts';
import type { WorkshopRow } from '../../directory/records.ts';
import { sessionKinds, type Sessions } from '../sessions.ts';
import { bodyOf, partOf, route, type Answer } from './answering.ts';

export type PersonKind = Exclude<SessionKind, 'screen'>;

/** A person who asks, and as what. */
export type Speaker = { readonly kind: PersonKind; readonly personId: Id };

const needed: Readonly<Record<PersonKind, string>> = {
	delegate: 'You are not signed in on this device. Enter the room code first.',
	facilitator: 'You are not signed in as a facilitator. Ask the organiser for a link.',
	organiser: 'You are not signed in as an organiser. Sign in and try again.'
};

/** The kind that the request names in its header; null when it names none. */
export function kindNamed(request: Request): SessionKind | null {
	const named = request.get(sessionHeader);
	return sessionKinds.find((kind) => kind === named) ?? null;
}

/** Finds out who asks. */
export class Speakers {
	readonly #sessions: Sessions;
	readonly #directory: Directory;

	constructor(sessions: Sessions, directory: Directory) {
		this.#sessions = sessions;
		this.#directory = directory;
	}

	/** The person of this kind of session, or null. */
	async find(request: Request, kind: PersonKind): Promise<Speaker | null> {
		const { cookie, authorization } = request.headers;
		const session = await this.#sessions.read({ cookie, authorization }, kind);
		const personId = session?.personId ?? null;
		const person = personId === null ? undefined : this.#directory.person(personId);
		if (!person || (kind === 'organiser' && !person.organiser)) return null;
		return { kind, personId: person.id };
	}

	/**
	 * The person who asks, as one of these kinds: the one that the header names, else the first that there is a session of.
	 * Refuses with `session-needed`, and with `not-allowed` when the header names a kind that may not.
	 */
	async one(request: Request, kinds: readonly [PersonKind, ...PersonKind[]]): Promise<Speaker | Refusal> {
		const named = kindNamed(request);
		const asked = named === null ? kinds : kinds.filter((kind) => kind === named);
		for (const kind of asked) {
			const speaker = await this.find(request, kind);
			if (speaker) return speaker;
		}
		const [kind] = asked;
		if (kind === undefined) return reject('not-allowed', `This is not for ${kindWords[named ?? 'delegate']}.`);
		return reject('session-needed', needed[kind], { kind });
	}

	/** A route that only these kinds of sessions may ask. */
	route(
		kinds: readonly [PersonKind, ...PersonKind[]],
		work: (speaker: Speaker, request: Request, response: Response) => Promise<Answer> | Answer
	): RequestHandler {
		return route(async (request, response) => {
			const speaker = await this.one(request, kinds);
			return isRefusal(speaker) ? speaker : work(speaker, request, response);
		});
	}

	/** The same, with a body that is read before the work begins. */
	routeWith<Schema extends v.GenericSchema>(
		kinds: readonly [PersonKind, ...PersonKind[]],
		schema: Schema,
		work: (
			speaker: Speaker,
			input: v.InferOutput<Schema>,
			request: Request,
			response: Response
		) => Promise<Answer> | Answer
	): RequestHandler {
		return this.route(kinds, (speaker, request, response) => {
			const body = bodyOf(schema, request);
			return isRefusal(body) ? body : work(speaker, body.input, request, response);
		});
	}

	/** A route of one workshop, `:id`, for the organiser and its facilitators. */
	moderatorRoute(work: (workshop: WorkshopRow, speaker: Speaker) => Promise<Answer> | Answer): RequestHandler {
		return route(async (request) => {
			const board = partOf(request, 'id');
			const speaker = await this.#moderator(request, board);
			if (isRefusal(speaker)) return speaker;
			const workshop = this.#directory.workshops.get(board);
			return workshop ? work(workshop, speaker) : workshopUnknown;
		});
	}

	/** The organiser, or a facilitator of this workshop. */
	async #moderator(request: Request, board: Id): Promise<Speaker | Refusal> {
		const speaker = await this.one(request, ['facilitator', 'organiser']);
		if (isRefusal(speaker)) return speaker;
		if (speaker.kind === 'organiser' || this.#directory.facilitates(board, speaker.personId)) return speaker;
		return reject('not-allowed', 'You do not facilitate this workshop. Ask the organiser for a link.');
	}
}

export const workshopUnknown = reject(
	'workshop-unknown',
	'This workshop is not in the programme. Go back to the list.'
);

const kindWords: Readonly<Record<SessionKind, string>> = {
	delegate: 'delegates',
	facilitator: 'facilitators',
	organiser: 'organisers',
	screen: 'screens'
};
